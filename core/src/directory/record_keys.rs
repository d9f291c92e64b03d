//! The one list of record keys. docs/record.md prints it and a test compares the two.

mod table;

pub use table::KEYS;

use crate::model::Scalar;

/// What may stand at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text, the same in every language.
    Text,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// Text a person reads: the plain key is Japanese, `@ja-easy` and `@en` beside it.
    Words,
    /// A whole number.
    Number,
    /// Only `true`: membership of a set, or a yes.
    Yes,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` in Japanese local time.
    DateOrTime,
}

/// One line of the list.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key; `<…>` stands for one part drawn by the author, and as the last part for any text.
    pub path: &'static str,
    /// What it may hold.
    pub holds: Holds,
    /// What it says.
    pub meaning: &'static str,
}

/// Finds the line of the list that a key of a record belongs to.
#[must_use]
pub fn find(key: &str) -> Option<&'static Key> {
    KEYS.iter().find(|line| line.matches(key))
}

impl Key {
    /// Whether a key of a record belongs to this line.
    #[must_use]
    pub fn matches(&self, key: &str) -> bool {
        if self.holds == Holds::Words {
            let plain = key.strip_suffix("@ja-easy").or_else(|| key.strip_suffix("@en")).unwrap_or(key);
            return parts_match(self.path, plain);
        }
        parts_match(self.path, key)
    }

    /// Whether a value may stand at this key.
    #[must_use]
    pub fn admits(&self, value: &Scalar) -> bool {
        match (self.holds, value) {
            (Holds::Text | Holds::Words, Scalar::Text(text)) => !text.trim().is_empty(),
            (Holds::OneOf(words), Scalar::Text(text)) => words.contains(&text.as_str()),
            (Holds::Date, Scalar::Text(text)) => is_date(text),
            (Holds::DateOrTime, Scalar::Text(text)) => is_date(text) || is_time(text),
            (Holds::Number, Scalar::Int(_)) | (Holds::Yes, Scalar::Bool(true)) => true,
            _ => false,
        }
    }
}

impl std::fmt::Display for Holds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::OneOf(words) => f.write_str(&words.join(", ")),
            Self::Words => f.write_str("text in three languages"),
            Self::Number => f.write_str("whole number"),
            Self::Yes => f.write_str("true"),
            Self::Date => f.write_str("date"),
            Self::DateOrTime => f.write_str("date or local date-time"),
        }
    }
}

/// The list as the Markdown table of docs/record.md.
#[must_use]
pub fn as_markdown() -> String {
    let mut table = String::from("| key | holds | meaning |\n|---|---|---|\n");
    for key in KEYS {
        table.push_str(&format!("| `{}` | {} | {} |\n", key.path, key.holds, key.meaning));
    }
    table
}

fn parts_match(path: &str, key: &str) -> bool {
    match (path.split_once('/'), key.split_once('/')) {
        // `<text>` at the end takes everything that is left, slashes too: an alias may contain one.
        (None, _) if is_free(path) => !key.is_empty(),
        (None, None) => path == key,
        (Some((first, path_rest)), Some((part, key_rest))) => {
            (first == part || is_free(first) && !part.is_empty()) && parts_match(path_rest, key_rest)
        }
        _ => false,
    }
}

fn is_free(part: &str) -> bool {
    part.starts_with('<')
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

fn is_time(text: &str) -> bool {
    text.len() == 16 && chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_with_its_language_and_its_drawn_parts() {
        assert_eq!(find("summary@ja-easy").unwrap().path, "summary");
        assert_eq!(find("ch/tel/lang/vi").unwrap().path, "ch/<id>/lang/<code>");
        assert_eq!(find("alias/AとB/C").unwrap().path, "alias/<text>");
        assert!(find("summary@fr").is_none());
        assert!(find("ch/tel").is_none());
        assert!(find("phone").is_none());
    }

    #[test]
    fn values_are_held_to_their_line() {
        assert!(find("ch/tel/kind").unwrap().admits(&"tel".into()));
        assert!(!find("ch/tel/kind").unwrap().admits(&"phone".into()));
        assert!(!find("trace_warning").unwrap().admits(&false.into()));
        assert!(find("window/a/from").unwrap().admits(&"2026-12-28T10:00".into()));
        assert!(!find("assured_date").unwrap().admits(&"2026-13-01".into()));
    }
}
