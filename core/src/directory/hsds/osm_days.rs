//! The part of the opening_hours notation that HSDS can hold: weekdays, or weekdays by their number in the month, with
//! times on one day.

/// Two letters of each day, Monday first, as in the notation; upper case they are those of HSDS.
pub(super) const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// A day of the week, every week or the n-th of a month (-1 is the last).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    /// 0 is every week.
    pub(super) nth: i8,
    /// 0 is Monday.
    pub(super) day: usize,
}

/// Opening and closing in minutes after midnight.
pub(super) type Span = (u16, u16);

/// Days with the same times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) days: Vec<Day>,
    pub(super) spans: Vec<Span>,
}

/// Writes rules; days with the same times are joined.
pub(super) fn write(rules: &[Rule]) -> Option<String> {
    let mut by_day: Vec<(Day, Vec<Span>)> = Vec::new();
    for rule in rules {
        for day in &rule.days {
            match by_day.iter_mut().find(|(known, _)| known == day) {
                Some((_, spans)) => spans.extend(&rule.spans),
                None => by_day.push((*day, rule.spans.clone())),
            }
        }
    }
    for (_, spans) in &mut by_day {
        spans.sort_unstable();
        spans.dedup();
    }
    by_day.retain(|(_, spans)| !spans.is_empty());
    by_day.sort_by_key(|(day, _)| (day.nth != 0, day.day, day.nth));
    let mut groups: Vec<(Vec<Day>, Vec<Span>)> = Vec::new();
    for (day, spans) in by_day {
        match groups.iter_mut().find(|(days, known)| {
            *known == spans && days.first().is_some_and(|first| (first.nth == 0) == (day.nth == 0))
        }) {
            Some((days, _)) => days.push(day),
            None => groups.push((vec![day], spans)),
        }
    }
    if let [(days, spans)] = groups.as_slice()
        && days.len() == 7
        && spans.as_slice() == [(0, 1440)]
    {
        return Some("24/7".to_owned());
    }
    let rules: Vec<String> =
        groups.iter().map(|(days, spans)| format!("{} {}", days_text(days), spans_text(spans))).collect();
    (!rules.is_empty()).then(|| rules.join(", "))
}

/// Days for a doubt, without times.
pub(super) fn days_text(days: &[Day]) -> String {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(day) = days.get(at) {
        let mut end = at;
        while day.nth == 0 && days.get(end + 1).zip(days.get(end)).is_some_and(|(next, last)| next.day == last.day + 1)
        {
            end += 1;
        }
        let name = |day: &Day| DAYS.get(day.day).copied().unwrap_or_default();
        match days.get(end).filter(|last| last.day > day.day + 1) {
            Some(last) => parts.push(format!("{}-{}", name(day), name(last))),
            None => parts.extend(
                days.get(at..=end)
                    .unwrap_or_default()
                    .iter()
                    .map(|day| if day.nth == 0 { name(day).to_owned() } else { format!("{}[{}]", name(day), day.nth) }),
            ),
        }
        at = end + 1;
    }
    parts.join(",")
}

fn spans_text(spans: &[Span]) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    spans.iter().map(|(opens, closes)| format!("{}-{}", clock(*opens), clock(*closes))).collect::<Vec<_>>().join(",")
}

/// Reads what HSDS can hold of a canonical string, and says whether that is all of it.
pub(super) fn read(canonical: &str) -> (Vec<Rule>, bool) {
    if canonical == "24/7" {
        let days = (0..7).map(|day| Day { nth: 0, day }).collect();
        return (vec![Rule { days, spans: vec![(0, 1440)] }], true);
    }
    let mut rules: Vec<Rule> = Vec::new();
    let mut whole = true;
    for part in canonical.split(';').flat_map(|part| part.split(", ")) {
        match rule(part.trim()) {
            Some(rule) if !rule.days.iter().any(|day| rules.iter().any(|known| known.days.contains(day))) => {
                rules.push(rule)
            }
            // A later rule for the same day replaces the first: not something rows can say.
            Some(_) => return (Vec::new(), false),
            None => whole = false,
        }
    }
    (rules, whole)
}

fn rule(text: &str) -> Option<Rule> {
    let (days, spans) = text.rsplit_once(' ').unwrap_or(("Mo-Su", text));
    let spans = spans.split(',').map(span).collect::<Option<Vec<_>>>()?;
    let mut list = Vec::new();
    let mut rest = days;
    while !rest.is_empty() {
        let end = rest.char_indices().scan(false, |inside, (at, c)| {
            *inside = (*inside || c == '[') && c != ']';
            Some((at, c == ',' && !*inside))
        });
        let end = end.filter(|(_, ends)| *ends).map(|(at, _)| at).next().unwrap_or(rest.len());
        list.extend(day(rest.get(..end)?)?);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    Some(Rule { days: list, spans })
}

fn day(text: &str) -> Option<Vec<Day>> {
    let of = |name: &str| DAYS.iter().position(|day| *day == name);
    if let Some((name, numbers)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        let day = of(name)?;
        let days = numbers
            .split(',')
            .map(|nth| nth.parse().ok().filter(|nth| matches!(nth, 1..=5 | -1)).map(|nth| Day { nth, day }));
        return days.collect();
    }
    if let Some((first, last)) = text.split_once('-') {
        let (first, last) = (of(first)?, of(last)?);
        return (first < last).then(|| (first..=last).map(|day| Day { nth: 0, day }).collect());
    }
    Some(vec![Day { nth: 0, day: of(text)? }])
}

fn span(text: &str) -> Option<Span> {
    let (opens, closes) = text.split_once('-')?;
    let clock = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        let fits = hour.len() == 2 && minute.len() == 2;
        fits.then(|| Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?))?
    };
    Some((clock(opens)?, clock(closes)?)).filter(|(opens, closes)| opens < closes && *closes <= 2 * 1440)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rows_can_hold_is_read_and_written_again() {
        for canonical in [
            "24/7",
            "Mo-Fr 09:00-17:00",
            "Mo,We 09:00-12:00,13:00-17:00, Sa 10:00-12:00",
            "Mo-Su 16:00-21:00",
            "Tu[1],Tu[3] 10:00-12:00",
            "Fr[-1] 18:00-24:00",
        ] {
            let (rules, whole) = read(canonical);
            assert!(whole, "{canonical}");
            assert_eq!(write(&rules).as_deref(), Some(canonical));
        }
    }

    #[test]
    fn what_rows_cannot_hold_is_told() {
        assert_eq!(read("Mo-Fr 09:00-17:00; PH off").0.len(), 1);
        for canonical in [
            "Mo-Fr 09:00-17:00; PH off",
            "Dec 29-Jan 03 off",
            "sunrise-sunset",
            "Mo-Fr 09:00-17:00; Fr 09:00-12:00",
            "week 1-53/2 Mo 10:00-12:00",
        ] {
            assert!(!read(canonical).1, "{canonical}");
        }
    }
}
