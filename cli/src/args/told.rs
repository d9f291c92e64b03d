//! Help, manual pages and completions in the language of the answer: the same commands, with words from the Fluent
//! files. Identifiers come from the names of commands and arguments.

use clap::builder::{Resettable, Styles};
use clap::{Arg, ArgAction, Command, CommandFactory};
use tsunagari_core::text::{Texts, plain};

use super::Args;
use crate::render::wrap;

/// Columns left of the words of an argument, beside the argument itself.
const BESIDE: usize = 10;

/// All commands with their words, for a screen of so many columns.
pub(crate) fn command(texts: &Texts, columns: usize) -> Command {
    Told { texts, columns }.command(Args::command(), "")
}

struct Told<'a> {
    texts: &'a Texts,
    columns: usize,
}

impl Told<'_> {
    fn say(&self, id: &str) -> String {
        plain(&self.texts.get(id), self.texts.language())
    }

    fn with(&self, id: &str, value: String) -> String {
        let name = if id == "help-default" { "value" } else { "values" };
        plain(&self.texts.with(id, &[(name, value.into())]), self.texts.language())
    }

    /// A command and all below it. `path` is what is typed after `tsunagari`.
    fn command(&self, command: Command, path: &str) -> Command {
        let name = if path.is_empty() { "root".to_owned() } else { path.replace(' ', "-") };
        let mut command = command
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
            .term_width(0);
        if path.is_empty() {
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            command = command.disable_version_flag(true).arg(version);
        }
        let command = command.mut_args(|arg| self.named(arg));
        let column = BESIDE + command.get_arguments().map(|arg| width(&written(arg))).max().unwrap_or_default();
        let command = command.mut_args(|arg| self.arg(arg, path, column)).mut_subcommands(|below| {
            let path =
                if path.is_empty() { below.get_name().to_owned() } else { format!("{path} {}", below.get_name()) };
            self.command(below, &path)
        });
        let usage = self.usage(&command, path);
        command
            .about(self.say(&format!("cmd-{name}")))
            .long_about(Resettable::Reset)
            .after_help(self.after(&name))
            .subcommand_help_heading(self.say("help-commands"))
            .subcommand_value_name(self.say("help-command"))
            .help_template(self.template(path))
            .override_usage(usage)
    }

    /// An argument with the name of its value.
    fn named(&self, arg: Arg) -> Arg {
        let name = value_of(&arg).to_lowercase();
        if name.is_empty() { arg } else { arg.value_name(self.say(&format!("value-{name}"))) }
    }

    fn arg(&self, arg: Arg, path: &str, column: usize) -> Arg {
        let mut said = self.say(&arg_id(self.texts, path, arg.get_id().as_str()));
        let values = arg.get_possible_values();
        let takes = arg.get_action().takes_values();
        if takes && !values.is_empty() && !arg.is_global_set() {
            let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
            said.push_str(&self.with("help-values", names.join(", ")));
        }
        if let Some(value) = arg.get_default_values().first() {
            said.push_str(&self.with("help-default", value.to_string_lossy().into_owned()));
        }
        let own = matches!(arg.get_id().as_str(), "help" | "version");
        let heading = match () {
            () if arg.is_positional() => "help-arguments",
            () if arg.is_global_set() || own => "help-global",
            () => "help-options",
        };
        arg.help(self.wrapped(&said, column))
            .long_help(Resettable::Reset)
            .help_heading(self.say(heading))
            .hide_default_value(takes)
            .hide_possible_values(takes)
    }

    /// `tsunagari find [OPTIONS] <WORDS>...`
    fn usage(&self, command: &Command, path: &str) -> String {
        let mut usage = format!("tsunagari {path}").trim_end().to_owned();
        usage = format!("{usage} {}", self.say("help-any"));
        for arg in command.get_arguments().filter(|arg| !arg.is_positional() && arg.is_required_set()) {
            usage = format!("{usage} {}", written(arg));
        }
        for arg in command.get_positionals() {
            let name = value_of(arg);
            let several = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
            let name = if arg.is_required_set() { format!("<{name}>") } else { format!("[{name}]") };
            usage = format!("{usage} {name}{several}");
        }
        if command.has_subcommands() {
            let name = self.say("help-command");
            let name = if command.is_subcommand_required_set() { format!("<{name}>") } else { format!("[{name}]") };
            usage = format!("{usage} {name}");
        }
        usage
    }

    /// Examples, and what else is to be known.
    fn after(&self, name: &str) -> String {
        let examples = plain(&self.texts.get(&format!("examples-{name}")), self.texts.language());
        let lines: Vec<String> = examples.lines().map(|line| format!("  {line}")).collect();
        let mut after = format!("{}\n{}", self.say("help-examples"), lines.join("\n"));
        let note = format!("note-{name}");
        if self.texts.has(&note) {
            after = format!("{after}\n\n{}", self.wrapped(&self.say(&note), 0));
        }
        after
    }

    fn template(&self, path: &str) -> String {
        let heading = *Styles::styled().get_usage();
        let more = if path.is_empty() {
            format!("\n{}\n", self.wrapped(&self.say("cmd-root-more"), 0))
        } else {
            String::new()
        };
        let usage = self.say("help-usage");
        format!("{{about-with-newline}}{more}\n{heading}{usage}{heading:#} {{usage}}\n\n{{all-args}}{{after-help}}")
    }

    fn wrapped(&self, text: &str, column: usize) -> String {
        wrap(text, self.columns.saturating_sub(column).max(20)).join("\n")
    }
}

/// `--area <AREA>`, or the name of what is written without an option.
fn written(arg: &Arg) -> String {
    let value = value_of(arg);
    match arg.get_long() {
        Some(long) if value.is_empty() => format!("--{long}"),
        Some(long) => format!("--{long} <{value}>"),
        None => value,
    }
}

fn value_of(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first());
    name.filter(|_| arg.get_action().takes_values()).map(ToString::to_string).unwrap_or_default()
}

/// The words of an argument: those of this command, or those it has everywhere.
fn arg_id(texts: &Texts, path: &str, arg: &str) -> String {
    let own = format!("arg-{}-{arg}", path.replace(' ', "-"));
    if texts.has(&own) { own } else { format!("arg-{arg}") }
}

fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

#[cfg(test)]
mod tests {
    use tsunagari_core::model::Language;

    use super::*;

    /// Every command below this one and itself, by its path with hyphens.
    fn all(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
        for below in command.get_subcommands() {
            let path =
                if path.is_empty() { below.get_name().to_owned() } else { format!("{path}-{}", below.get_name()) };
            all(below, &path, found);
        }
        found.push((path.to_owned(), command.clone()));
    }

    fn commands(language: Language) -> Vec<(String, Command)> {
        let mut found = Vec::new();
        let mut root = command(&Texts::new(language), 100);
        root.build();
        all(&root, "", &mut found);
        assert!(found.len() > 15, "the walk has gone blind");
        found
    }

    #[test]
    fn every_command_and_argument_has_words_in_three_languages() {
        let mut missing = Vec::new();
        for language in [Language::Japanese, Language::EasyJapanese, Language::English] {
            let texts = Texts::new(language);
            for (path, command) in commands(language) {
                let name = if path.is_empty() { "root" } else { &path };
                let mut ids = vec![format!("cmd-{name}"), format!("examples-{name}")];
                for arg in command.get_arguments() {
                    ids.push(arg_id(&texts, &path, arg.get_id().as_str()));
                    let text = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!text.starts_with("arg-"), "{text}");
                }
                missing.extend(ids.into_iter().filter(|id| !texts.has(id)).map(|id| format!("{language} {id}")));
            }
            let mut plain = Vec::new();
            all(&Args::command(), "", &mut plain);
            for arg in plain.iter().flat_map(|(_, command)| command.get_arguments()) {
                let id = format!("value-{}", value_of(arg).to_lowercase());
                if id != "value-" && !texts.has(&id) {
                    missing.push(format!("{language} {id}"));
                }
            }
        }
        assert_eq!(missing, Vec::<String>::new());
    }

    /// What is no English sentence although it is written in Latin letters.
    const NAMES: [&str; 62] = [
        "under",
        "plus",
        "Asia",
        "Tokyo",
        "feeling",
        "people",
        "on",
        "off",
        "mon",
        "wed",
        "IANA",
        "tsunagari",
        "HTML",
        "PDF",
        "JSON",
        "Lines",
        "CSV",
        "XLSX",
        "HSDS",
        "QR",
        "SVG",
        "Open",
        "Referral",
        "ID",
        "NO",
        "COLOR",
        "Ctrl",
        "LINE",
        "takamatsu",
        "ja",
        "en",
        "vi",
        "zh",
        "easy",
        "find",
        "lines",
        "pack",
        "toml",
        "hsds",
        "json",
        "csv",
        "source",
        "always",
        "never",
        "auto",
        "bash",
        "zsh",
        "fish",
        "elvish",
        "powershell",
        "tel",
        "chat",
        "line",
        "mail",
        "out",
        "pdf",
        "know",
        "list",
        "direct",
        "ucla",
        "note",
        "hana",
    ];

    #[test]
    fn no_english_is_left_in_the_help_of_the_other_languages() {
        for language in [Language::Japanese, Language::EasyJapanese] {
            for (path, mut command) in commands(language) {
                let mut known: Vec<String> = NAMES.iter().map(ToString::to_string).collect();
                for arg in command.get_arguments() {
                    known.extend(arg.get_long().map(str::to_owned));
                    known.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
                }
                known.extend(path.split('-').map(str::to_owned));
                known.extend(command.get_subcommands().map(|below| below.get_name().to_owned()));
                let help = command.render_long_help().to_string();
                let words = help
                    .lines()
                    .filter(|line| !line.starts_with("  tsunagari ") && !line.contains("| tsunagari"))
                    .flat_map(|line| line.split(|c: char| !c.is_ascii_alphabetic() && c != '-'));
                for word in words.map(|word| word.trim_matches('-')).filter(|word| word.len() > 1) {
                    let is_known = known.iter().any(|name| name == word)
                        || word.split('-').all(|part| known.iter().any(|name| name == part) || part.len() < 2);
                    assert!(is_known, "{language} {path}: “{word}” in\n{help}");
                }
            }
        }
    }

    #[test]
    fn the_commands_are_the_same_in_every_language() {
        for language in [Language::Japanese, Language::EasyJapanese, Language::English] {
            command(&Texts::new(language), 80).debug_assert();
        }
    }
}
