//! Gathers the cells that state hours, in whatever columns a city chose, for the reader of hours.

use super::Rule;
use super::clean::{fold, is_nothing};

/// The cells that state hours, as published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stated {
    /// Days, opening and closing time, remark, closed days.
    Columns { days: String, opens: String, closes: String, note: String, closed_days: String },
    /// Seven opening and closing times, Sunday first.
    Week { pairs: Vec<(String, String)>, note: String },
    /// Working days, Saturdays, school holidays.
    DayKinds { pairs: [(String, String); 3], note: String },
    /// Three texts: working days, Saturday, Sunday.
    Weekend([String; 3]),
    /// An after-school club: days, ordinary times, extra times, times in long holidays.
    AfterSchool([String; 4]),
    /// One text.
    Prose(String),
}

impl Stated {
    /// Everything that was published, for people to read.
    pub(super) fn raw(&self) -> String {
        let lines: Vec<String> =
            match self {
                Self::Prose(text) => vec![text.clone()],
                Self::Weekend(cells) => labelled(&["平日", "土曜日", "日曜日"], cells),
                Self::AfterSchool(cells) => labelled(&["", "", "延長", "長期休み"], cells),
                Self::Columns { days, opens, closes, note, closed_days } => {
                    let time = match (opens.is_empty(), closes.is_empty()) {
                        (true, true) => String::new(),
                        _ => format!("{opens}～{closes}"),
                    };
                    let closed = if closed_days.is_empty() { String::new() } else { format!("休み {closed_days}") };
                    vec![days.clone(), time, note.clone(), closed]
                }
                Self::Week { pairs, note } => {
                    let names = ["日", "月", "火", "水", "木", "金", "土"];
                    names
                        .iter()
                        .zip(pairs)
                        .filter(|(_, (opens, closes))| !opens.is_empty() || !closes.is_empty())
                        .map(|(day, (opens, closes))| {
                            if opens == closes { format!("{day} {opens}") } else { format!("{day} {opens}～{closes}") }
                        })
                        .chain([note.clone()])
                        .collect()
                }
                Self::DayKinds { pairs, note } => ["平日", "土曜日", "学校休日"]
                    .iter()
                    .zip(pairs)
                    .filter(|(_, (opens, closes))| !opens.is_empty() || !closes.is_empty())
                    .map(|(kind, (opens, closes))| format!("{kind} {opens}～{closes}"))
                    .chain([note.clone()])
                    .collect(),
            };
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether anything is stated at all.
    pub(super) fn is_empty(&self) -> bool {
        self.raw().is_empty()
    }
}

/// Texts with what they are for before them, where they say anything.
fn labelled(labels: &[&str], cells: &[String]) -> Vec<String> {
    let said = labels.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    said.map(|(label, cell)| if label.is_empty() { cell.clone() } else { format!("{label} {cell}") }).collect()
}

/// A time cell: a fraction of a day becomes a time; what is odd is noted.
pub(super) fn time(cell: &str, mut note: impl FnMut(Rule)) -> String {
    let folded = fold(cell);
    if folded.is_empty() {
        return String::new();
    }
    if let Some(minutes) = fraction(&folded) {
        note(Rule::TimeExcelFraction);
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let standard = folded.len() == 5
        && folded.as_bytes().get(2) == Some(&b':')
        && folded.bytes().filter(u8::is_ascii_digit).count() == 4;
    if !standard && !is_nothing(&folded) {
        note(Rule::TimeNotStandard);
    }
    if cell.chars().any(|c| matches!(c, '０'..='９' | '：')) {
        note(Rule::TimeMixedWidth);
    }
    cell.to_owned()
}

/// Minutes of a fraction of a day such as `0.375` or `0.70833333333333337`.
fn fraction(text: &str) -> Option<u32> {
    if !(text.starts_with("0.") || text == "1") || text.len() < 3 {
        return None;
    }
    let value = text.parse::<f64>().ok().filter(|value| (0.0..=1.0).contains(value))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1440")]
    let minutes = (value * 1440.0).round() as u32;
    // Only whole minutes: 0.5 litres is not noon, but 0.5 in a column of times is.
    ((value * 1440.0 - f64::from(minutes)).abs() < 0.01).then_some(minutes)
}

/// Notes what is odd about a cell of days.
pub(super) fn look_at_days(cell: &str, mut note: impl FnMut(Rule)) {
    let folded = fold(cell);
    if folded.is_empty() {
        return;
    }
    if ["休止", "休校", "施錠", "随時"].iter().any(|word| folded.contains(word)) || folded == "無" {
        note(Rule::DaysStatus);
    } else if (folded.contains("休み") || folded.contains("休館") || folded.contains("定休"))
        && !folded.contains("無休")
    {
        note(Rule::DaysClosed);
    } else if !folded.chars().all(|c| matches!(c, '月' | '火' | '水' | '木' | '金' | '土' | '日')) {
        note(Rule::DaysFreeForm);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_of_a_day_are_times() {
        let mut found = Vec::new();
        assert_eq!(time("0.375", |rule| found.push(rule.code())), "09:00");
        assert_eq!(time("0.70833333333333337", |_| {}), "17:00");
        assert_eq!(found, ["time-excel-fraction"]);
        let mut found = Vec::new();
        assert_eq!(time("９：００", |rule| found.push(rule.code())), "９：００");
        assert_eq!(found, ["time-not-standard", "time-mixed-width"]);
        assert_eq!(time("08:30", |_| panic!("nothing to note")), "08:30");
    }

    #[test]
    fn days_that_say_something_else_are_noted() {
        let rule = |cell: &str| {
            let mut found = Vec::new();
            look_at_days(cell, |rule| found.push(rule.code()));
            found
        };
        assert_eq!(rule("月火水木金"), Vec::<&str>::new());
        assert_eq!(rule("月;火;水;木;金土;日"), ["days-free-form"]);
        assert_eq!(rule("水曜日・12月29日～1月3日休み"), ["days-closed"]);
        assert_eq!(rule("利用休止中"), ["days-status"]);
    }
}
