//! Breaking lines where Japanese and English may be broken.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What may not stand at the beginning of a line.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜,.!?:;)]}%";
/// What may not stand at the end of a line.
const NOT_LAST: &str = "（「『【〈《〔［｛([{";

/// Columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Breaks a text into lines of at most `columns`. A word in Latin letters, a number or an address stays in one piece
/// where it fits; a line may be wider only by marks that may not begin the next one.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(10);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if piece == " " && line.is_empty() && !lines.is_empty() {
                continue;
            }
            if width(&line) + width(&piece) > columns && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
                if piece == " " {
                    continue;
                }
            }
            if width(&piece) > columns {
                split_long(&piece, columns, &mut line, &mut lines);
            } else {
                line.push_str(&piece);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Pieces that are not broken: a word, or one wide character with the marks that belong to it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut glue = false;
    for c in text.chars() {
        let narrow = |c: char| c.is_ascii_graphic();
        let joins = glue
            || NOT_FIRST.contains(c)
            || (narrow(c) && pieces.last().and_then(|piece| piece.chars().last()).is_some_and(narrow));
        match pieces.last_mut() {
            Some(last) if joins && c != ' ' && last != " " => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        glue = NOT_LAST.contains(c);
    }
    pieces
}

fn split_long(piece: &str, columns: usize, line: &mut String, lines: &mut Vec<String>) {
    for c in piece.chars() {
        if width(line) + c.width().unwrap_or(0) > columns {
            lines.push(std::mem::take(line));
        }
        line.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kanji_is_two_wide() {
        assert_eq!(wrap("相談できます相談できます", 10), ["相談できま", "す相談でき", "ます"]);
        assert!(wrap("よりそいホットラインは、いつでも話せます。", 20).iter().all(|line| width(line) <= 20));
    }

    #[test]
    fn no_line_begins_with_a_full_stop_and_numbers_stay_whole() {
        assert_eq!(wrap("あいうえお。かき", 10), ["あいうえ", "お。かき"]);
        assert_eq!(wrap("電話は 0120-279-338 です", 16), ["電話は", "0120-279-338 で", "す"]);
    }

    #[test]
    fn what_is_longer_than_a_line_is_broken_anywhere() {
        let lines = wrap("https://example.jp/a/very/long/address/indeed", 20);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line) <= 20));
    }
}
