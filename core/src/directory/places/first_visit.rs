//! What is known about a first visit: yes, no or わかりません, each answer with its source.

use crate::model::Record;

/// Something people want to know before they go somewhere for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// 話さなくてよい.
    SilentOk,
    /// 途中で帰れる.
    LeaveAnyTime,
    /// 目印がある.
    Landmark,
    /// ひとりで行ってよい.
    AloneOk,
    /// お金がかからない.
    Free,
}

impl Fact {
    /// All facts, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::SilentOk, Self::LeaveAnyTime, Self::Landmark, Self::AloneOk, Self::Free];

    /// As it stands in a record key.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SilentOk => "silent_ok",
            Self::LeaveAnyTime => "leave_any_time",
            Self::Landmark => "landmark",
            Self::AloneOk => "alone_ok",
            Self::Free => "free",
        }
    }
}

/// What is known of a fact.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case", tag = "answer")]
pub enum Known {
    /// Yes, as this source says.
    Yes {
        /// Id of the source in the record.
        source: String,
    },
    /// No, as this source says.
    No {
        /// Id of the source in the record.
        source: String,
    },
    /// わかりません.
    Unknown,
}

impl Known {
    /// True only when a source says yes.
    #[must_use]
    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::Yes { .. })
    }
}

/// The facts of a record. An answer without a source that stands in the record is no answer.
#[must_use]
pub fn first_visit(record: &Record) -> Vec<(Fact, Known)> {
    Fact::ALL.into_iter().map(|fact| (fact, known(record, fact))).collect()
}

fn known(record: &Record, fact: Fact) -> Known {
    let field = |field: &str| record.text(&format!("first_visit/{}/{field}", fact.code()));
    let source = field("source").filter(|source| record.text(&format!("source/{source}/ref")).is_some());
    match (field("answer"), source.map(str::to_owned)) {
        (Some("yes"), Some(source)) => Known::Yes { source },
        (Some("no"), Some(source)) => Known::No { source },
        _ => Known::Unknown,
    }
}
