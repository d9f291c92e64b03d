//! What was imported from a city goes out as HSDS and comes back the same.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod hsds_support;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use tsunagari_core::directory::hsds::{self, Flag};
use tsunagari_core::directory::import::{Gathered, Options, Unwatched, import};
use tsunagari_core::model::Record;

#[test]
fn the_places_of_two_cities_come_back() {
    for city in ["takamatsu", "yaizu"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jp").join(city);
        if !path.is_dir() {
            println!("skipped: {} is not there", path.display());
            continue;
        }
        let mut gathered = Gathered::default();
        import(&path, &Options::default(), &mut gathered, &mut Unwatched, &AtomicBool::new(false)).unwrap();
        let records: Vec<Record> = gathered.rows.into_iter().map(|(record, _)| record).collect();
        let export = hsds::export(&records);
        let lost =
            export.flags.iter().filter(|flag| matches!(flag, Flag::NotTheSame { .. } | Flag::LeftOut { .. })).count();
        let postal = export.flags.iter().filter(|flag| matches!(flag, Flag::PostalCodeMissing { .. })).count();
        assert_eq!(lost, 0, "{:?}", export.flags);
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("services.json"), &export.files.first().unwrap().bytes).unwrap();
        let mut again: Vec<Record> = Vec::new();
        let options = Options { own_export: true, ..Options::default() };
        hsds_support::import(folder.path(), &options, &mut again, &AtomicBool::new(false)).unwrap();
        assert_eq!(again.len(), records.len());
        for (record, other) in records.iter().zip(&again) {
            assert_eq!(record, other);
        }
        println!("{city}: {} records come back; {postal} addresses have no postal code", again.len());
    }
}
