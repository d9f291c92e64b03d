//! Characters of a cell: what is taken away (HTML, tabs, control characters), what is put together (decomposed kana),
//! and what is only noted, because it may be exactly what the city means.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Rule;

/// A cell as text for a record. `note` is told what was found.
pub(super) fn clean(cell: &str, mut note: impl FnMut(Rule)) -> String {
    if cell.is_ascii() && !cell.contains(['<', '&', '\t']) && cell.bytes().all(|byte| byte >= 0x20 && byte != 0x7f) {
        let trimmed = cell.trim();
        if trimmed.len() != cell.len() {
            note(Rule::LeadingSpace);
        }
        return trimmed.to_owned();
    }
    look(cell, &mut note);
    let mut text = if has_html(cell) {
        note(Rule::HtmlInCell);
        without_html(cell)
    } else {
        cell.to_owned()
    };
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        note(Rule::ControlCharacter);
        text.retain(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    }
    if text.contains(['\u{3099}', '\u{309a}']) && !is_nfc(&text) {
        note(Rule::Nfd);
        text = text.nfc().collect();
    }
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if trimmed.len() != text.len() {
        note(Rule::LeadingSpace);
    }
    trimmed.replace("\r\n", "\n").replace(['\r', '\t'], " ")
}

fn look(cell: &str, note: &mut impl FnMut(Rule)) {
    let (mut compat, mut old, mut half, mut dash, mut wave, mut wide) = (false, false, false, false, false, false);
    let mut previous = ' ';
    for c in cell.chars() {
        match c {
            '\u{2460}'..='\u{2473}'
            | '\u{2160}'..='\u{217f}'
            | '\u{3231}'
            | '\u{3232}'
            | '\u{2121}'
            | '\u{2116}'
            | '\u{3300}'..='\u{33ff}' => compat = true,
            '﨑' | '髙' | '神' | '德' | '邊' | '邉' | '濵' | '濱' | '𠮷' => old = true,
            '\u{ff70}' if is_digit(previous) => dash = true,
            '\u{ff61}'..='\u{ff9f}' => half = true,
            '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' | '\u{ff0d}' => {
                dash = true
            }
            '\u{30fc}' if is_digit(previous) => dash = true,
            '\u{301c}' | '\u{ff5e}' => wave = true,
            '０'..='９' | '：' => wide = true,
            _ => {}
        }
        previous = c;
    }
    for (found, rule) in [
        (compat, Rule::CompatibilityCharacter),
        (old, Rule::OldKanji),
        (half, Rule::HalfWidthKana),
        (dash, Rule::DashVariant),
        (wave, Rule::WaveDash),
        (wide, Rule::FullWidthDigits),
    ] {
        if found {
            note(rule);
        }
    }
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn has_html(cell: &str) -> bool {
    let mut rest = cell;
    while let Some((_, after)) = rest.split_once('<') {
        if after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') && after.contains('>') {
            return true;
        }
        rest = after;
    }
    ["&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;"].iter().any(|entity| cell.contains(entity))
}

fn without_html(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let tag = after.split_once('>').filter(|_| after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
        if let Some((tag, after)) = tag {
            let name = tag.trim_start_matches('/').to_ascii_lowercase();
            if name.starts_with("br") || name.starts_with('p') || name.starts_with("li") || name.starts_with("div") {
                text.push('\n');
            }
            rest = after;
        } else {
            text.push('<');
            rest = after;
        }
    }
    text.push_str(rest);
    text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Whether a cell says nothing: empty, or a mark for nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.trim_matches(|c: char| c.is_whitespace()),
        "" | "-"
            | "－"
            | "ー"
            | "―"
            | "‐"
            | "−"
            | "–"
            | "—"
            | "*"
            | "なし"
            | "無"
            | "無し"
            | "ー　"
            | "N/A"
            | "null"
            | ","
    )
}

/// Text folded for comparing and for rules: NFKC, all dashes as `-`, no spaces.
pub(super) fn fold(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).map(dash).collect()
}

/// Any dash as `-`.
pub(super) const fn dash(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{2500}' | '\u{fe63}' | '\u{ff70}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(cell: &str) -> (String, Vec<&'static str>) {
        let mut found = Vec::new();
        let text = clean(cell, |rule| found.push(rule.code()));
        (text, found)
    }

    #[test]
    fn html_and_tabs_go_and_the_text_stays() {
        assert_eq!(rules("月曜<br>火曜"), ("月曜\n火曜".into(), vec!["html-in-cell"]));
        assert_eq!(rules("\t焼津市"), ("焼津市".into(), vec!["leading-space"]));
        assert_eq!(rules("10歳<20歳").1, Vec::<&str>::new());
    }

    #[test]
    fn what_may_be_meant_is_only_noted() {
        assert_eq!(rules("㈱澤﨑 Ⅱ①"), ("㈱澤﨑 Ⅱ①".into(), vec!["compatibility-character", "old-kanji"]));
        assert_eq!(rules("字大町ﾄの3番地3"), ("字大町ﾄの3番地3".into(), vec!["half-width-kana"]));
        assert_eq!(rules("1ｰ40ｰ1"), ("1ｰ40ｰ1".into(), vec!["dash-variant"]));
        assert_eq!(rules("か\u{3099}").0, "が");
    }
}
