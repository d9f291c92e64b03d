//! Every rule has a case of our own, a line in docs/import-rules.md, and where there is real data a real line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(unreachable_pub, missing_docs)]

mod import_support;
#[path = "irregularities/mod.rs"]
mod irregularities;

use std::collections::BTreeSet;
use std::path::Path;

use import_support::{data, import_bytes, import_with, import_workbook, own_municipalities};
use irregularities::{Case, all_cases};
use tsunagari_core::directory::import::{Gathered, ImportReport, Options, RowRole, Rule, source_rows, write_back};
use tsunagari_core::model::{Language, Scalar};
use tsunagari_core::text::Texts;

fn run(case: &Case) -> (ImportReport, Gathered) {
    let options =
        Options { municipalities: own_municipalities(), today: Some("2026-11-22".into()), ..Options::default() };
    let (report, sink) = import_in_folder(case.file, &case.bytes(), &options);
    (report.unwrap(), sink)
}

/// Imports the folder, so that the names of folders count.
fn import_in_folder(
    name: &str,
    bytes: &[u8],
    options: &Options,
) -> (Result<ImportReport, tsunagari_core::directory::import::ImportError>, Gathered) {
    import_support::import_folder(&[(name, bytes)], options)
}

#[test]
fn every_rule_has_a_case_of_our_own() {
    // Shown by tests below, since they need two files, a workbook or a very long cell.
    let elsewhere = ["other-sheets", "cell-too-long", "record-too-large", "id-other-name"];
    let shown: BTreeSet<&str> = all_cases().map(|case| case.rule).chain(elsewhere).collect();
    for rule in Rule::ALL {
        assert!(shown.contains(rule.code()), "no case shows {}", rule.code());
    }
    for code in &shown {
        assert!(Rule::ALL.iter().any(|rule| rule.code() == *code), "{code} is no rule");
    }
}

#[test]
fn each_case_shows_its_rule_on_its_line_and_makes_the_record_it_should() {
    for case in all_cases() {
        let (report, sink) = run(case);
        let file = &report.files[0];
        let rule = Rule::ALL.iter().find(|rule| rule.code() == case.rule).unwrap();
        let hit = file.rules.get(rule.code()).unwrap_or_else(|| panic!("{case:?}: {file:#?}"));
        assert!(hit.first.iter().any(|place| place.line == case.line), "{case:?}: {hit:?}");
        assert!(file.counts.balanced(), "{case:?}");
        assert_eq!(sink.rows.len(), case.records, "{case:?}");
        for (key, expected) in case.fields {
            let found = sink.rows[0].0.fields.get(*key).map(Scalar::to_string).unwrap_or_default();
            assert_eq!(found, *expected, "{key} of {case:?}: {:#?}", sink.rows[0].0);
        }
    }
}

#[test]
fn a_rule_shows_on_the_real_line_it_was_found_on() {
    let Some(root) = data() else { return };
    let list = include_str!("irregularities/real_places.tsv");
    let mut checked = 0;
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (code, file) = (cells[0], cells[1]);
        let lines: Vec<u64> = cells[2].split(',').map(|at| at.parse().unwrap()).collect();
        let path = root.join(file);
        let bytes = if file.ends_with(".csv") { real_rows(&path, &lines) } else { std::fs::read(&path).unwrap() };
        let (folder, name) = file.rsplit_once('/').unwrap();
        let name = format!("{}/{name}", folder.rsplit('/').next().unwrap());
        let report = |all_kinds: bool| {
            let options = Options { municipalities: import_support::municipalities(), all_kinds, ..Options::default() };
            import_support::import_folder(&[(&name, &bytes)], &options).0.unwrap()
        };
        let rule = Rule::ALL.iter().find(|rule| rule.code() == code).unwrap_or_else(|| panic!("{code}"));
        let shown = report(false).count(*rule) + report(true).count(*rule);
        assert!(shown > 0, "{line}: {:#?}", report(true).files[0]);
        checked += 1;
    }
    println!("{checked} real places");
}

/// A real CSV with all rows but these taken out.
fn real_rows(path: &Path, lines: &[u64]) -> Vec<u8> {
    let (source, rows) = source_rows(path).unwrap();
    let header = rows.iter().position(|row| row.role == RowRole::Header).unwrap_or(0);
    let kept = rows.iter().enumerate().filter(|(at, row)| *at <= header || lines.contains(&row.line));
    write_back(&source, kept.map(|(_, row)| row)).unwrap()
}

#[test]
fn the_list_of_rules_in_the_documentation_is_the_one_in_the_code() {
    let text = include_str!("../../docs/import-rules.md");
    let english = Texts::new(Language::English);
    let what = |rule: &Rule| english.get(&format!("rule-{}", rule.code()));
    let listed: Vec<(&str, &str, &str)> = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>())
        .map(|cells| (cells[0].trim_matches('`'), cells[1], cells[2]))
        .collect();
    let action = |rule: &Rule| serde_json::to_value(rule.action()).unwrap().as_str().unwrap().to_owned();
    let code: Vec<String> =
        Rule::ALL.iter().map(|rule| format!("| `{}` | {} | {} |", rule.code(), action(rule), what(rule))).collect();
    let shown: Vec<String> =
        listed.iter().map(|(code, action, what)| format!("| `{code}` | {action} | {what} |")).collect();
    assert_eq!(shown, code, "docs/import-rules.md should read:\n{}", code.join("\n"));
}

#[test]
fn a_cell_of_more_than_64_kib_refuses_its_row_and_not_the_file() {
    let text = format!("名称,説明\nひだまり,{}\nこかげ,\n", "あ".repeat(30_000));
    let (report, sink) = import_bytes("community_center.csv", text.as_bytes());
    let report = report.unwrap();
    assert_eq!((report.totals.refused, report.totals.stored, sink.rows.len()), (1, 1, 1));
    assert_eq!(report.count(Rule::CellTooLong), 1);
}

#[test]
fn an_entry_over_eight_kib_loses_its_longest_extras_and_keeps_its_name() {
    let headers: Vec<String> = (0..30).map(|n| format!("欄{n}")).collect();
    let cells: Vec<String> = (0..30).map(|n| format!("{n}{}", "あ".repeat(190))).collect();
    let text = format!("名称,電話番号,{}\nひだまり,087-000-0001,{}\n", headers.join(","), cells.join(","));
    let (report, sink) = import_bytes("community_center.csv", text.as_bytes());
    assert_eq!(report.unwrap().count(Rule::RecordTooLarge), 1);
    let record = &sink.rows[0].0;
    record.check().unwrap();
    assert_eq!((record.name(), record.text("ch/tel/dial")), ("ひだまり", Some("0870000001")));
}

#[test]
fn an_id_that_had_another_name_in_another_file_is_not_trusted() {
    let options = Options { municipalities: own_municipalities(), ..Options::default() };
    let files: [(&str, &[u8]); 2] = [
        ("community_center.csv", "ID,名称,住所\nA-11111,ひだまり,高松市1\n".as_bytes()),
        ("old_data/community_center.csv", "ID,名称,住所\nA-11111,こかげ,高松市2\n".as_bytes()),
    ];
    let (report, sink) = import_support::import_folder(&files, &options);
    assert_eq!(report.unwrap().count(Rule::IdOtherName), 1);
    assert_ne!(sink.rows[0].0.id, sink.rows[1].0.id);
}

#[test]
fn the_first_sheet_with_a_header_is_read_and_the_others_are_named() {
    let bytes = import_workbook(&[
        ("表紙", &[&["居場所の一覧です"]]),
        ("一覧", &[&["名称", "住所", "開始時間"], &["ひだまり", "高松市1", "0.375"], &[], &["こかげ", "高松市2"]]),
    ]);
    let (report, sink) = import_with(
        "community_center.xlsx",
        &bytes,
        &Options { municipalities: own_municipalities(), ..Options::default() },
    );
    let report = report.unwrap();
    assert_eq!(report.count(Rule::HiddenSheet), 1);
    assert_eq!(sink.rows.len(), 2, "{report:#?}");
    assert_eq!(sink.rows[0].0.text("ch/visit/hours_raw"), Some("09:00～"));
    assert_eq!(sink.rows[1].1.line, 4, "the row of the sheet");
}

#[test]
fn a_report_has_words_for_every_kind_and_group_of_files() {
    let datasets: toml::Table = include_str!("../national/import-datasets.toml").parse().unwrap();
    let texts = Texts::new(Language::Japanese);
    for (table, key, word) in [("dataset", "category", "kind"), ("aside", "reason", "group")] {
        for entry in datasets[table].as_array().unwrap() {
            let id = format!("{word}-{}", entry[key].as_str().unwrap());
            assert!(texts.has(&id), "{id} has no words");
        }
    }
}
