//! Records that somebody wrote as TOML, in the form of core/national (docs/record.md). Nobody checked them: they are a
//! listing, claim no rank of the national pack and get an id of their own.

use sha2::{Digest as _, Sha256};

use super::identity::{Identified, Keys, Register};
use super::keep::{forget, source_row};
use super::passage::Passage;
use super::probe::hex;
use super::run::Stop;
use super::table::Row;
use super::unverified::claims_rank;
use super::walk::Found;
use super::{Encoding, FileProblem, FileReport, ImportError, Newline, Options, RowRole, Rule, SourceFile, SourceRow};
use crate::directory::confidential::Storable;
use crate::directory::pack::flatten;
use crate::directory::record_keys;
use crate::model::{Record, RecordError};

/// Reason code of a file without a `[[record]]`.
const NO_RECORDS: &str = "toml-without-records";
/// Bytes of a file that is read whole; as tables it takes up to eighty times as much.
const MAX_BYTES: u64 = 1024 * 1024;

/// Whether a file is TOML, by its name.
pub(super) fn is_one(found: &Found) -> bool {
    found.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Reads the records of a file and hands them over.
pub(super) fn read(
    found: &Found,
    options: &Options,
    register: &mut Register,
    report: &mut FileReport,
    passage: &mut Passage<'_>,
) -> Result<(), Stop> {
    if found.bytes > MAX_BYTES {
        return Err(FileProblem::FileTooLarge { bytes: found.bytes, limit: MAX_BYTES }.into());
    }
    let bytes = std::fs::read(&found.path).map_err(FileProblem::from)?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| FileProblem::NotUtf8 { line: line_at(&bytes, error.valid_up_to()) })?;
    if text.trim().is_empty() {
        return Err(FileProblem::Empty.into());
    }
    let table: toml::Table = text.parse().map_err(|error| not_toml(text, &error))?;
    report.format = Some("toml");
    report.encoding = Some(Encoding::Utf8);
    let Some(list) = table.get("record").and_then(toml::Value::as_array) else {
        report.set_aside(NO_RECORDS);
        return Ok(());
    };
    report.kind = Some("record".to_owned());
    for other in table.keys().filter(|name| *name != "record") {
        report.note(Rule::TomlOtherTable, 1, Some(other));
    }
    let file = SourceFile {
        dataset: found.name.clone(),
        sha256: hex(&Sha256::digest(&bytes)),
        encoding: Encoding::Utf8,
        newline: Newline::Lf,
        delimiter: None,
        headers: vec!["record".to_owned()],
    };
    passage.sink.begin(&file).map_err(ImportError::from)?;
    register.next_file();
    let lines: Vec<&str> = text.lines().collect();
    let heads: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.trim() == "[[record]]").map(|(at, _)| at).collect();
    for (number, value) in list.iter().enumerate() {
        let line = heads.get(number).map_or(1, |at| *at as u64 + 1);
        let row = Row { line, cells: vec![as_it_stands(&lines, &heads, number)], raw: Vec::new() };
        let kept = source_row(&file, &row, RowRole::Data);
        passage.row(0, true)?;
        report.counts.read += 1;
        one(value, options, &file, (&row, kept), register, report, passage)?;
    }
    passage.sink.end(report).map_err(ImportError::from)?;
    Ok(())
}

fn one(
    value: &toml::Value,
    options: &Options,
    file: &SourceFile,
    (row, mut kept): (&Row, SourceRow),
    register: &mut Register,
    report: &mut FileReport,
    passage: &mut Passage<'_>,
) -> Result<(), ImportError> {
    let written = match value.as_table().map(flatten) {
        Some(Ok(record)) => record,
        Some(Err((key, _))) => {
            report.note(Rule::TomlNotARecord, row.line, Some(&key));
            report.counts.refused += 1;
            return Ok(passage.sink.source_only(kept)?);
        }
        None => {
            report.note(Rule::TomlNotARecord, row.line, None);
            report.counts.refused += 1;
            return Ok(passage.sink.source_only(kept)?);
        }
    };
    let published = written.id.clone();
    let mut written = written;
    if written.tidy() {
        report.note(Rule::HiddenCharacter, row.line, None);
    }
    let mut record = unchecked(written, |rule, key| report.note(rule, row.line, Some(key)));
    record.set("id_rule", "published-id").set("class", "listing").set("source/import/ref", file.dataset.as_str());
    record.set("source/import/kind", "own-toml");
    if let Some(today) = &options.today {
        record.set("source/import/opened", today.as_str());
    }
    if record.text("category").is_none() {
        record.set("category", "other");
    }
    match record.check() {
        Ok(_) => {}
        Err(problem) => {
            let rule = if matches!(problem, RecordError::NoName(_)) { Rule::NoName } else { Rule::TomlNotARecord };
            report.note(rule, row.line, None);
            *(if rule == Rule::NoName { &mut report.counts.set_aside } else { &mut report.counts.refused }) += 1;
            return Ok(passage.sink.source_only(kept)?);
        }
    }
    let name = record.name().to_owned();
    let keys = Keys { category: "toml", lg: "", published: &published, name: &name, address: &published, phone: "" };
    match register.identify(&keys, |rule| report.note(rule, row.line, Some("id"))) {
        Identified::Merged { id } => {
            report.note(Rule::Merged, row.line, None);
            report.counts.merged += 1;
            kept.record = Some(id);
            return Ok(passage.sink.source_only(kept)?);
        }
        Identified::New { id, .. } => record.id = id,
    }
    let confidential = record.is("confidential");
    if confidential {
        report.note(Rule::Confidential, row.line, None);
        forget(&mut kept, row);
    }
    // A text of a shelter that reads like an address: nothing of it is kept.
    let Ok(record) = Storable::imported(record) else {
        report.counts.set_aside += 1;
        return Ok(passage.sink.source_only(kept)?);
    };
    report.counts.stored += 1;
    report.counts.records += 1;
    kept.record = Some(record.id.clone());
    Ok(passage.sink.row(record.into_record(), kept)?)
}

/// The lines of a record, from its head to the next one.
fn as_it_stands(lines: &[&str], heads: &[usize], number: usize) -> String {
    let Some(from) = heads.get(number) else { return String::new() };
    let upto = heads.get(number + 1).copied().unwrap_or(lines.len());
    lines.get(*from..upto).unwrap_or_default().join("\n")
}

/// The record without what it may not say: unknown keys, values that do not fit, ranks of the national pack.
fn unchecked(mut record: Record, mut note: impl FnMut(Rule, &str)) -> Record {
    record.fields.retain(|key, value| {
        let known = record_keys::find(key).is_some_and(|line| line.admits(value));
        let rank = claims_rank(key, &value.to_string());
        if !known || rank {
            note(if known { Rule::TomlClaimedRank } else { Rule::TomlKey }, key);
        }
        known && !rank
    });
    record
}

fn line_at(bytes: &[u8], offset: usize) -> u64 {
    1 + bytes.iter().take(offset).filter(|byte| **byte == b'\n').count() as u64
}

fn not_toml(text: &str, error: &toml::de::Error) -> FileProblem {
    let at = error.span().map_or(0, |span| span.start);
    FileProblem::NotToml { line: line_at(text.as_bytes(), at), reason: error.message().to_owned() }
}
