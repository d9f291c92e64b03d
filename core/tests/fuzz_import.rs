//! Arbitrary bytes as CSV, workbook or JSON Lines never panic, and every row is accounted for. Runs on stable as a
//! test; under cargo-bolero the same targets run as long as wanted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(unreachable_pub, missing_docs)]

mod import_support;

use import_support::{import_bytes, import_workbook, own_municipalities, workbook_with};
use tsunagari_core::directory::import::{Options, Outcome, source_rows, write_back};

fn check(name: &str, bytes: &[u8]) {
    let options = Options { municipalities: own_municipalities(), all_kinds: true, ..Options::default() };
    let (report, sink) = import_support::import_folder(&[(name, bytes)], &options);
    let report = report.expect("a folder is imported whatever is in it");
    for file in &report.files {
        assert!(file.counts.balanced(), "{:?}", file.counts);
        if matches!(file.outcome, Outcome::Refused { .. }) {
            assert_eq!(sink.rows.len() + sink.others.len(), 0, "a refused file leaves nothing");
        }
    }
    for (record, _) in &sink.rows {
        record.check().unwrap();
    }
}

fn check_write_back(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, bytes).unwrap();
    if let Ok((file, rows)) = source_rows(&path)
        && file.delimiter.is_some()
    {
        assert_eq!(write_back(&file, &rows).unwrap(), bytes);
    }
}

#[test]
fn any_bytes_as_csv() {
    bolero::check!().with_iterations(400).for_each(|bytes: &[u8]| {
        check("community_center.csv", bytes);
        check_write_back(bytes);
    });
}

#[test]
fn any_bytes_below_a_header() {
    bolero::check!().with_iterations(400).for_each(|bytes: &[u8]| {
        let mut text =
            "名称,住所,緯度,経度,電話番号,利用可能曜日,開始時間,終了時間,ID,郵便番号,全国地方公共団体コード\n"
                .as_bytes()
                .to_vec();
        // Keep it text, so that the rows are reached.
        text.extend(String::from_utf8_lossy(bytes).replace('\0', " ").into_bytes());
        check("community_center.csv", &text);
        check_write_back(&text);
    });
}

#[test]
fn any_bytes_as_json_lines() {
    bolero::check!().with_iterations(300).for_each(|bytes: &[u8]| {
        check("evacuation.jsonl", bytes);
        let mut text = "{\"名称\":\"ひだまり\",\"_lon_lat\":[134.0,34.3]}\n{\"名称\":".as_bytes().to_vec();
        text.extend(bytes);
        check("evacuation.jsonl", &text);
    });
}

#[test]
fn any_bytes_as_workbook() {
    bolero::check!().with_iterations(200).for_each(|bytes: &[u8]| {
        let mut packed = b"PK\x03\x04".to_vec();
        packed.extend(bytes);
        check("a.xlsx", &packed);
        check("a.xlsx", &workbook_with(&String::from_utf8_lossy(bytes)));
    });
}

#[test]
fn a_workbook_with_any_byte_changed() {
    let good = import_workbook(&[("一覧", &[&["名称", "住所"], &["ひだまり", "高松市1"]])]);
    bolero::check!().with_iterations(300).with_type::<(u16, u8)>().cloned().for_each(|(at, byte)| {
        let mut bytes = good.clone();
        let at = usize::from(at) % bytes.len();
        bytes[at] = byte;
        check("community_center.xlsx", &bytes);
    });
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    /// Whatever the cells are, a quoted table comes back as the same rows, in every encoding and with every line end.
    #[test]
    fn a_table_is_read_the_same_however_it_is_written(
        cells in proptest::collection::vec("[ぁ-んァ-ヶ一二三a-z0-9,\"\n;ー 　]{0,12}", 2..6),
        newline in proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in 0_usize..5,
    ) {
        let quote = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = format!("名称,住所{newline}");
        for cell in &cells {
            text.push_str(&format!("{},{}{newline}", quote(&format!("あ{cell}")), quote(cell)));
        }
        let le = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let be = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
            2 => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
            3 => [&[0xFF, 0xFE][..], &le(&text)].concat(),
            _ => [&[0xFE, 0xFF][..], &be(&text)].concat(),
        };
        let (report, sink) = import_bytes("community_center.csv", &bytes);
        let report = report.unwrap();
        proptest::prop_assert!(report.totals.balanced());
        proptest::prop_assert_eq!(report.totals.read, cells.len() as u64);
        let mut read: Vec<String> = sink.rows.iter().map(|(_, row)| row.cells[1].clone()).collect();
        read.extend(sink.others.iter().skip(1).map(|row| row.cells[1].clone()));
        read.sort();
        let mut expected = cells.clone();
        expected.sort();
        proptest::prop_assert_eq!(read, expected);
        check_write_back(&bytes);
    }
}
