//! The needs themselves, from core/national/needs.toml.

use std::collections::BTreeMap;

use super::NeedsError;
use crate::model::Language;

/// How urgent a need is; a more urgent one is answered first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// 119 or 110 first.
    Danger,
    /// A listening line first.
    Feeling,
    /// Needed today: food, a bed.
    Now,
    /// Everything else.
    #[default]
    Life,
}

/// One need.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Code, never reused.
    pub id: String,
    /// How urgent it is.
    pub rank: Rank,
    /// What belongs to it, for editors.
    pub scope: String,
    name: BTreeMap<Language, String>,
}

impl Need {
    /// The name as a screen shows it.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        self.name.get(&language).or_else(|| self.name.get(&Language::Japanese)).map_or(&self.id, String::as_str)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    need: Vec<Need>,
}

/// All needs, in the order of the file.
#[derive(Debug, Clone)]
pub struct Catalogue(Vec<Need>);

impl Catalogue {
    /// Reads needs.toml.
    ///
    /// # Errors
    /// [`NeedsError::Toml`] with the place of the mistake.
    pub fn read(text: &str) -> Result<Self, NeedsError> {
        let file: File = toml::from_str(text).map_err(|error| NeedsError::Toml("needs.toml", error.to_string()))?;
        Ok(Self(file.need))
    }

    /// The need with a code.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Need> {
        self.0.iter().find(|need| need.id == id)
    }

    /// How urgent a need is; an unknown code is not urgent.
    #[must_use]
    pub fn rank(&self, id: &str) -> Rank {
        self.get(id).map_or(Rank::Life, |need| need.rank)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Need> {
        self.0.iter()
    }
}
