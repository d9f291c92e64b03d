//! Characters that nobody sees and that steer what is seen: a terminal, the direction of writing, what a search finds.

/// Whether a character is hidden: a control character other than a line break or tab, a mark of direction, a space of
/// no width, a tag. Joiners are judged by what they join, see [`without_hidden`].
#[must_use]
pub const fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// A text without its hidden characters; nothing when it has none. A joiner stays after an emoji and after a letter of
/// a script that joins its letters.
#[must_use]
pub fn without_hidden(text: &str) -> Option<String> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte) || matches!(byte, b'\n' | b'\r' | b'\t')) {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let joiner = matches!(c, '\u{200c}' | '\u{200d}');
        if !is_hidden(c) && (!joiner || joins(before)) {
            kept.push(c);
        }
        before = c;
    }
    (kept.len() < text.len()).then_some(kept)
}

/// Whether a joiner after this character changes how it is written.
const fn joins(before: char) -> bool {
    matches!(before, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_and_spaces_of_no_width_go() {
        for c in ('\u{202a}'..='\u{202e}')
            .chain('\u{2066}'..='\u{2069}')
            .chain("\u{200b}\u{200e}\u{200f}\u{7}\u{1b}\u{9b}".chars())
        {
            assert_eq!(without_hidden(&format!("窓{c}口")).as_deref(), Some("窓口"), "{c:?}");
        }
        assert_eq!(without_hidden("窓\u{200d}口").as_deref(), Some("窓口"));
    }

    #[test]
    fn an_emoji_put_together_and_lines_stay() {
        for text in
            ["👩\u{200d}👧 親子", "❤\u{fe0f}\u{200d}🔥", "می\u{200c}خواهم", "一\n二\t三", "葛\u{e0100}城", "plain"]
        {
            assert_eq!(without_hidden(text), None, "{text:?}");
        }
    }
}
