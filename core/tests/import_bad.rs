//! Bad input: a clear error with file and line, nothing stored, bounded memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(unreachable_pub, missing_docs)]

mod import_support;

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use import_support::{import_bytes, import_folder, import_workbook, zipped};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::import::{
    FileProblem, FileReport, Gathered, ImportError, Options, Outcome, Progress, Rule, Sink, SinkError, SourceFile,
    SourceRow, Unwatched, Watcher, import,
};
use tsunagari_core::directory::pack::cbor;
use tsunagari_core::model::Record;

const ONE: &[u8] = "名称,住所\nひだまり,高松市1\n".as_bytes();

#[track_caller]
fn problem(name: &str, bytes: &[u8]) -> FileProblem {
    let (result, sink) = import_bytes(name, bytes);
    assert!(sink.rows.is_empty() && sink.others.is_empty() && !sink.finished, "nothing may stay");
    match result {
        Err(ImportError::File { path, problem }) => {
            let message = ImportError::File { path, problem: problem.clone() }.to_string();
            assert!(message.contains(name), "{message}");
            problem
        }
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn empty_and_blank_files_are_said_to_be_empty() {
    for bytes in [&b""[..], b"\n\n", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF\r\n ", b"\xFF\xFE"] {
        assert_eq!(problem("a.csv", bytes), FileProblem::Empty, "{bytes:?}");
    }
}

#[test]
fn binary_files_say_what_they_look_like() {
    assert!(
        matches!(problem("a.csv", b"%PDF-1.7\n"), FileProblem::Binary { line: 1, looks_like: Some(name) } if name == "PDF")
    );
    assert_eq!(problem("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FileProblem::OldWorkbook);
    assert!(matches!(problem("a.csv", &[b'a', 1, 2, 3, b'\n', 4, 5, 6]), FileProblem::Binary { line: 1, .. }));
}

#[test]
fn a_zero_byte_is_named_with_its_line() {
    assert_eq!(problem("a.csv", "名称,住所\nひだまり,\0\n".as_bytes()), FileProblem::NulByte { line: 2 });
}

#[test]
fn torn_utf16_is_named_with_its_line() {
    let whole: Vec<u8> = "名称,住所\nひだまり,高松市1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut torn = vec![0xFF, 0xFE];
    torn.extend(&whole[..whole.len() - 1]);
    assert!(matches!(problem("a.csv", &torn), FileProblem::TornUtf16 { line: 2 | 3 }));
    let mut half = vec![0xFF, 0xFE];
    half.extend("名称\n".encode_utf16().flat_map(u16::to_le_bytes));
    half.extend([0x00, 0xD8, b'a', 0]);
    assert_eq!(problem("a.csv", &half), FileProblem::TornUtf16 { line: 2 });
}

#[test]
fn text_that_is_neither_utf8_nor_cp932_is_refused_and_not_guessed() {
    let euc = encoding_rs::EUC_JP.encode("名称,住所\nひだまり,高松市\n").0;
    match problem("a.csv", &euc) {
        FileProblem::UnknownEncoding { line, .. } => assert_eq!(line, 1),
        other => panic!("{other:?}"),
    }
    let mut broken = "名称,住所\nひだまり,".as_bytes().to_vec();
    broken.extend([0xE3, 0x81, 0xFF, 0xFE, b'\n']);
    assert!(matches!(problem("a.csv", &broken), FileProblem::UnknownEncoding { line: 2, .. }));
}

#[test]
fn a_line_of_a_gigabyte_is_refused_after_its_first_mebibyte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.csv");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all("名称,住所\n".as_bytes()).unwrap();
    file.write_all(&vec![b'x'; 3 * 1024 * 1024]).unwrap();
    // The rest of the gigabyte is a hole; it must never be read, or the answer would be a zero byte.
    file.set_len(1 << 30).unwrap();
    let mut sink = Gathered::default();
    let result = import(&path, &Options::default(), &mut sink, &mut Unwatched, &AtomicBool::new(false));
    assert!(
        matches!(result, Err(ImportError::File { problem: FileProblem::LineTooLong { line: 2, .. }, .. })),
        "{result:?}"
    );
    let json = format!("{{\"名称\":\"{}\"}}\n", "x".repeat(2 * 1024 * 1024));
    assert!(matches!(problem("a.jsonl", json.as_bytes()), FileProblem::LineTooLong { line: 1, .. }));
    let quoted = format!("名称,住所\nひだまり,\"{}\"\n", "x\n".repeat(1024 * 1024));
    assert!(matches!(problem("a.csv", quoted.as_bytes()), FileProblem::LineTooLong { line: 2, .. }));
}

#[test]
fn ten_thousand_columns_are_refused() {
    let wide = format!("名称,住所\n{}\n", ",".repeat(10_000));
    assert!(matches!(problem("a.csv", wide.as_bytes()), FileProblem::TooManyColumns { line: 2, limit: 2000 }));
    let keys: Vec<String> = (0..10_000).map(|n| format!("\"k{n}\":1")).collect();
    let json = format!("{{{}}}\n", keys.join(","));
    assert!(matches!(problem("a.jsonl", json.as_bytes()), FileProblem::TooManyColumns { line: 1, .. }));
}

#[test]
fn toml_of_more_than_a_mebibyte_is_refused_and_says_what_to_do() {
    let text = "[[record]]\nid = \"r\"\nname = \"ひだまり\"\n".repeat(40_000);
    let refused = problem("records.toml", text.as_bytes());
    assert!(matches!(refused, FileProblem::FileTooLarge { limit: 1_048_576, .. }), "{refused:?}");
    assert!(refused.to_string().contains("split the file"));
}

/// In every format a row with more than a record holds is cut down; a file beside it is read.
#[test]
fn a_row_with_more_text_than_a_record_holds_is_cut_down_in_every_format() {
    let names: Vec<String> = (0..900).map(|n| format!("列{n}")).collect();
    let csv = format!("名称,住所,{}\n乙館,高松市2,{}\n", names.join(","), vec!["う"; 900].join(","));
    let keys: Vec<String> = names.iter().map(|name| format!("\"{name}\":\"う\"")).collect();
    let json = format!("{{\"名称\":\"乙館\",\"住所\":\"高松市2\",{}}}\n", keys.join(","));
    for (name, text) in [("wide.csv", &csv), ("wide.jsonl", &json)] {
        let files: [(&str, &[u8]); 2] = [("community_center.csv", ONE), (name, text.as_bytes())];
        let (report, sink) = import_folder(&files, &Options::default());
        let report = report.unwrap();
        let wide = report.files.iter().find(|file| file.file == name).unwrap();
        assert_eq!((wide.count(Rule::RecordTooLarge), wide.counts.stored), (1, 1), "{name}");
        assert_eq!(sink.rows.len(), 2, "{name}");
        for (record, _) in &sink.rows {
            let kept = Storable::imported(record.clone()).unwrap();
            assert!(cbor::encode(&kept).is_ok(), "{name}: the store would refuse it, and the folder with it");
        }
    }
}

#[test]
fn an_open_quotation_mark_is_refused_before_anything_is_kept() {
    let text = format!("{}\"こかげ,高松市2\n", "名称,住所\nひだまり,高松市1\n");
    assert_eq!(problem("a.csv", text.as_bytes()), FileProblem::QuoteNotClosed { line: 3 });
}

#[test]
fn zip_bombs_and_broken_workbooks_are_refused() {
    let bomb = zipped(&[("xl/workbook.xml", vec![b' '; 100 * 1024 * 1024])]).unwrap();
    assert!(bomb.len() < 1024 * 1024);
    assert!(matches!(problem("a.xlsx", &bomb), FileProblem::UnfoldsTooFar { .. }));
    let other = zipped(&[("a.txt", b"a".to_vec())]).unwrap();
    assert!(matches!(problem("a.xlsx", &other), FileProblem::DamagedWorkbook { .. }));
    let good = import_workbook(&[("一覧", &[&["名称", "住所"], &["ひだまり", "高松市1"]])]);
    for end in [4, 30, good.len() / 2, good.len() - 1] {
        assert!(matches!(problem("a.xlsx", &good[..end]), FileProblem::DamagedWorkbook { .. }), "{end}");
    }
    let wide = String::from_utf8(vec![]).unwrap()
        + r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>名称</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    let sheet = import_support::workbook_with(&wide);
    assert!(matches!(problem("a.xlsx", &sheet), FileProblem::TooManyColumns { line: 1, .. }));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(ONE).unwrap();
    let packed = packed.finish().unwrap();
    assert!(matches!(problem("a.csv.gz", &packed[..packed.len() - 12]), FileProblem::DamagedArchive { .. }));
    let (report, sink) = import_bytes("community_center.csv.gz", &packed);
    assert_eq!((report.unwrap().totals.stored, sink.rows.len()), (1, 1));
}

#[test]
fn a_torn_line_of_json_is_named() {
    let text = "{\"名称\":\"ひだまり\",\"住所\":\"高松市1\"}\n{\"名称\":\"こか";
    assert!(matches!(problem("a.jsonl", text.as_bytes()), FileProblem::NotJson { line: 2, .. }));
}

#[test]
fn a_header_on_line_four_is_found_and_swapped_coordinates_are_mended() {
    let text = "居場所の一覧,,,\n令和8年度,,,\n,,,\n名称,住所,緯度,経度\nひだまり,高松市1,134.046553,34.343092\n";
    let (report, sink) = import_bytes("community_center.csv", text.as_bytes());
    assert_eq!(report.unwrap().files[0].header_line, Some(4));
    assert_eq!(sink.rows[0].0.int("lat_e6"), Some(34_343_092));
    assert_eq!(sink.rows[0].1.line, 5);
}

#[test]
fn one_bad_file_in_a_folder_is_reported_and_the_others_are_read() {
    let files: [(&str, &[u8]); 4] =
        [("a/community_center.csv", ONE), ("b/broken.csv", b"a\0b"), ("c/empty.csv", b""), ("LICENSE", b"CC BY 4.0")];
    let (report, sink) = import_folder(&files, &Options::default());
    let report = report.unwrap();
    let of = |name: &str| &report.files.iter().find(|file| file.file == name).unwrap().outcome;
    assert_eq!(of("a/community_center.csv"), &Outcome::Imported);
    assert_eq!(of("b/broken.csv"), &Outcome::Refused { problem: FileProblem::NulByte { line: 1 } });
    assert_eq!(of("c/empty.csv"), &Outcome::Refused { problem: FileProblem::Empty });
    assert_eq!(of("LICENSE"), &Outcome::NotData);
    assert_eq!(sink.rows.len(), 1);
    assert!(sink.finished);
    let json = serde_json::to_value(&report).unwrap();
    let broken = json["files"].as_array().unwrap().iter().find(|file| file["file"] == "b/broken.csv").unwrap();
    assert_eq!(broken["problem"]["code"], "nul-byte", "{json:#}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_circles_and_things_that_are_no_files_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("a")).unwrap();
    std::fs::write(folder.path().join("a/community_center.csv"), ONE).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/up")).unwrap();
    std::os::unix::fs::symlink("self.csv", folder.path().join("self.csv")).unwrap();
    std::os::unix::fs::symlink("gone", folder.path().join("b.csv")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("c.csv")).unwrap();
    let mut sink = Gathered::default();
    let report =
        import(folder.path(), &Options::default(), &mut sink, &mut Unwatched, &AtomicBool::new(false)).unwrap();
    let refused: Vec<(&str, String)> = report
        .files
        .iter()
        .filter_map(|file| match &file.outcome {
            Outcome::Refused { problem } => Some((file.file.as_str(), problem.to_string())),
            _ => None,
        })
        .collect();
    let names: Vec<&str> = refused.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), 4, "{refused:?}");
    for name in ["a/up", "self.csv", "b.csv", "c.csv"] {
        assert!(names.contains(&name), "{name}: {refused:?}");
    }
    assert_eq!(sink.rows.len(), 1);
}

#[test]
fn a_path_that_is_not_there_is_an_error() {
    let result = import(
        std::path::Path::new("/nowhere/at/all.csv"),
        &Options::default(),
        &mut Gathered::default(),
        &mut Unwatched,
        &AtomicBool::new(false),
    );
    assert!(matches!(result, Err(ImportError::NotReadable { .. })));
}

/// Asks to stop as soon as it hears of rows.
struct Stopper<'a>(&'a AtomicBool, u64);

impl Watcher for Stopper<'_> {
    fn progress(&mut self, progress: &Progress) {
        assert!(progress.bytes <= progress.total_bytes, "{progress:?}");
        if progress.rows > 0 {
            self.1 += 1;
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

#[test]
fn stopping_half_way_keeps_nothing() {
    let mut text = String::from("名称,住所\n");
    for number in 0..20_000 {
        text.push_str(&format!("ひだまり{number},高松市{number}\n"));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("community_center.csv");
    std::fs::write(&path, text).unwrap();
    let cancel = AtomicBool::new(false);
    let mut sink = Gathered::default();
    let mut stopper = Stopper(&cancel, 0);
    let result = import(&path, &Options::default(), &mut sink, &mut stopper, &cancel);
    assert!(matches!(result, Err(ImportError::Cancelled)));
    assert!(stopper.1 > 0 && sink.rows.is_empty() && sink.files.is_empty() && !sink.finished);
}

/// A store that is full after some rows.
#[derive(Default)]
struct Full {
    rows: usize,
    aborted: bool,
}

impl Sink for Full {
    fn begin(&mut self, _: &SourceFile) -> Result<(), SinkError> {
        Ok(())
    }
    fn row(&mut self, _: Record, _: SourceRow) -> Result<(), SinkError> {
        self.rows += 1;
        if self.rows > 3 { Err(SinkError("the disk is full".into())) } else { Ok(()) }
    }
    fn record(&mut self, _: Record) -> Result<(), SinkError> {
        Ok(())
    }
    fn source_only(&mut self, _: SourceRow) -> Result<(), SinkError> {
        Ok(())
    }
    fn end(&mut self, _: &FileReport) -> Result<(), SinkError> {
        Ok(())
    }
    fn finish(&mut self) -> Result<(), SinkError> {
        panic!("must not finish")
    }
    fn abort(&mut self) {
        self.aborted = true;
    }
}

#[test]
fn a_store_that_refuses_a_row_is_told_to_roll_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("community_center.csv");
    std::fs::write(&path, "名称,住所\nあ,1\nい,2\nう,3\nえ,4\nお,5\n").unwrap();
    let mut sink = Full::default();
    let result = import(&path, &Options::default(), &mut sink, &mut Unwatched, &AtomicBool::new(false));
    assert_eq!(result.unwrap_err().to_string(), "nothing was stored: the disk is full");
    assert!(sink.aborted);
}
