//! What a person writes down or sets aside for themselves, as plain data.

use chrono::{DateTime, Utc};

use super::EventId;

/// A step of つらいときのメモ, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// How I notice that it is getting hard.
    Signs,
    /// What I can do alone.
    Alone,
    /// People and places that take my mind off it.
    Around,
    /// People I can ask.
    Ask,
    /// Lines and professionals.
    Lines,
    /// Making the place safer.
    Safer,
    /// What matters to me.
    Matters,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Signs, Self::Alone, Self::Around, Self::Ask, Self::Lines, Self::Safer, Self::Matters];

    /// From 1 to 7.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    /// 1 to 7.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Signs => 1,
            Self::Alone => 2,
            Self::Around => 3,
            Self::Ask => 4,
            Self::Lines => 5,
            Self::Safer => 6,
            Self::Matters => 7,
        }
    }
}

/// A line of a step.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PlanLine {
    /// In the person's words; for an entry of the directory its name of the day it was chosen.
    pub text: String,
    /// The entry, when it is one.
    pub record: Option<String>,
}

/// A field of the consultation memo. The names in brackets are those of 相談受付・申込票 and インテーク・アセスメントシート,
/// the standard forms of 自立相談支援機関.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MemoField {
    /// My name (ふりがな・氏名).
    Name,
    /// How I want to be called.
    Call,
    /// How and when I can be reached (住所・電話・E-mail).
    Contact,
    /// Who lives with me (家族・同居者).
    Home,
    /// What troubles me (ご相談の内容).
    Trouble,
    /// Since when, and what happened then (相談経緯).
    Since,
    /// What I have tried.
    Tried,
    /// Who I talked to before (他機関の利用).
    Talked,
    /// What I wish for (希望).
    Wish,
    /// What I do not want (配慮).
    NotWish,
    /// Health and medicine (健康状態・通院・服薬).
    Health,
    /// Language, interpreter, hearing, reading (配慮).
    Language,
    /// What may be passed on, and to whom (情報共有の同意).
    Consent,
}

impl MemoField {
    /// All of them, in the order in which they are said.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Call,
        Self::Contact,
        Self::Home,
        Self::Trouble,
        Self::Since,
        Self::Tried,
        Self::Talked,
        Self::Wish,
        Self::NotWish,
        Self::Health,
        Self::Language,
        Self::Consent,
    ];

    /// Its code, as it is stored and typed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Call => "call",
            Self::Contact => "contact",
            Self::Home => "home",
            Self::Trouble => "trouble",
            Self::Since => "since",
            Self::Tried => "tried",
            Self::Talked => "talked",
            Self::Wish => "wish",
            Self::NotWish => "not-wish",
            Self::Health => "health",
            Self::Language => "language",
            Self::Consent => "consent",
        }
    }

    /// From its code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// A field that was filled in, and whether it may be shown to somebody.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct MemoEntry {
    /// The field.
    pub field: MemoField,
    /// In the person's words.
    pub text: String,
    /// Whether they said that it may be shown.
    pub share: bool,
}

/// An entry of the directory that somebody wants to find again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Favourite {
    /// Its id.
    pub record: String,
    /// Its name of the day it was chosen.
    pub name: String,
    /// When it was chosen.
    pub added: DateTime<Utc>,
}

/// An entry of one's own: a friend's bar, a librarian who listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Its id.
    pub id: EventId,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Telephone number, as written down; nobody assured it.
    pub tel: String,
    /// Where it is.
    pub address: String,
    /// When it is open, in words.
    pub hours: String,
    /// Anything else.
    pub note: String,
    /// When it was written or changed last.
    pub changed: DateTime<Utc>,
}

/// A line that did not answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriedWay {
    /// The entry.
    pub record: String,
    /// Its way; empty where nobody said which.
    pub channel: String,
    /// When.
    pub at: DateTime<Utc>,
}
