//! Telephone numbers out of a cell. A number is safe or absent: nothing is completed by guessing.

use super::Rule;
use super::clean::fold;

/// One number that can be dialled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phone {
    /// Digits only.
    pub(super) dial: String,
    /// With hyphens, as published but in plain characters.
    pub(super) display: String,
    /// What stands beside it, such as a department.
    pub(super) label: String,
    /// Extension.
    pub(super) extension: String,
}

impl Phone {
    /// `geographic`, `freephone`, `navi_dial`, `short`, `ip` or `mobile`.
    pub(super) fn kind(&self) -> &'static str {
        let dial = self.dial.as_str();
        if dial.starts_with("0120") || dial.starts_with("0800") {
            "freephone"
        } else if dial.starts_with("0570") {
            "navi_dial"
        } else if dial.starts_with("050") {
            "ip"
        } else if ["070", "080", "090"].iter().any(|prefix| dial.starts_with(prefix)) {
            "mobile"
        } else if dial.len() <= 5 {
            "short"
        } else {
            "geographic"
        }
    }

    /// Who pays.
    pub(super) fn fee(&self) -> &'static str {
        match self.kind() {
            "freephone" => "free",
            "navi_dial" => "navi",
            "short" => "unknown",
            _ => "caller",
        }
    }
}

struct Run {
    text: String,
    digits: String,
    from: usize,
    to: usize,
}

/// Numbers in a cell, in order. `note` is told what was found.
pub(super) fn read(cell: &str, mut note: impl FnMut(Rule)) -> Vec<Phone> {
    let plain: Vec<char> = spaced(cell);
    let runs = runs(&plain);
    if runs.is_empty() {
        note(Rule::PhoneNone);
        return Vec::new();
    }
    if cell.chars().any(|c| matches!(c, '０'..='９' | '－' | '−' | '‐' | '（' | '）' | 'ー' | '―' | '\u{ff70}'))
    {
        note(Rule::PhoneFullWidth);
    }
    let mut phones: Vec<Phone> = Vec::new();
    let mut from = 0;
    let mut brackets = false;
    for run in &runs {
        let before: String = plain.get(from..run.from).unwrap_or_default().iter().collect();
        from = run.to;
        if before.ends_with("内線") || before.ends_with('内') || before.ends_with("内線:") {
            if let Some(last) = phones.last_mut() {
                note(Rule::PhoneExtension);
                last.extension.clone_from(&run.digits);
                last.label.clear();
            }
            continue;
        }
        if run.text.starts_with("+81") {
            note(Rule::PhoneInternational);
        }
        match judge(&run.digits) {
            Judged::Number => {
                brackets |= run.text.contains(['(', ' ']);
                let display = display(&run.text, &run.digits);
                if run.digits.len() >= 10 && display.matches('-').count() < 2 && !is_free_form(&run.digits) {
                    note(Rule::PhoneHyphenLost);
                }
                phones.push(Phone {
                    dial: run.digits.clone(),
                    display,
                    label: label(&before),
                    extension: String::new(),
                });
            }
            Judged::Local if !phones.is_empty() && run.digits.len() <= 4 => note(Rule::PhoneShortened),
            Judged::Local => note(Rule::PhoneNoAreaCode),
            Judged::Other => note(Rule::PhoneUnreadable),
        }
    }
    if brackets {
        note(Rule::PhoneBrackets);
    }
    if phones.len() > 1 {
        note(Rule::PhoneSeveral);
    }
    if let [only] = phones.as_mut_slice() {
        let after: String = plain.get(from..).unwrap_or_default().iter().collect();
        let after = label(&after);
        if only.label.is_empty() {
            only.label = after;
        }
    }
    if phones.iter().any(|phone| !phone.label.is_empty()) {
        note(Rule::PhoneLabelled);
    }
    phones.dedup_by(|a, b| a.dial == b.dial);
    phones
}

/// Plain characters with single spaces kept, since a space may stand for a hyphen.
fn spaced(cell: &str) -> Vec<char> {
    let mut plain = Vec::new();
    for word in cell.split(|c: char| c.is_whitespace() && c != '\n') {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.split('\n').map(fold).collect::<Vec<_>>().join("/").chars());
    }
    // A prolonged sound mark between digits is a hyphen.
    for at in 1..plain.len() {
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        if plain.get(at) == Some(&'ー')
            && digit(plain.get(at - 1))
            && let Some(c) = plain.get_mut(at)
        {
            *c = '-';
        }
    }
    plain
}

/// Runs of digits with hyphens, brackets and single spaces between them.
fn runs(plain: &[char]) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        let starts = match plain.get(at) {
            Some(c) if c.is_ascii_digit() => true,
            Some('(' | '+') => plain.get(at + 1).is_some_and(char::is_ascii_digit),
            _ => false,
        };
        if !starts {
            at += 1;
            continue;
        }
        let from = at;
        let mut to = at;
        let mut digits = String::new();
        while let Some(c) = plain.get(at) {
            match c {
                c if c.is_ascii_digit() => {
                    // A space after a whole number begins the next one.
                    if at > to && matches!(plain.get(at - 1), Some(' ')) && matches!(judge(&digits), Judged::Number) {
                        break;
                    }
                    digits.push(*c);
                    to = at + 1;
                }
                '-' | ')' | ' ' => {}
                '(' if digits.len() < 6 && plain.get(at + 1).is_some_and(char::is_ascii_digit) => {}
                '+' if at == from => {}
                _ => break,
            }
            at += 1;
        }
        if plain.get(to) == Some(&')')
            && plain.get(from) == Some(&'(')
            && !plain.get(from..to).unwrap_or_default().contains(&')')
        {
            // The whole number stands in brackets.
            to += 0;
        }
        at = at.max(to);
        let text: String = plain.get(from..to).unwrap_or_default().iter().collect();
        let digits = digits.strip_prefix("81").filter(|_| text.starts_with('+')).map_or_else(
            || digits.clone(),
            |rest| if rest.starts_with('0') { rest.to_owned() } else { format!("0{rest}") },
        );
        found.push(Run { text, digits, from, to });
    }
    found
}

enum Judged {
    Number,
    Local,
    Other,
}

fn judge(digits: &str) -> Judged {
    let eleven = ["050", "060", "070", "080", "090", "020"].iter().any(|prefix| digits.starts_with(prefix));
    match digits.len() {
        10 if digits.starts_with('0') && !digits.starts_with("00") && !eleven => Judged::Number,
        11 if eleven || digits.starts_with("0800") => Judged::Number,
        3 if matches!(digits, "110" | "118" | "119" | "171" | "188" | "189") => Judged::Number,
        2..=8 if !digits.starts_with('0') || digits.len() <= 4 => Judged::Local,
        _ => Judged::Other,
    }
}

fn is_free_form(digits: &str) -> bool {
    ["0120", "0800", "0570"].iter().any(|prefix| digits.starts_with(prefix))
}

/// Hyphens for brackets and spaces.
fn display(text: &str, digits: &str) -> String {
    let text = text.strip_prefix("+81").map_or_else(
        || text.to_owned(),
        |rest| {
            let rest = rest.trim_start_matches([' ', '-']);
            let rest = rest.replacen('(', "", 1);
            if rest.starts_with('0') { rest } else { format!("0{rest}") }
        },
    );
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_digit() {
            shown.push(c);
        } else if !shown.is_empty() && !shown.ends_with('-') {
            shown.push('-');
        }
    }
    let shown = shown.trim_end_matches('-').to_owned();
    if shown.chars().filter(char::is_ascii_digit).collect::<String>() == digits { shown } else { digits.to_owned() }
}

/// The words beside a number, without brackets and separators.
fn label(words: &str) -> String {
    let label = words
        .rsplit([';', '/', '、', ',', '・'])
        .map(|part| {
            part.trim_matches(|c: char| {
                c.is_whitespace()
                    || matches!(c, '(' | ')' | ':' | '-' | '[' | ']' | '【' | '】' | '<' | '>' | '→' | '※' | '。')
            })
        })
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    if matches!(label, "TEL" | "Tel" | "電話" | "℡" | "電話番号" | "tel") || label.chars().count() > 30 {
        String::new()
    } else {
        label.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(cell: &str) -> (Vec<(String, String)>, Vec<&'static str>) {
        let mut found = Vec::new();
        let phones = read(cell, |rule| found.push(rule.code()));
        (phones.into_iter().map(|p| (p.display, p.label)).collect(), found)
    }

    #[track_caller]
    fn check(cell: &str, expected: &[(&str, &str)], rules: &[&str]) {
        let (phones, found) = numbers(cell);
        let expected: Vec<(String, String)> =
            expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(phones, expected, "{cell}");
        assert_eq!(found, rules, "{cell}");
    }

    #[test]
    fn brackets_spaces_and_full_width_are_read() {
        check("(076)288-2121", &[("076-288-2121", "")], &["phone-brackets"]);
        check("（0768）52-0720", &[("0768-52-0720", "")], &["phone-full-width", "phone-brackets"]);
        check("（076）283－4293", &[("076-283-4293", "")], &["phone-full-width", "phone-brackets"]);
        check("(0767)52 5432", &[("0767-52-5432", "")], &["phone-brackets"]);
        check("+81 (03)5253-5111", &[("03-5253-5111", "")], &["phone-international", "phone-brackets"]);
        check("025－284－7119", &[("025-284-7119", "")], &["phone-full-width"]);
    }

    #[test]
    fn several_numbers_keep_their_labels() {
        check(
            "平日:0761-72-7888;土日:0761-72-3031",
            &[("0761-72-7888", "平日"), ("0761-72-3031", "土日")],
            &["phone-several", "phone-labelled"],
        );
        check(
            "（一課）  087-000-0001  （二課）  087-000-0002",
            &[("087-000-0001", "一課"), ("087-000-0002", "二課")],
            &["phone-full-width", "phone-several", "phone-labelled"],
        );
        check("087-000-0001 087-000-0002", &[("087-000-0001", ""), ("087-000-0002", "")], &["phone-several"]);
    }

    #[test]
    fn nothing_is_completed_by_guessing() {
        check("3636-9365", &[], &["phone-no-area-code"]);
        check("（市役所：33-1111）", &[], &["phone-full-width", "phone-no-area-code"]);
        check("0739-47-4890、5930", &[("0739-47-4890", "")], &["phone-shortened"]);
        check("073-477-4009・4010", &[("073-477-4009", "")], &["phone-shortened"]);
        check("なし（無人施設のため）", &[], &["phone-none"]);
        check("-", &[], &["phone-none"]);
        check("000-000-*347", &[], &["phone-unreadable", "phone-no-area-code"]);
    }

    #[test]
    fn extensions_and_lost_hyphens_are_read() {
        let phones = read("073-488-1816（内線399）", |_| {});
        assert_eq!((phones[0].dial.as_str(), phones[0].extension.as_str()), ("0734881816", "399"));
        check("073549-2575", &[("073549-2575", "")], &["phone-hyphen-lost"]);
        check("0120-090588", &[("0120-090588", "")], &[]);
    }
}
