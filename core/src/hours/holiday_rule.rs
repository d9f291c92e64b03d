//! The public holidays of a year by the law on public holidays (国民の祝日に関する法律) as it stands since 2022.
//!
//! Earlier years moved holidays for the Olympic Games and the accession, so the rule does not answer for them. The
//! equinoxes are announced each February; the usual approximation is good for 1980–2099 and stands in for it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

/// First year the law reads as written here.
pub(super) const FIRST_YEAR: i32 = 2022;
/// Last year the approximation of the equinoxes is good for.
pub(super) const LAST_YEAR: i32 = 2099;

/// Holidays of a year with the id of their name; `None` outside the years the rule answers for.
pub(super) fn holidays_of(year: i32) -> Option<BTreeMap<NaiveDate, &'static str>> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    let mut days = named(year)?;
    add_between(&mut days);
    add_substitutes(&mut days);
    Some(days)
}

/// Article 2: the holidays with a name of their own.
fn named(year: i32) -> Option<BTreeMap<NaiveDate, &'static str>> {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let monday = |month, nth| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, nth);
    let days = [
        (fixed(1, 1), "new-year"),
        (monday(1, 2), "coming-of-age"),
        (fixed(2, 11), "foundation"),
        (fixed(2, 23), "emperor"),
        (fixed(3, equinox(year, 20.8431)?), "spring-equinox"),
        (fixed(4, 29), "showa"),
        (fixed(5, 3), "constitution"),
        (fixed(5, 4), "greenery"),
        (fixed(5, 5), "children"),
        (monday(7, 3), "sea"),
        (fixed(8, 11), "mountain"),
        (monday(9, 3), "aged"),
        (fixed(9, equinox(year, 23.2488)?), "autumn-equinox"),
        (monday(10, 2), "sports"),
        (fixed(11, 3), "culture"),
        (fixed(11, 23), "labour"),
    ];
    days.into_iter().map(|(date, id)| date.map(|date| (date, id))).collect()
}

/// Day of the month of an equinox; `base` is its position in 1980.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day of the month")]
fn equinox(year: i32, base: f64) -> Option<u32> {
    let since = year.checked_sub(1980)?;
    Some((base + 0.242_194 * f64::from(since)).floor() as u32 - u32::try_from(since / 4).ok()?)
}

/// Article 3, paragraph 3: a day between two holidays becomes one.
fn add_between(days: &mut BTreeMap<NaiveDate, &'static str>) {
    let between: Vec<NaiveDate> = days
        .keys()
        .filter_map(|date| date.succ_opt())
        .filter(|date| !days.contains_key(date) && date.succ_opt().is_some_and(|next| days.contains_key(&next)))
        .collect();
    days.extend(between.into_iter().map(|date| (date, "between")));
}

/// Article 3, paragraph 2: a holiday on a Sunday moves to the next day that is none.
fn add_substitutes(days: &mut BTreeMap<NaiveDate, &'static str>) {
    let sundays: Vec<NaiveDate> = days.keys().copied().filter(|date| date.weekday() == Weekday::Sun).collect();
    for sunday in sundays {
        let mut date = sunday;
        while days.contains_key(&date) {
            let Some(next) = date.succ_opt() else { return };
            date = next;
        }
        days.insert(date, "substitute");
    }
}
