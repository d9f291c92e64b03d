//! Every HSDS file at hand is read and accounted for. Prints the totals.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod hsds_support;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use hsds_support::import;
use tsunagari_core::directory::hsds::export;
use tsunagari_core::directory::import::{Options, Outcome};
use tsunagari_core::model::Record;

/// The data lie beside the repository and are no part of it.
fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/hsds");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

#[test]
fn every_file_is_reported_and_every_row_is_accounted_for() {
    let Some(path) = shared() else { return };
    let mut records: Vec<Record> = Vec::new();
    let report = import(&path, &Options::default(), &mut records, &AtomicBool::new(false)).unwrap();
    for file in &report.files {
        assert!(file.counts.balanced(), "{}: {:?}", file.file, file.counts);
        let outcome = match &file.outcome {
            Outcome::Imported => "imported".to_owned(),
            Outcome::SetAside { reason } => format!("set aside ({reason})"),
            Outcome::Refused { problem } => format!("refused: {problem}"),
            Outcome::NotData => "no data".to_owned(),
        };
        println!("{:6} rows {:4} records  {outcome:28} {}", file.counts.read, file.counts.records, file.file);
        assert!(!matches!(file.outcome, Outcome::Refused { .. }), "{}", file.file);
    }
    let mut rules = std::collections::BTreeMap::new();
    for (rule, hit) in report.files.iter().flat_map(|file| &file.rules) {
        *rules.entry(*rule).or_insert(0) += hit.count;
    }
    for (rule, count) in rules {
        println!("{count:6} {rule}");
    }
    println!("{} files, {:?}", report.files.len(), report.totals);
    assert!(report.totals.balanced());
    assert_eq!(report.totals.records, records.len() as u64);
    // A service with several places makes one record for each.
    assert!(report.totals.stored <= report.totals.records);
    for record in &records {
        record.check().unwrap();
    }
}

#[test]
fn what_was_imported_comes_back_from_an_export() {
    let Some(path) = shared() else { return };
    let mut records: Vec<Record> = Vec::new();
    import(&path, &Options::default(), &mut records, &AtomicBool::new(false)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for kind in ["services.json", "tabular/"] {
        let target = folder.path().join(kind.trim_end_matches(['/']).trim_end_matches(".json"));
        for file in export(&records).files.iter().filter(|file| file.name.starts_with(kind)) {
            let path = target.join(&file.name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &file.bytes).unwrap();
        }
        let mut again: Vec<Record> = Vec::new();
        import(&target, &Options { own_export: true, ..Options::default() }, &mut again, &AtomicBool::new(false))
            .unwrap();
        assert_eq!(again.len(), records.len(), "{kind}");
        for (record, again) in records.iter().zip(&again) {
            let mut differing: Vec<&String> = record.fields.keys().chain(again.fields.keys()).collect();
            differing.retain(|key| record.fields.get(*key) != again.fields.get(*key));
            assert!(
                differing.is_empty() && record.id == again.id,
                "{kind} {}: {differing:?}\n{:?}",
                record.id,
                differing.iter().map(|key| (record.fields.get(*key), again.fields.get(*key))).collect::<Vec<_>>()
            );
        }
        println!("{kind}: {} records come back", again.len());
    }
}
