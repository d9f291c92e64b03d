//! The reader against 300 real cells: `core/tests/hours_sample.tsv`, labelled before there was a reader.
//!
//! The texts are public data that is not in this repository; where the folder is missing the test says so and passes.
//! Misses of the `tune` half are listed, those of the `holdout` half are only counted.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    missing_docs
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use tsunagari_core::hours::{
    Columns, Holidays, Hours, ParseState, Schedule, read_after_school, read_columns, read_day_kinds, read_prose,
    read_week, read_weekend,
};
use tsunagari_core::model::OpenState;
use unicode_normalization::UnicodeNormalization as _;

const INSTANTS: [&str; 6] = [
    "2026-11-24T10:30:00",
    "2026-12-12T14:30:00",
    "2026-12-13T11:00:00",
    "2026-11-23T10:30:00",
    "2027-01-02T11:00:00",
    "2026-12-16T20:15:00",
];

fn normal(text: &str) -> String {
    text.nfkc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn csv_rows(path: &Path) -> BTreeMap<u64, Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let mut text = match String::from_utf8(bytes.clone()) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::SHIFT_JIS.decode(&bytes).0.into_owned(),
    };
    text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = BTreeMap::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap() {
        rows.insert(reader.position().line() - 1, record.iter().map(str::to_owned).collect());
    }
    rows
}

fn xlsx_rows(path: &Path, sheet: &str) -> BTreeMap<u64, Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap_or_default();
    let text = |cell: &Data| match cell {
        Data::DateTime(time) => {
            let minutes = (time.as_f64().fract() * 1440.0).round();
            format!("{:02}:{:02}", minutes as u32 / 60, minutes as u32 % 60)
        }
        Data::Empty => String::new(),
        other => other.to_string().replace("_x000D_", "\r"),
    };
    range
        .rows()
        .enumerate()
        .map(|(n, row)| {
            let mut cells = vec![String::new(); left as usize];
            cells.extend(row.iter().map(text));
            (u64::from(top) + n as u64 + 1, cells)
        })
        .collect()
}

fn cells(data: &Path, row: &[&str]) -> Vec<String> {
    let path = data.join(row[1]);
    if row[1].ends_with(".json") {
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let lines = json["hotlines"].as_array().unwrap();
        let line = lines.iter().find(|line| line["id"] == row[3]).unwrap();
        return vec![line["hours_text"].as_str().unwrap().to_owned()];
    }
    let rows = if row[1].ends_with(".csv") { csv_rows(&path) } else { xlsx_rows(&path, row[2]) };
    let cells = &rows[&row[3].parse().unwrap()];
    row[4].split('|').map(|at| cells.get(at.parse::<usize>().unwrap()).cloned().unwrap_or_default()).collect()
}

fn read(kind: &str, cells: &[String]) -> Hours {
    let c: Vec<&str> = cells.iter().map(String::as_str).collect();
    let joined = |a: usize, b: usize| format!("{}\n{}", c[a], c[b]);
    match kind {
        "prose" => read_prose(c[0]),
        "days_open_close_note" => {
            read_columns(&Columns { days: c[0], opens: c[1], closes: c[2], note: c[3], closed_days: "" })
        }
        "days_open_close_note_closed" => {
            read_columns(&Columns { days: c[0], opens: c[1], closes: c[2], note: c[3], closed_days: c[4] })
        }
        "open_close_note" => read_columns(&Columns { opens: c[0], closes: c[1], note: c[2], ..Columns::default() }),
        "open_close_closed" => {
            read_columns(&Columns { opens: c[0], closes: c[1], closed_days: c[2], ..Columns::default() })
        }
        "hours_closed" => read_columns(&Columns { note: c[0], closed_days: c[1], ..Columns::default() }),
        "hours_note_closed_note" => {
            read_columns(&Columns { note: &joined(0, 1), closed_days: &joined(2, 3), ..Columns::default() })
        }
        "seven_opens_seven_closes_note_sunday_first" => {
            let pairs: [(&str, &str); 7] = std::array::from_fn(|day| (c[day], c[day + 7]));
            read_week(&pairs, c[14])
        }
        "weekday_saturday_schoolholiday_pairs_note" => read_day_kinds((c[0], c[1]), (c[2], c[3]), (c[4], c[5]), c[6]),
        "weekday_saturday_sunday_prose" => read_weekend(c[0], c[1], c[2]),
        "days_normal_extended_vacation" => read_after_school(c[0], c[1], c[2], c[3]),
        other => panic!("unknown kind {other}"),
    }
}

fn answers(hours: &Hours, holidays: &Holidays) -> String {
    let schedule = hours.canonical.as_ref().map(|text| Schedule::compile(text, hours.doubt.as_deref(), holidays));
    let Some(schedule) = schedule else { return "?".repeat(6) };
    let schedule = schedule.unwrap_or_else(|error| panic!("{error}: {:?} {:?}", hours.canonical, hours.doubt));
    let letter = |state| match state {
        OpenState::Open { .. } => 'o',
        OpenState::Closed { .. } => 'c',
        OpenState::Unknown { .. } => '?',
    };
    INSTANTS.iter().map(|now| letter(schedule.at(now.parse::<NaiveDateTime>().unwrap()))).collect()
}

#[derive(Default, Debug)]
struct Count {
    cells: usize,
    stated: usize,
    states: BTreeMap<ParseState, usize>,
    stated_parsed: usize,
    decidable: usize,
    answered: usize,
    wrong: usize,
}

#[test]
fn real_cells_are_read_without_a_wrong_answer() {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    if !data.is_dir() {
        println!("skipped: the public data is not at {}", data.display());
        return;
    }
    let holidays = Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap();
    let mut halves: BTreeMap<&str, Count> = BTreeMap::new();
    for row in include_str!("hours_sample.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let row: Vec<&str> = row.split('\t').collect();
        let cells = cells(&data, &row);
        let text = cells.iter().map(|cell| normal(cell)).collect::<Vec<_>>().join("\u{1f}");
        let digest = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect::<String>();
        assert_eq!(&digest[..12], row[6], "{} {} is not the cell that was labelled", row[1], row[3]);
        let hours = read(row[5], &cells);
        let (got, want) = (answers(&hours, &holidays), row[8..14].concat());
        let count = halves.entry(row[0]).or_default();
        count.cells += 1;
        count.stated += usize::from(row[7] == "yes");
        count.stated_parsed += usize::from(row[7] == "yes" && hours.state == ParseState::Parsed);
        *count.states.entry(hours.state).or_default() += 1;
        let pairs: Vec<(char, char)> = got.chars().zip(want.chars()).collect();
        count.decidable += pairs.iter().filter(|(_, want)| *want != '?').count();
        count.answered += pairs.iter().filter(|(got, want)| *want != '?' && got == want).count();
        let wrong = pairs.iter().filter(|(got, want)| *got != '?' && got != want).count();
        count.wrong += wrong;
        let missed = pairs.iter().any(|(got, want)| *got == '?' && *want != '?');
        if row[0] == "tune" && (wrong > 0 || missed || hours.state != ParseState::Parsed) {
            let mark = if wrong > 0 { "WRONG " } else { "" };
            println!("{mark}{} {:?} want {want} got {got}\n  {}", row[6], hours.state, text.replace('\u{1f}', " ¦ "));
            println!("  {:?}\n  {:?}", hours.canonical.unwrap_or_default(), hours.doubt.unwrap_or_default());
        }
    }
    for (half, count) in &halves {
        println!(
            "{half}: {} cells; {:?}; of {} with a time {} parsed ({:.1} %); {} of {} decidable answered ({:.1} %); wrong {}",
            count.cells,
            count.states,
            count.stated,
            count.stated_parsed,
            100.0 * count.stated_parsed as f64 / count.stated as f64,
            count.answered,
            count.decidable,
            100.0 * count.answered as f64 / count.decidable as f64,
            count.wrong
        );
    }
    for (half, count) in &halves {
        assert_eq!(count.wrong, 0, "{half}");
        // The aim is 70 % parsed and 90 % answered in both halves. The hold-out does not answer as many yet: what it
        // has reached is held here, and docs/hours-measured.md says so.
        let (parsed, answered) = if *half == "tune" { (88, 98) } else { (75, 82) };
        assert!(count.stated_parsed * 100 >= count.stated * parsed, "{half}");
        assert!(count.answered * 100 >= count.decidable * answered, "{half}");
    }
}
