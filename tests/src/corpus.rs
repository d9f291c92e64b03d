//! 200,000 rows: every real row there is, filled up by a rule.
//!
//! Rule: record k beyond the real ones is the real record k mod n once more, with `-<round>` after its id, ` 第<round>`
//! after its name and its reading, and its coordinates moved north by 0.01° times the round. Nothing is random.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use tsunagari_core::directory::areas::Areas;
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::find_text::{bucket, prepare};
use tsunagari_core::directory::import::{Gathered, Municipalities, Options, Unwatched, import};
use tsunagari_core::directory::pack::cbor;
use tsunagari_core::model::{Record, Scalar};
use tsunagari_core::search::normalise;
use tsunagari_core::store::Row;

use crate::figures::Result;

/// Rows of a benchmark.
pub const ROWS: usize = 200_000;

/// How much of each record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All of it.
    Whole,
    /// Name, and as much of the address as fits into 40 characters.
    Short,
    /// About 100 characters: name, reading and address, then names of the next records as the summary.
    Hundred,
}

/// The municipalities of the national pack.
///
/// # Errors
/// When the table cannot be read.
pub fn municipalities() -> Result<Municipalities> {
    Ok(Municipalities::of(&Areas::from_tsv(include_str!("../../core/national/municipalities.tsv"))?))
}

/// All records that the importer makes of the data folder.
///
/// # Errors
/// When the import stops.
pub fn real_records(data: &Path) -> Result<Vec<Record>> {
    let options = Options { municipalities: municipalities()?, all_kinds: true, ..Options::default() };
    let mut all = Vec::new();
    for part in ["takamatsu", "yaizu", "nanao_shelters", "shelters"] {
        let mut sink = Gathered::default();
        import(&data.join(part), &options, &mut sink, &mut Unwatched, &AtomicBool::new(false))?;
        all.extend(sink.rows.into_iter().map(|(record, _)| record));
    }
    Ok(all)
}

/// Writes a corpus; returns how many of its rows are real.
///
/// # Errors
/// When there is no data or it cannot be written.
pub fn write(data: &Path, folder: &Path) -> Result<usize> {
    let real = real_records(data)?;
    for (shape, name) in [(Shape::Whole, "whole"), (Shape::Short, "short"), (Shape::Hundred, "hundred")] {
        let mut out = BufWriter::new(File::create(folder.join(name))?);
        for k in 0..ROWS {
            let bytes = cbor::encode(&Storable::imported(nth(&real, k, shape))?)?;
            out.write_all(&u32::try_from(bytes.len())?.to_le_bytes())?;
            out.write_all(&bytes)?;
        }
        out.flush()?;
    }
    Ok(real.len().min(ROWS))
}

/// Records of a corpus, whole, one at a time.
///
/// # Errors
/// When there is no data.
pub fn records(data: &Path, rows: usize) -> Result<impl Iterator<Item = Record>> {
    let real = real_records(data)?;
    Ok((0..rows).map(move |k| nth(&real, k, Shape::Whole)))
}

fn nth(real: &[Record], k: usize, shape: Shape) -> Record {
    let (round, at) = (k / real.len().max(1), k % real.len().max(1));
    let mut record = real.get(at).cloned().unwrap_or_default();
    if round > 0 {
        record.id = format!("{}-{round}", record.id);
        for key in ["name", "name_kana"] {
            let longer = record.text(key).map(|text| format!("{text} 第{round}"));
            longer.map(|text| record.set(key, text));
        }
        let north = record.int("lat_e6").map(|lat| lat + 10_000 * i64::try_from(round).unwrap_or(0));
        north.map(|lat| record.set("lat_e6", lat));
    }
    match shape {
        Shape::Whole => {}
        Shape::Short => shorten(&mut record),
        Shape::Hundred => {
            shorten(&mut record);
            let mut summary = String::new();
            for next in (1..).map_while(|n| real.get((at + n) % real.len())) {
                let missing = 100_usize.saturating_sub(indexed(&record) + normalise(&summary).chars().count());
                if missing == 0 {
                    break;
                }
                summary.extend(next.name().chars().take(missing));
            }
            record.set("summary", summary);
        }
    }
    record
}

/// At most 40 characters in the index: the name, and the beginning of the address.
fn shorten(record: &mut Record) {
    let keep = ["name", "address", "kind", "category", "lat_e6", "lon_e6", "lg"];
    record
        .fields
        .retain(|key, _| keep.contains(&key.as_str()) || key.starts_with("area/") || key.starts_with("topic/"));
    let name: String = record.name().chars().take(30).collect();
    let left = 40_usize.saturating_sub(normalise(&name).chars().count());
    let address: String = normalise(record.text("address").unwrap_or_default()).chars().take(left).collect();
    record.set("name", name).set("address", address);
}

fn indexed(record: &Record) -> usize {
    let texts = ["name", "address", "summary"].into_iter().filter_map(|key| record.text(key));
    texts.map(|text| normalise(text).chars().count()).sum()
}

/// Reads a corpus one record at a time.
///
/// # Errors
/// When the file cannot be opened.
pub fn read(path: &Path) -> Result<impl Iterator<Item = Result<Storable>>> {
    let mut file = BufReader::new(File::open(path)?);
    Ok(std::iter::from_fn(move || {
        let mut length = [0; 4];
        file.read_exact(&mut length).ok()?;
        let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
        Some(file.read_exact(&mut bytes).map_err(Into::into).and_then(|()| Ok(cbor::decode(&bytes)?)))
    }))
}

/// Rows of a corpus, ready to be stored.
///
/// # Errors
/// As [`read`].
pub fn rows(path: &Path) -> Result<impl Iterator<Item = Result<Row>>> {
    Ok(read(path)?.map(|record| {
        let record = record?;
        Ok(prepare(&record, bucket(&record))?)
    }))
}

/// Bytes of keys and texts of a record, for the size of the data itself.
#[must_use]
pub fn published_bytes(record: &Record) -> usize {
    record.fields.values().map(|value| if let Scalar::Text(text) = value { text.len() } else { 1 }).sum()
}
