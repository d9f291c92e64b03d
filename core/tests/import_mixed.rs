//! One folder with files of every kind: each is read by what it is, into one set, with one report.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod import_support;

use std::sync::atomic::{AtomicBool, Ordering};

use import_support::{import_folder, own_municipalities};
use tsunagari_core::directory::hsds;
use tsunagari_core::directory::import::{
    FileReport, Gathered, ImportError, ImportReport, Options, Outcome, Progress, RowRole, Rule, Watcher, import,
};

const SERVICES: &str = "id,organization_id,name,status,description\ns,o,Quiet Room,active,\"tea, and time\"\n";
const ORGANIZATIONS: &str = "id,name,description\no,Quiet House,\n";
const HALL: &str = "名称,住所,電話番号\nひだまり会館,高松市番町1,087-000-0001\n,,\n";
const HOTLINES: &str = r#"{"hotlines":[{"id":"a","dials":[{"number":"0570-000-000"}]}]}"#;
const LINE: &str = r#"
[[record]]
id = "takamatsu.night"
kind = "line"
name.ja = "よるのでんわ"
name.en = "Night line"
topic = ["lonely"]
chain = true
emergency_row = true
best = ["lonely"]
class = "core"

[[record.ch]]
id = "tel"
kind = "tel"
dial = "0870000002"
display = "087-000-0002"
conf = "high"
"#;

fn read(files: &[(&str, &str)]) -> (ImportReport, Gathered) {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let options =
        Options { municipalities: own_municipalities(), today: Some("2026-11-22".into()), ..Options::default() };
    let (report, sink) = import_folder(&files, &options);
    let report = report.unwrap();
    assert!(report.files.iter().all(|file| file.counts.balanced()) && report.totals.balanced(), "{report:#?}");
    assert_eq!(report.files.len(), files.len(), "every file has its report");
    (report, sink)
}

fn of<'r>(report: &'r ImportReport, name: &str) -> &'r FileReport {
    report.files.iter().find(|file| file.file == name).unwrap_or_else(|| panic!("{name} is not in the report"))
}

#[test]
fn a_folder_of_everything_is_read_by_what_each_file_is() {
    let (report, sink) = read(&[
        ("services.csv", SERVICES),
        ("organizations.csv", ORGANIZATIONS),
        ("community_center.csv", HALL),
        ("hotlines.json", HOTLINES),
        ("lines.toml", LINE),
        ("holidays.toml", "[[holiday]]\nday = 1\n"),
        ("datapackage.json", r#"{"resources":[]}"#),
        (
            "more/services.json",
            r#"{"id":"t","name":"Other Room","status":"active","phones":[{"id":"p","number":"+81 87-000-0003"}]}"#,
        ),
        ("LICENSE", "free"),
    ]);
    let names: Vec<&str> = sink.rows.iter().map(|(record, _)| record.name()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in ["Quiet Room", "ひだまり会館", "よるのでんわ", "Other Room"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    let aside = |name: &str| of(&report, name).outcome.clone();
    assert_eq!(aside("hotlines.json"), Outcome::SetAside { reason: "json-document".into() });
    assert_eq!(aside("holidays.toml"), Outcome::SetAside { reason: "toml-without-records".into() });
    assert_eq!(aside("datapackage.json"), Outcome::SetAside { reason: "about-hsds".into() });
    assert_eq!(aside("LICENSE"), Outcome::NotData);
    assert_eq!(
        (of(&report, "services.csv").format, of(&report, "community_center.csv").format),
        (Some("hsds-csv"), Some("csv"))
    );
    assert_eq!(of(&report, "community_center.csv").counts.blank, 1);
    // The organisation became part of the record of its service.
    assert_eq!(of(&report, "organizations.csv").counts.merged, 1);
    let (room, _) = sink.rows.iter().find(|(record, _)| record.name() == "Quiet Room").unwrap();
    assert_eq!(room.text("operator"), Some("Quiet House"));
}

#[test]
fn a_japanese_table_called_like_one_of_hsds_is_a_table() {
    let (report, sink) = read(&[("services.csv", HALL)]);
    assert_eq!((of(&report, "services.csv").format, sink.rows[0].0.name()), (Some("csv"), "ひだまり会館"));
    // And one that only has the name is set aside with all its rows.
    let (report, _) = read(&[("locations.csv", "spot,colour\n1,red\n\n")]);
    let file = of(&report, "locations.csv");
    assert_eq!(file.outcome, Outcome::SetAside { reason: "other-columns".into() });
    assert_eq!((file.counts.read, file.counts.set_aside, file.counts.blank), (2, 1, 1));
}

#[test]
fn a_record_in_toml_is_an_unchecked_listing() {
    let (report, sink) = read(&[("lines.toml", LINE)]);
    let (record, source) = &sink.rows[0];
    assert_eq!(
        (record.text("class"), record.text("kind"), record.text("name@en")),
        (Some("listing"), Some("line"), Some("Night line"))
    );
    assert_eq!(record.text("ch/tel/dial"), Some("0870000002"));
    assert!(record.is("topic/lonely"));
    for key in ["chain", "emergency_row", "best/lonely", "ch/tel/conf"] {
        assert!(!record.fields.contains_key(key), "{key}");
    }
    assert_ne!(record.id, "takamatsu.night", "an import cannot take the id of another publisher");
    assert_eq!(of(&report, "lines.toml").count(Rule::TomlClaimedRank), 5);
    assert!(source.cells[0].starts_with("[[record]]\nid = \"takamatsu.night\"") && source.line == 2);
    // Read again it is the same entry.
    let (_, again) = read(&[("lines.toml", LINE)]);
    assert_eq!(again.rows[0].0.id, record.id);
}

#[test]
fn damaged_toml_is_refused_with_its_line() {
    let (report, sink) = read(&[("lines.toml", "[[record]]\nid = \"a\"\nname = \n"), ("community_center.csv", HALL)]);
    let Outcome::Refused { problem } = &of(&report, "lines.toml").outcome else { panic!("{report:#?}") };
    assert_eq!(problem.line(), Some(3), "{problem}");
    assert_eq!(sink.rows.len(), 1, "the other file is read all the same");
}

#[test]
fn a_confidential_toml_record_says_nowhere_where_it_is() {
    let text = "[[record]]\nid = \"s\"\nname = \"みなみ寮\"\nconfidential = true\naddress = \"高松市番町1-1\"\n";
    let (_, sink) = read(&[("a.toml", text)]);
    let (record, source) = &sink.rows[0];
    assert!(record.text("address").is_none() && source.cells.is_empty() && source.row_sha256.is_some());
}

#[test]
fn rows_of_a_package_are_kept_as_published_and_lead_to_their_records() {
    let (_, sink) = read(&[("services.csv", SERVICES), ("organizations.csv", ORGANIZATIONS)]);
    let (record, row) = &sink.rows[0];
    assert_eq!((row.line, row.cells[4].as_str(), row.raw.as_ref()), (2, "tea, and time", None));
    let other = sink.others.iter().find(|row| row.role == RowRole::Data).unwrap();
    assert_eq!((other.dataset.as_str(), other.record.as_ref()), ("organizations", Some(&record.id)));
    let json = r#"{"id":"s","name":"Quiet Room","status":"active","maximum_age":30,"phones":[{"id":"p","number":"+81 87-000-0003"}]}"#;
    let (_, sink) = read(&[("services.json", json)]);
    assert_eq!(sink.rows[0].1.cells, ["", r#"{"id":"s","name":"Quiet Room","status":"active","maximum_age":30}"#]);
    assert_eq!(sink.others[0].cells[0], "/phones/0");
}

#[test]
fn nothing_of_a_refuge_is_kept_but_hashes() {
    let (_, sink) = read(&[
        ("services.csv", "id,organization_id,name,status,description\ns,o,Hope domestic violence shelter,active,\n"),
        ("organizations.csv", ORGANIZATIONS),
        ("locations.csv", "id,organization_id,name,latitude,longitude\nl,o,Old Mill,34.3,134.0\n"),
        (
            "addresses.csv",
            "id,location_id,address_1,city,state_province,postal_code,country,address_type\na,l,9 Hidden Lane,Takamatsu,Kagawa,760-0000,JP,physical\n",
        ),
        ("service_at_location.csv", "id,service_id,location_id,description\nx,s,l,\n"),
    ]);
    assert_eq!(sink.rows.len(), 1);
    assert!(sink.rows[0].0.is("confidential"));
    let rows = sink.rows.iter().map(|(_, row)| row).chain(&sink.others).filter(|row| row.role == RowRole::Data);
    for row in rows {
        assert!(row.cells.is_empty() && row.raw.is_none() && row.row_sha256.is_some(), "{row:?}");
    }
    let all = serde_json::to_string(&(&sink.others, sink.rows.iter().map(|(_, row)| row).collect::<Vec<_>>())).unwrap();
    assert!(!all.contains("Hidden Lane") && !all.contains("34.3"));
}

#[test]
fn a_service_with_two_places_makes_two_records_of_one_row() {
    let (report, sink) = read(&[
        ("services.csv", SERVICES),
        ("organizations.csv", ORGANIZATIONS),
        (
            "locations.csv",
            "id,organization_id,name,latitude,longitude\nl,o,Old Mill,34.3,134.0\nm,o,New Mill,34.4,134.1\n",
        ),
        ("service_at_location.csv", "id,service_id,location_id,description\nx,s,l,\ny,s,m,\n"),
    ]);
    assert_eq!((of(&report, "services.csv").counts.stored, of(&report, "services.csv").counts.records), (1, 2));
    assert_eq!(sink.rows.len(), 2);
    let places: Vec<_> = sink
        .others
        .iter()
        .filter(|row| row.dataset == "service_at_location")
        .filter_map(|row| row.record.clone())
        .collect();
    assert_eq!(places, sink.rows.iter().map(|(record, _)| record.id.clone()).collect::<Vec<_>>());
}

/// Remembers how far it was told to be, and asks to stop when rows come.
struct Told<'a>(&'a AtomicBool, bool, Vec<Progress>);

impl Watcher for Told<'_> {
    fn progress(&mut self, progress: &Progress) {
        assert!(progress.bytes <= progress.total_bytes, "{progress:?}");
        if self.1 && progress.rows > 0 {
            self.0.store(true, Ordering::Relaxed);
        }
        self.2.push(progress.clone());
    }
}

#[test]
fn a_package_tells_how_far_it_is_and_stops_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from("id,name,status\n");
    for number in 0..5_000 {
        text.push_str(&format!("s{number},Room {number},active\n"));
    }
    std::fs::write(folder.path().join("services.csv"), &text).unwrap();
    for stop in [false, true] {
        let cancel = AtomicBool::new(false);
        let (mut told, mut sink) = (Told(&cancel, stop, Vec::new()), Gathered::default());
        let done = import(folder.path(), &Options::default(), &mut sink, &mut told, &cancel);
        let last = told.2.last().unwrap();
        if stop {
            assert!(matches!(done, Err(ImportError::Cancelled)));
            assert!(sink.rows.is_empty() && sink.files.is_empty() && !sink.finished && last.rows > 0);
        } else {
            assert_eq!((done.unwrap().totals.records, last.bytes, last.rows), (5_000, text.len() as u64, 5_000));
        }
    }
}

#[test]
fn rules_of_both_kinds_stand_in_one_report() {
    let (report, _) =
        read(&[("a/services.csv", "\u{feff}id,name,status\ns,Quiet Room,\n"), ("b/community_center.csv", HALL)]);
    assert_eq!(
        (report.count(hsds::Rule::StatusEmpty), report.count(Rule::EncodingBom), report.count(Rule::BlankRow)),
        (1, 1, 1)
    );
}
