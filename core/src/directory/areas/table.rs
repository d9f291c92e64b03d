//! The rows of municipalities.tsv.

use std::collections::BTreeMap;

use crate::model::AreaCode;

const HEADER: &str = "code\tlevel\tname\tkana\tlat_e6\tlon_e6";

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 都道府県.
    Prefecture,
    /// 市, 町, 村, and the wards of Tokyo.
    Municipality,
    /// A ward of a large city.
    Ward,
}

/// One prefecture, municipality or ward.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Area {
    /// As records write it: two digits for a prefecture, six for the rest.
    pub code: AreaCode,
    /// What it is.
    pub level: Level,
    /// Name in kanji; a ward carries its city.
    pub name: String,
    /// Reading in hiragana.
    pub kana: String,
    /// Latitude and longitude of the centre in microdegrees.
    pub centre_e6: Option<(i32, i32)>,
}

impl Area {
    /// Latitude and longitude of the centre in degrees.
    #[must_use]
    pub fn centre(&self) -> Option<(f64, f64)> {
        self.centre_e6.map(|(lat, lon)| (f64::from(lat) / 1e6, f64::from(lon) / 1e6))
    }
}

/// The table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the municipality table cannot be read: {why}")]
pub struct AreasError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub why: &'static str,
}

pub(super) fn read(text: &str) -> Result<BTreeMap<AreaCode, Area>, AreasError> {
    let mut rows = BTreeMap::new();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && *line != HEADER);
    for (number, line) in lines {
        let area = row(line).map_err(|why| AreasError { line: number + 1, why })?;
        if rows.insert(area.code.clone(), area).is_some() {
            return Err(AreasError { line: number + 1, why: "the code stands twice" });
        }
    }
    Ok(rows)
}

fn row(line: &str) -> Result<Area, &'static str> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [code, level, name, kana, lat, lon] = cells.as_slice() else { return Err("it needs six cells") };
    let level = match *level {
        "prefecture" => Level::Prefecture,
        "municipality" => Level::Municipality,
        "ward" => Level::Ward,
        _ => return Err("the level is none of prefecture, municipality, ward"),
    };
    let full = AreaCode::parse(code).filter(|_| code.len() == 6).ok_or("the code is wrong")?;
    let code = match (level, full.prefecture().and_then(AreaCode::parse)) {
        (Level::Prefecture, Some(prefecture)) => prefecture,
        _ => full,
    };
    if name.is_empty() || kana.is_empty() {
        return Err("name or reading is missing");
    }
    let centre_e6 = match (*lat, *lon) {
        ("", "") => None,
        (lat, lon) => Some((degrees(lat, 20..46)?, degrees(lon, 122..155)?)),
    };
    Ok(Area { code, level, name: (*name).to_owned(), kana: (*kana).to_owned(), centre_e6 })
}

fn degrees(cell: &str, within: std::ops::Range<i32>) -> Result<i32, &'static str> {
    cell.parse::<i32>().ok().filter(|e6| within.contains(&(e6 / 1_000_000))).ok_or("the centre does not lie in Japan")
}
