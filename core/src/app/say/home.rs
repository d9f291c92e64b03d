//! Why a line stands on Home.

use crate::app::HomeWhy;
use crate::model::MonthDay;
use crate::text::Texts;

/// The reason in the language of the screen.
#[must_use]
pub fn home_why(why: &HomeWhy, texts: &Texts) -> Vec<String> {
    let day = |day: MonthDay| {
        let (month, day) = day.parts();
        texts.with("home-day", &[("month", i64::from(month).into()), ("day", i64::from(day).into())])
    };
    let mut said = vec![texts.with("home-why-time", &[("from", day(why.from).into()), ("to", day(why.to).into())])];
    if why.area {
        said.push(texts.get("home-why-area"));
    }
    if why.age {
        said.push(texts.get("home-why-age"));
    }
    said.push(texts.get("home-why-here"));
    said
}
