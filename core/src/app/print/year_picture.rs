//! A year as a picture: a square a day. A day with several entries is cut into as many strips; a day without one is
//! paper, with nothing drawn on it.

use std::fmt::Write;

use super::html::{element, escape};
use crate::journal::{DayCell, Vocabulary, YearView};
use crate::text::{Texts, strip_ruby};

/// From the heaviest to the lightest, as the sky has them: no red, no green. Also told apart when printed in grey.
const COLOURS: [&str; 5] = ["#2f3e5c", "#5f779e", "#9aabc0", "#e2d7a4", "#f7c948"];
const SIDE: u32 = 18;
const STEP: u32 = 20;
const LEFT: u32 = 64;
const TOP: u32 = 64;
const WIDTH: u32 = LEFT + 31 * STEP + 12;
const LEGEND: u32 = TOP + 12 * STEP + 22;
const LINE: u32 = 22;

/// The picture.
#[must_use]
pub fn year_svg(year: &YearView, vocabulary: &Vocabulary, texts: &Texts, weather: bool) -> String {
    let say = |text: &str| escape(&strip_ruby(text));
    let title = say(&texts.with("mood-year-title", &[("year", year.year.to_string().into())]));
    let about = say(&texts.get("mood-year-about"));
    let height = LEGEND + 6 * LINE + 8;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" font-family=\"'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',sans-serif\" font-size=\"12\">\n<title>{title}</title>\n<desc>{about}</desc>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n<text x=\"12\" y=\"26\" font-size=\"18\">{title}</text>\n"
    );
    for day in 1..=31_u32 {
        let x = LEFT + (day - 1) * STEP + SIDE / 2;
        let _never =
            writeln!(out, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" font-size=\"9\">{day}</text>", TOP - 8);
    }
    for (row, month) in (0_u32..).zip(&year.months) {
        let y = TOP + row * STEP;
        let name = say(&texts.get(&format!("mood-month-{}", row + 1)));
        let _never = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" font-size=\"11\">{name}</text>",
            LEFT - 8,
            y + 13
        );
        for (column, day) in (0_u32..).zip(month) {
            square(&mut out, LEFT + column * STEP, y, day);
        }
    }
    for (row, level) in (0_u32..).zip(&vocabulary.levels) {
        let y = LEGEND + row * LINE;
        strip(&mut out, f64::from(LEFT), f64::from(y), f64::from(SIDE), level.number);
        let words = if weather { &level.weather } else { &level.word };
        let words = say(words.within(texts.language()));
        let _never = writeln!(out, "<text x=\"{}\" y=\"{}\">{words}</text>", LEFT + 28, y + 13);
    }
    let _never = writeln!(out, "<text x=\"{LEFT}\" y=\"{}\">{about}</text>\n</svg>", LEGEND + 5 * LINE + 14);
    out
}

/// A page with the picture alone.
#[must_use]
pub fn year_html(year: &YearView, vocabulary: &Vocabulary, texts: &Texts, weather: bool) -> String {
    let language = if texts.language().code() == "en" { "en" } else { "ja" };
    let title = texts.with("mood-year-title", &[("year", year.year.to_string().into())]);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n"
    );
    element(&mut out, "title", "", &strip_ruby(&title));
    out.push_str("<style>@page{size:A4 landscape;margin:12mm}body{margin:0;background:#fff}svg{display:block;width:100%;max-height:180mm}</style>\n</head>\n<body>\n");
    out.push_str(&year_svg(year, vocabulary, texts, weather));
    out.push_str("</body>\n</html>\n");
    out
}

/// A day: nothing for one without an entry.
fn square(out: &mut String, x: u32, y: u32, day: &DayCell) {
    let mut left = f64::from(x);
    let parts = u32::try_from(day.levels.len()).unwrap_or(u32::MAX).max(1);
    let width = f64::from(SIDE) / f64::from(parts);
    for level in &day.levels {
        strip(out, left, f64::from(y), width, *level);
        left += width;
    }
}

fn strip(out: &mut String, x: f64, y: f64, width: f64, level: u8) {
    let colour = COLOURS.get(usize::from(level).saturating_sub(1)).unwrap_or(&"#fff");
    let _never = writeln!(
        out,
        "<rect x=\"{x:.2}\" y=\"{y:.0}\" width=\"{width:.2}\" height=\"{SIDE}\" fill=\"{colour}\" stroke=\"#333\" stroke-width=\".4\"/>"
    );
}
