//! Telephone numbers of HSDS files. A number that cannot be dialled safely from Japan is shown, never dialled.

use super::Rule;
use super::country::Country;

/// What a number says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Number {
    /// As published, without quotation marks; empty when it is no number at all.
    pub(super) display: String,
    /// What may be dialled from Japan; empty when that is not safe.
    pub(super) dial: String,
    /// An extension inside the number.
    pub(super) extension: String,
}

/// Reads a number.
pub(super) fn read(raw: &str, country: Country, mut note: impl FnMut(Rule)) -> Number {
    let mut text = raw.trim();
    if text.contains('"') {
        note(Rule::PhoneQuotes);
        text = text.trim_matches(['"', ' ']);
    }
    if text.is_empty() {
        note(Rule::PhoneEmpty);
        return Number::default();
    }
    let mut number = Number::default();
    let mark = text.to_ascii_lowercase();
    let cut = ["ext.", "ext", "x"].iter().find_map(|word| mark.find(word).map(|at| (at, word.len())));
    if let Some((at, length)) = cut.filter(|(at, _)| *at > 0) {
        let rest = text.get(at + length..).unwrap_or_default().trim_matches([' ', '.', ':', '#']);
        text = text.get(..at).unwrap_or_default().trim_end_matches([' ', ',', ';']);
        if rest.chars().any(char::is_alphanumeric) {
            note(Rule::PhoneExtension);
            number.extension = rest.to_owned();
        } else {
            note(Rule::PhoneCutOff);
        }
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let fits =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | ' ' | '.' | '/' | '‐' | '–' | '\u{a0}');
    let japanese_short = country == Country::Japan && text.starts_with('#');
    if digits.len() < 3 || digits.len() > 15 || !(japanese_short || text.chars().all(fits)) {
        note(Rule::PhoneNotANumber);
        return Number::default();
    }
    number.display = text.to_owned();
    number.dial = if let Some(abroad) = text.strip_prefix('+') {
        match (digits.strip_prefix("81"), abroad.is_empty()) {
            (Some(national), false) => format!("0{}", national.strip_prefix('0').unwrap_or(national)),
            _ => format!("+{digits}"),
        }
    } else if country == Country::Japan {
        if japanese_short { format!("#{digits}") } else { digits }
    } else if digits.len() <= 6 {
        note(Rule::PhoneShort);
        String::new()
    } else {
        note(Rule::PhoneNoCountry);
        String::new()
    };
    number
}

/// `ch/<id>/type` of a number that can be dialled in Japan.
pub(super) fn kind(dial: &str) -> &'static str {
    match dial {
        _ if dial.starts_with("0120") || dial.starts_with("0800") => "freephone",
        _ if dial.starts_with("0570") => "navi_dial",
        _ if dial.starts_with("050") => "ip",
        _ if dial.starts_with('#') || dial.len() <= 4 => "short",
        _ if ["070", "080", "090"].iter().any(|mobile| dial.starts_with(mobile)) => "mobile",
        _ if dial.starts_with('0') => "geographic",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(raw: &str, country: Country) -> (Number, Vec<Rule>) {
        let mut noted = Vec::new();
        (read(raw, country, |rule| noted.push(rule)), noted)
    }

    #[test]
    fn quotation_marks_around_a_number_are_taken_off() {
        let (number, noted) = look("\"+44 1234 234567\"", Country::Unknown);
        assert_eq!((number.display.as_str(), number.dial.as_str()), ("+44 1234 234567", "+441234234567"));
        assert_eq!(noted, [Rule::PhoneQuotes]);
    }

    #[test]
    fn an_extension_inside_a_number_is_told_apart() {
        let (number, noted) = look("305-555-0150 xOPT2", Country::Other);
        assert_eq!((number.display.as_str(), number.extension.as_str()), ("305-555-0150", "OPT2"));
        assert_eq!(noted, [Rule::PhoneExtension, Rule::PhoneNoCountry]);
        let (number, noted) = look("305-555-0141 x…", Country::Other);
        assert_eq!((number.display.as_str(), number.extension.as_str()), ("305-555-0141", ""));
        assert_eq!(noted, [Rule::PhoneCutOff, Rule::PhoneNoCountry]);
    }

    #[test]
    fn signs_that_are_no_number_are_never_offered() {
        for raw in ["000-000-*347", "call us", "12"] {
            let (number, noted) = look(raw, Country::Other);
            assert_eq!((number, noted), (Number::default(), vec![Rule::PhoneNotANumber]), "{raw}");
        }
        assert_eq!(look("  ", Country::Other), (Number::default(), vec![Rule::PhoneEmpty]));
    }

    #[test]
    fn a_short_number_of_another_country_is_not_dialled_from_here() {
        let (number, noted) = look("211", Country::Other);
        assert_eq!((number.display.as_str(), number.dial.as_str()), ("211", ""));
        assert_eq!(noted, [Rule::PhoneShort]);
    }

    #[test]
    fn japanese_numbers_can_be_dialled() {
        assert_eq!(look("087-000-0000", Country::Japan).0.dial, "0870000000");
        assert_eq!(look("+81 87 000 0000", Country::Unknown).0.dial, "0870000000");
        assert_eq!(look("#9999", Country::Japan).0.dial, "#9999");
    }
}
