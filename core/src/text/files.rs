//! The Fluent files, one folder a language; the list of file names stands here once.

use crate::model::Language;

macro_rules! locale_files {
    ($($name:literal),+ $(,)?) => {
        /// Sources of all Fluent files of a language.
        pub(super) const fn sources(language: Language) -> &'static [&'static str] {
            match language {
                Language::Japanese => &[$(include_str!(concat!("../../locales/ja/", $name))),+],
                Language::EasyJapanese => &[$(include_str!(concat!("../../locales/ja-easy/", $name))),+],
                Language::English => &[$(include_str!(concat!("../../locales/en/", $name))),+],
            }
        }
    };
}

locale_files![
    "hours.ftl",
    "answer.ftl",
    "reasons.ftl",
    "card.ftl",
    "screen.ftl",
    "busy.ftl",
    "ask.ftl",
    "import.ftl",
    "rules.ftl",
    "doctor.ftl",
    "print.ftl",
    "errors.ftl",
    "demo.ftl",
    "desk.ftl",
    "package.ftl",
    "vault.ftl",
    "backup.ftl",
    "remind.ftl",
    "home.ftl",
    "help-home.ftl",
    "plan.ftl",
    "memo.ftl",
    "keepsakes.ftl",
    "mood.ftl",
    "check.ftl",
    "help.ftl",
    "help-mood.ftl",
    "usage.ftl",
];
