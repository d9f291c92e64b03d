//! Prefectures, municipalities and wards: what a person means by a place name, where it is, what is near.

mod distance;
mod names;
mod resolve;
mod table;

pub use distance::{distance_km, whole_km};
pub use resolve::AreaMatch;
pub use table::{Area, AreasError, Level};

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::model::AreaCode;

/// The municipality table, with what is needed to find a name in it.
#[derive(Debug, Clone, Default)]
pub struct Areas {
    rows: BTreeMap<AreaCode, Area>,
    /// All ways of writing a name; made when somebody first names a place, since most questions name none.
    names: OnceLock<names::Index>,
}

impl Areas {
    /// Reads the table (`municipalities.tsv` of a pack).
    ///
    /// # Errors
    /// [`AreasError`] with the line that cannot be read.
    pub fn from_tsv(text: &str) -> Result<Self, AreasError> {
        Ok(Self { rows: table::read(text)?, names: OnceLock::new() })
    }

    fn names(&self) -> &names::Index {
        self.names.get_or_init(|| names::Index::new(&self.rows))
    }

    /// The row of a code: `37`, `372013`.
    #[must_use]
    pub fn get(&self, code: &AreaCode) -> Option<&Area> {
        self.rows.get(code)
    }

    /// All rows in order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.rows.values()
    }

    /// Finds what a person means by a code or a name, in kanji, kana or romaji, with or without its 都道府県 and with or
    /// without 市, 区, 町 or 村. A name that several places have is never decided alone.
    #[must_use]
    pub fn resolve(&self, text: &str) -> AreaMatch<'_> {
        resolve::resolve(self, text)
    }

    /// Name of the prefecture that an area lies in: 香川県 for 372013.
    #[must_use]
    pub fn prefecture_name(&self, code: &AreaCode) -> Option<&str> {
        let prefecture = AreaCode::parse(code.prefecture()?)?;
        self.rows.get(&prefecture).map(|area| area.name.as_str())
    }

    /// The name that says which one is meant: 香川県高松市.
    #[must_use]
    pub fn full_name(&self, area: &Area) -> String {
        match self.prefecture_name(&area.code) {
            Some(prefecture) if area.level != Level::Prefecture => format!("{prefecture}{}", area.name),
            _ => area.name.clone(),
        }
    }

    /// Latitude and longitude of the centre in degrees. The six villages of the northern islands have none.
    #[must_use]
    pub fn centre(&self, code: &AreaCode) -> Option<(f64, f64)> {
        self.get(code)?.centre()
    }

    /// Kilometres between the centres of two areas.
    #[must_use]
    pub fn distance_km(&self, a: &AreaCode, b: &AreaCode) -> Option<f64> {
        Some(distance_km(self.centre(a)?, self.centre(b)?))
    }

    /// Municipalities whose centre is at most `km` away, nearest first, without the area itself.
    #[must_use]
    pub fn neighbours(&self, code: &AreaCode, km: f64) -> Vec<(&Area, f64)> {
        let Some(centre) = self.centre(code) else { return Vec::new() };
        let mut near: Vec<(&Area, f64)> = self
            .iter()
            .filter(|area| area.level == Level::Municipality && area.code != *code)
            .filter_map(|area| Some((area, distance_km(centre, area.centre()?))))
            .filter(|(_, distance)| *distance <= km)
            .collect();
        near.sort_by(|(a, near), (b, far)| near.total_cmp(far).then_with(|| a.code.cmp(&b.code)));
        near
    }
}
