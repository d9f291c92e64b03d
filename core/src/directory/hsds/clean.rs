//! Texts as exporting systems leave them.

use super::Rule;
use super::limits::MAX_KEPT_BYTES;

/// A text as it was meant: without the marker of an exporting system, with its new lines.
pub(super) fn text(raw: &str, mut note: impl FnMut(Rule)) -> String {
    let mut text = raw.replace("\r\n", "\n");
    if text.contains("###MON###") {
        note(Rule::Marker);
        text = text.replace("###MON###", "");
    }
    if text.contains("\\n") {
        note(Rule::BackslashN);
        text = text.replace("\\r\\n", "\n").replace("\\n", "\n");
    }
    let trimmed = text.trim();
    if trimmed.len() > MAX_KEPT_BYTES {
        note(Rule::TextCut);
        return cut(trimmed, MAX_KEPT_BYTES);
    }
    trimmed.to_owned()
}

/// The beginning of a text, at most so many bytes, ending on a whole character.
pub(super) fn cut(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = (0..=bytes.saturating_sub('…'.len_utf8())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    format!("{}…", text.get(..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> (String, Vec<Rule>) {
        let mut noted = Vec::new();
        let text = text(raw, |rule| noted.push(rule));
        (text, noted)
    }

    #[test]
    fn a_marker_of_the_exporting_system_is_taken_out() {
        assert_eq!(read("###MON###Help with rent."), ("Help with rent.".into(), vec![Rule::Marker]));
    }

    #[test]
    fn a_written_out_new_line_becomes_one() {
        assert_eq!(read("7:00am-7:00pm;\\n8:00am"), ("7:00am-7:00pm;\n8:00am".into(), vec![Rule::BackslashN]));
    }

    #[test]
    fn a_very_long_text_is_cut_on_a_whole_character() {
        let (text, noted) = read(&"あ".repeat(2_000));
        assert!(text.len() <= MAX_KEPT_BYTES && text.ends_with('…'));
        assert_eq!(noted, [Rule::TextCut]);
    }
}
