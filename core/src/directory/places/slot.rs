//! What every municipality should have: a slot is filled by records of that municipality, or it says so.

use serde::{Deserialize, Serialize};

use crate::directory::finder::Words;
use crate::model::{AreaCode, Record};

/// A slot as it is written down, the same for every municipality.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SlotKind {
    /// Its id: `kodoku`, `houkatsu`, `minsei`.
    pub id: String,
    /// Categories of records that fill it.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Words in a name that fill it.
    #[serde(default)]
    pub words: Vec<String>,
    /// What it is called.
    pub name: Words,
}

/// A slot of one municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// Id of its kind.
    pub kind: String,
    /// What fills it.
    pub filling: Filling,
}

/// What fills a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filling {
    /// Ids of records, in order; never none.
    Filled(Vec<String>),
    /// まだ情報がありません.
    Empty,
}

impl SlotKind {
    pub(super) fn filled_by<'r>(&self, municipality: &AreaCode, records: impl IntoIterator<Item = &'r Record>) -> Slot {
        let mut ids: Vec<String> = records
            .into_iter()
            .filter(|record| belongs(record, municipality) && self.takes(record))
            .map(|record| record.id.clone())
            .collect();
        ids.sort();
        ids.dedup();
        let filling = if ids.is_empty() { Filling::Empty } else { Filling::Filled(ids) };
        Slot { kind: self.id.clone(), filling }
    }

    fn takes(&self, record: &Record) -> bool {
        let category = record.text("category").unwrap_or_default();
        let mut names = std::iter::once(record.name()).chain(record.members("alias"));
        self.categories.iter().any(|wanted| wanted == category)
            || names.any(|name| self.words.iter().any(|word| name.contains(word)))
    }
}

/// Whether a record is of this municipality: what serves a prefecture or the country is not its desk, but a city's desk
/// is that of its wards too.
fn belongs(record: &Record, municipality: &AreaCode) -> bool {
    let here = |area: &AreaCode| area.is_local_to(municipality);
    municipality.as_str().len() == 6
        && record.text("status") != Some("inactive")
        && !record.is("confidential")
        && (record.areas().iter().any(here) || record.text("lg").and_then(AreaCode::parse).is_some_and(|lg| here(&lg)))
}
