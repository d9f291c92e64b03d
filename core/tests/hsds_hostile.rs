//! Files that want too much or are damaged: a clear error with file and line, nothing else touched.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod hsds_support;

use std::sync::atomic::AtomicBool;

use hsds_support::import;
use proptest::prelude::*;
use tsunagari_core::directory::hsds::Rule;
use tsunagari_core::directory::import::{FileProblem as Problem, ImportError, ImportReport, Options, Outcome};
use tsunagari_core::model::Record;

fn read(name: &str, bytes: &[u8]) -> Result<(Vec<Record>, ImportReport), ImportError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut records: Vec<Record> = Vec::new();
    import(&path, &Options::default(), &mut records, &AtomicBool::new(false)).map(|report| (records, report))
}

fn problem(name: &str, bytes: &[u8]) -> Problem {
    match read(name, bytes) {
        Err(ImportError::File { problem, path }) => {
            assert!(path.ends_with(name));
            problem
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn deep_long_torn_and_empty_files_are_refused_with_their_line() {
    assert_eq!(problem("services.json", b""), Problem::Empty);
    assert_eq!(problem("services.csv", b" \n"), Problem::Empty);
    let deep = format!("{{\n\"a\":{}", "[".repeat(100_000));
    assert!(matches!(problem("services.json", deep.as_bytes()), Problem::JsonTooDeep { line: 2, .. }));
    let long = format!("{{\"id\":\n\"{}\"}}", "a".repeat(1 << 20));
    assert!(matches!(problem("services.json", long.as_bytes()), Problem::TextTooLong { line: 2, .. }));
    assert!(
        matches!(problem("services.json", b"{\"id\":\n\"a\"\n"), Problem::NotJson { line: 3, reason, .. } if reason.contains("cut off"))
    );
    assert!(matches!(problem("services.json", b"{\"id\":\n nothing}"), Problem::NotJson { line: 2, .. }));
    assert!(matches!(problem("services.json", b"{\n\"id\":\"\xff\"}"), Problem::NotUtf8 { line: 2 }));
    assert!(matches!(problem("services.json", b"{\n\"id\":\"\0\"}"), Problem::NulByte { line: 2 }));
    assert!(matches!(problem("services.csv", b"id,name,status\na,\0,active\n"), Problem::NulByte { line: 2 }));
    assert!(matches!(
        problem("services.csv", b"id,name,status\na,\"never closed,active\n"),
        Problem::QuoteNotClosed { line: 2 }
    ));
    let wide = format!("id,name{}\n", ",x".repeat(10_000));
    assert!(matches!(problem("services.csv", wide.as_bytes()), Problem::TooManyColumns { line: 1, .. }));
}

/// What is joined in memory has a limit in bytes of memory, whatever its rows look like.
#[test]
fn tables_and_documents_that_take_too_much_memory_are_refused_with_their_line() {
    let mut many = String::from("id,name,status\n");
    for n in 0..480_000 {
        many.push_str(&format!("s{n},S{n},active\n"));
    }
    let refused = problem("services.csv", many.as_bytes());
    assert!(matches!(refused, Problem::TooMuchToJoin { line: 250_000..=470_000, .. }), "{refused:?}");
    assert!(refused.to_string().contains("import it in parts"), "{refused}");
    let many = format!("[\n{}{{}}]", "{\"a\":1},".repeat(1_000_000));
    assert!(matches!(problem("services.json", many.as_bytes()), Problem::TooMuchToJoin { line: 2, .. }));
    let many = format!("[\n{}1]", "1,".repeat(4_000_000));
    assert!(matches!(problem("services.json", many.as_bytes()), Problem::TooMuchToJoin { line: 2, .. }));
}

#[test]
fn rows_that_point_at_each_other_in_a_long_chain_are_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("services.csv"), "id,name,status\ns,One,active\n").unwrap();
    let mut phones = String::from("id,service_id,phone_id,number\np0,s,,+81-3-1234-5678\n");
    for n in 1..60_000 {
        phones.push_str(&format!("p{n},,p{},1\n", n - 1));
    }
    std::fs::write(folder.path().join("phones.csv"), phones).unwrap();
    let mut records: Vec<Record> = Vec::new();
    let report = import(folder.path(), &Options::default(), &mut records, &AtomicBool::new(false)).unwrap();
    assert_eq!((records.len(), report.totals.stored), (1, 1));
    assert!(report.totals.balanced());
}

#[test]
fn a_file_larger_than_memory_allows_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("services.csv");
    // A sparse file: nothing is written.
    std::fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let mut records: Vec<Record> = Vec::new();
    let error = import(&path, &Options::default(), &mut records, &AtomicBool::new(false)).unwrap_err();
    assert!(matches!(error, ImportError::File { problem: Problem::FileTooLarge { .. }, .. }));
}

#[test]
fn one_bad_file_of_a_folder_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("services.csv"), "id,name,status\ns,Quiet Room,active\n").unwrap();
    std::fs::write(folder.path().join("phones.json"), "{\"id\":").unwrap();
    let mut records: Vec<Record> = Vec::new();
    let report = import(folder.path(), &Options::default(), &mut records, &AtomicBool::new(false)).unwrap();
    assert_eq!(records.len(), 1);
    assert!(matches!(report.files[0].outcome, Outcome::Refused { problem: Problem::NotJson { line: 1, .. } }));
}

#[test]
fn a_file_of_an_older_encoding_is_read() {
    let (records, report) = read("services.csv", b"id,name,status\ns,Caf\xe9,active\n").unwrap();
    assert_eq!(records[0].name(), "Café");
    assert_eq!(report.count(Rule::Encoding1252), 1);
}

#[test]
fn a_stopped_import_says_so() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("services.csv"), "id,name,status\ns,Quiet Room,active\n").unwrap();
    let mut records: Vec<Record> = Vec::new();
    let stopped = import(folder.path(), &Options::default(), &mut records, &AtomicBool::new(true));
    assert!(matches!(stopped, Err(ImportError::Cancelled)) && records.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), json in any::<bool>()) {
        drop(read(if json { "services.json" } else { "services.csv" }, &bytes));
    }

    #[test]
    fn a_file_cut_at_any_byte_is_read_or_refused(cut in 0_usize..230) {
        let json = r#"{"id":"s","name":"One","status":"active","phones":[{"id":"p","number":"+81 87-000-0000","extension":12}],"schedules":[{"id":"c","freq":"WEEKLY","byday":"MO","opens_at":"10:00","closes_at":"18:00","description":"ひるま"}]}"#;
        let bytes = json.as_bytes();
        let outcome = read("services.json", &bytes[..cut.min(bytes.len() - 1)]);
        prop_assert!(outcome.is_err());
    }
}
