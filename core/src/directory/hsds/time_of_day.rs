//! Times of day as HSDS files hold them. Only what is certain is read.

/// What a cell with a time says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Time {
    /// The cell is empty.
    Absent,
    /// Minutes after midnight.
    At {
        minutes: u16,
        /// Written as HH:MM, with or without seconds and offset.
        standard: bool,
        /// Hours and minutes from UTC, in minutes, where stated.
        offset: Option<i16>,
        /// Words beside the time.
        remark: bool,
    },
    /// It is not certain which time is meant.
    Unclear,
}

/// Reads a time.
pub(super) fn read(cell: &str) -> Time {
    let cell = cell.trim();
    if cell.is_empty() {
        return Time::Absent;
    }
    if let Some(time) = standard(cell) {
        return time;
    }
    twelve_hours(cell).unwrap_or(Time::Unclear)
}

/// `HH:MM`, `HH:MM:SS`, with `Z` or an offset; `9:00` too, which says the same.
fn standard(cell: &str) -> Option<Time> {
    let (clock, offset) = match cell.find(['Z', 'z', '+', '-', '−']) {
        Some(at) => (cell.get(..at)?, Some(offset(cell.get(at..)?)?)),
        None => (cell, None),
    };
    let mut parts = clock.trim().split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    if let Some(second) = parts.next()
        && !matches!(second, "00" | "00.000" | "0")
        && second != "59"
    {
        return None;
    }
    if parts.next().is_some() || hour.len() > 2 || minute.len() != 2 || hour.is_empty() {
        return None;
    }
    let minutes = minutes(number(hour)?, number(minute)?)?;
    Some(Time::At { minutes, standard: hour.len() == 2, offset, remark: false })
}

fn offset(text: &str) -> Option<i16> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let digits: String = text.trim_start_matches(['+', '-', '−']).chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (number(&digits)?, 0),
        3 => (number(digits.get(..1)?)?, number(digits.get(1..)?)?),
        4 => (number(digits.get(..2)?)?, number(digits.get(2..)?)?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * i16::try_from(hours * 60 + minutes).ok()?)
}

/// `9am`, `830am`, `9:00a`, `9:00 am`, `12:00pm (dispensing)`. A number of minutes with one digit (`9:0am`) or three
/// (`6:300pm`), and an `m` without a or p (`8:00m`), may mean several times.
fn twelve_hours(cell: &str) -> Option<Time> {
    let lower = cell.to_ascii_lowercase();
    let clock_end = lower.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(lower.len());
    let (clock, rest) = lower.split_at_checked(clock_end)?;
    let rest = rest.trim_start();
    let (half, rest) = ["a.m.", "p.m.", "am", "pm", "a", "p"]
        .into_iter()
        .find_map(|mark| Some((mark, rest.strip_prefix(mark)?)))
        .filter(|(_, rest)| !rest.starts_with(|c: char| c.is_alphanumeric()))?;
    let (hour, minute) = match clock.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 && (1..=2).contains(&hour.len()) => (number(hour)?, number(minute)?),
        Some(_) => return None,
        None => match clock.len() {
            1 | 2 => (number(clock)?, 0),
            3 => (number(clock.get(..1)?)?, number(clock.get(1..)?)?),
            4 => (number(clock.get(..2)?)?, number(clock.get(2..)?)?),
            _ => return None,
        },
    };
    if !(1..=12).contains(&hour) {
        return None;
    }
    let hour = hour % 12 + if half.starts_with('p') { 12 } else { 0 };
    Some(Time::At { minutes: minutes(hour, minute)?, standard: false, offset: None, remark: !rest.trim().is_empty() })
}

fn minutes(hour: u32, minute: u32) -> Option<u16> {
    ((hour < 24 && minute < 60) || (hour == 24 && minute == 0)).then(|| u16::try_from(hour * 60 + minute).ok())?
}

fn number(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(cell: &str) -> Option<(u16, bool, bool)> {
        match read(cell) {
            Time::At { minutes, standard, remark, .. } => Some((minutes, standard, remark)),
            Time::Absent | Time::Unclear => None,
        }
    }

    #[test]
    fn times_of_the_standard_are_read_with_and_without_offset() {
        assert_eq!(at("10:00:00"), Some((600, true, false)));
        assert_eq!(at("24:00"), Some((1440, true, false)));
        for (cell, wanted) in [("09:00+09:00", 540), ("09:00Z", 0), ("09:00-05:00", -300)] {
            assert!(
                matches!(read(cell), Time::At { minutes: 540, offset: Some(offset), .. } if offset == wanted),
                "{cell}"
            );
        }
    }

    #[test]
    fn certain_times_are_read_however_they_are_written() {
        for (cell, minutes) in [
            ("9am", 540),
            ("830am", 510),
            ("9:00a", 540),
            ("9:00 am", 540),
            ("8:00", 480),
            ("12:30 p.m.", 750),
            ("12am", 0),
        ] {
            assert_eq!(at(cell), Some((minutes, false, false)), "{cell}");
        }
    }

    #[test]
    fn words_beside_a_time_are_seen() {
        for cell in ["5:00pm Mon", "12:00pm (dispensing)", "5:00pm (Counter closes at 4:30 pm)"] {
            assert!(matches!(at(cell), Some((_, false, true))), "{cell}");
        }
    }

    #[test]
    fn what_may_mean_several_times_is_not_read() {
        for cell in ["8:00m", "6:300pm", "9:0am", "25:00", "noon", "13pm", "9", "10:75", "930pmish"] {
            assert_eq!(read(cell), Time::Unclear, "{cell}");
        }
        assert_eq!(read("  "), Time::Absent);
    }
}
