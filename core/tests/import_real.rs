//! Every real file: each is reported, nothing panics, every row is accounted for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod import_support;

use std::collections::BTreeMap;

use import_support::{data, import_into, municipalities};
use tsunagari_core::directory::import::{Gathered, Outcome, source_rows, write_back};

#[test]
fn every_real_file_is_reported_and_every_row_accounted_for() {
    let Some(root) = data() else { return };
    for part in ["takamatsu", "yaizu", "nanao_shelters", "codes", "shelters"] {
        let mut sink = Gathered::default();
        let report = import_into(&root.join(part), &municipalities(), &mut sink).unwrap();
        assert!(sink.finished);
        let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
        let mut categories: BTreeMap<String, u64> = BTreeMap::new();
        for file in &report.files {
            assert!(file.counts.balanced(), "{}: {:?}", file.file, file.counts);
            let outcome = match &file.outcome {
                Outcome::Imported => "imported".to_owned(),
                Outcome::SetAside { reason } => format!("set aside: {reason}"),
                Outcome::Refused { problem } => panic!("{}: {problem}", file.file),
                Outcome::NotData => "not data".to_owned(),
            };
            *outcomes.entry(outcome).or_default() += 1;
        }
        for (record, _) in &sink.rows {
            record.check().unwrap();
            for (key, value) in &record.fields {
                let line = tsunagari_core::directory::record_keys::find(key).unwrap_or_else(|| panic!("{key}"));
                assert!(line.admits(value), "{key}: {value:?}");
            }
            *categories.entry(record.text("category").unwrap().to_owned()).or_default() += 1;
        }
        let mut rules: BTreeMap<&str, u64> = BTreeMap::new();
        for file in &report.files {
            for (rule, hit) in &file.rules {
                *rules.entry(rule).or_default() += hit.count;
            }
        }
        println!(
            "== {part}: {} files {outcomes:?}\n   {:?}\n   {categories:?}\n   {rules:?}",
            report.files.len(),
            report.totals
        );
        if std::env::var_os("IMPORT_VERBOSE").is_some() {
            for file in &report.files {
                println!(
                    "{:<70} {:?} {:?} {:?} h{:?} {:?}",
                    file.file, file.outcome, file.kind, file.encoding, file.header_line, file.counts
                );
            }
            for file in &report.files {
                for (rule, hit) in &file.rules {
                    println!("PLACE\t{}\t{part}/{}\t{:?}", rule, file.file, hit.first);
                }
            }
            for (record, _) in &sink.rows {
                println!("{}", serde_json::to_string(&record.fields).unwrap());
            }
        }
        assert_eq!(report.totals.records, sink.rows.len() as u64);
    }
}

#[test]
fn every_real_csv_is_written_back_byte_for_byte() {
    let Some(root) = data() else { return };
    let mut files = Vec::new();
    import_support::files_below(&root, &mut files);
    files.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    assert!(files.len() >= 200, "{}", files.len());
    let mut kept = 0;
    for path in &files {
        let (file, rows) = source_rows(path).unwrap();
        let bytes = std::fs::read(path).unwrap();
        assert!(write_back(&file, &rows).unwrap() == bytes, "{}", path.display());
        kept += rows.iter().filter(|row| row.raw.is_some()).count();
        // One edited cell changes that cell and nothing else.
        let mut rows = rows;
        let at = rows.len() / 2;
        if let Some(row) = rows.get_mut(at).filter(|row| row.cells.len() > 1) {
            let before = row.cells[1].clone();
            row.edits.insert(1, format!("{before}!"));
            let edited = write_back(&file, &rows).unwrap();
            let grown = edited.len() - bytes.len();
            assert!((1..=4).contains(&grown), "{}: {grown}", path.display());
        }
    }
    println!("{} files written back, {kept} rows kept as bytes", files.len());
}
