//! What must be known before the arguments are read: the language, and which command is meant.

use std::ffi::OsString;

use clap::Command;
use tsunagari_core::model::Language;

/// Options of every command that take a value; the word after them is no command.
const WITH_VALUE: [&str; 4] = ["--lang", "--data", "--now", "--color"];

/// A first look at the arguments.
#[derive(Debug)]
pub(crate) struct Ahead {
    /// The language asked for; Japanese when none, or one that is not known.
    pub(crate) language: Language,
    /// Whether the answer is for another program.
    pub(crate) json: bool,
    /// The arguments, `help find` as `find --help`.
    pub(crate) args: Vec<OsString>,
    /// The command that is meant, such as `tsunagari find`.
    pub(crate) command: String,
}

impl Ahead {
    /// Looks at arguments, the name of the program first.
    pub(crate) fn of(args: impl IntoIterator<Item = OsString>, commands: &Command) -> Self {
        let mut args: Vec<OsString> = args.into_iter().collect();
        let mut language = Language::default();
        let mut json = false;
        let mut free: Vec<usize> = Vec::new();
        let mut before = String::new();
        for (at, word) in args.iter().enumerate().skip(1) {
            let word = word.to_string_lossy().into_owned();
            if word == "--" {
                break;
            }
            json |= word == "--json" && !WITH_VALUE.contains(&before.as_str());
            if let Some(code) = word.strip_prefix("--lang=").or((before == "--lang").then_some(word.as_str())) {
                language = code.parse().unwrap_or_default();
            } else if !word.starts_with('-') && !WITH_VALUE.contains(&before.as_str()) {
                free.push(at);
            }
            before = word;
        }
        let is = |at: &usize, name: &str| args.get(*at).is_some_and(|word| word == name);
        if let Some(first) = free.first().copied().filter(|at| is(at, "help")) {
            args.remove(first);
            args.push("--help".into());
            free.remove(0);
            free.iter_mut().for_each(|at| *at -= 1);
        }
        let words = free.iter().filter_map(|at| args.get(*at));
        let (mut command, mut place) = (String::from("tsunagari"), commands);
        for word in words {
            let Some(below) = place.find_subcommand(word) else { break };
            command = format!("{command} {}", below.get_name());
            place = below;
        }
        Self { language, json, args, command }
    }
}

impl Ahead {
    /// What may have been meant where the arguments are not understood as they stand: numbers and dates as a Japanese
    /// keyboard gives them, one more of them at a time from the left. What somebody writes down stays as they wrote it,
    /// unless nothing else makes sense.
    pub(crate) fn narrowed(&self) -> impl Iterator<Item = Vec<OsString>> {
        let mut args = self.args.clone();
        (0..args.len()).filter_map(move |at| {
            let word = args.get_mut(at)?;
            *word = narrow(word.to_str()?)?.into();
            Some(args.clone())
        })
    }
}

/// A number or date in full width as it is otherwise written: ３ is 3, ２０２６－１１ is 2026-11. `None` for any other word.
pub(crate) fn narrow(word: &str) -> Option<String> {
    let mut wide = false;
    let narrow: Option<String> = word
        .chars()
        .map(|sign| match sign {
            '０'..='９' | '－' | '：' | '．' => {
                wide = true;
                char::from_u32(u32::from(sign) - 0xfee0)
            }
            '0'..='9' | '-' | ':' | '.' => Some(sign),
            _ => None,
        })
        .collect();
    narrow.filter(|_| wide)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn ahead(line: &str) -> Ahead {
        let words = std::iter::once("tsunagari").chain(line.split(' ')).map(OsString::from);
        Ahead::of(words, &crate::args::Args::command())
    }

    #[test]
    fn the_language_is_seen_wherever_it_stands() {
        assert_eq!(ahead("find x").language, Language::Japanese);
        assert_eq!(ahead("find x --lang en").language, Language::English);
        assert_eq!(ahead("--lang=ja-easy find").language, Language::EasyJapanese);
        assert_eq!(ahead("find -- --lang en").language, Language::Japanese);
        assert_eq!(ahead("find --lang xx").language, Language::Japanese);
        assert!(ahead("find --json").json && !ahead("find -- --json").json);
    }

    #[test]
    fn help_before_a_command_is_help_for_it() {
        let asked = ahead("--lang en help pack build");
        assert_eq!(asked.args[1..], ["--lang", "en", "pack", "build", "--help"]);
        assert_eq!(asked.command, "tsunagari pack build");
        assert_eq!(ahead("find help").args[1..], ["find", "help"], "words to look for");
        assert_eq!(ahead("--data help lines").command, "tsunagari lines");
    }
}
