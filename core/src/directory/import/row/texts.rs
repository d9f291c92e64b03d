//! Names, texts and the columns nothing else keeps.

use crate::model::Record;

use super::super::clean::{clean, fold, is_nothing};
use super::super::dataset::SUNK;
use super::super::field::Field;
use super::super::{FileReport, Rule};
use super::Cells;

pub(super) fn fill_names(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    let kana = row.text(Field::NameKana, report);
    if kana.contains('二') && kana.chars().any(|c| ('\u{30a1}'..='\u{30fa}').contains(&c)) {
        report.note(Rule::KanaWithKanjiTwo, row.line, row.header(Field::NameKana));
    }
    if !is_nothing(&kana) {
        record.set("name_kana", kana);
    }
    let english = row.text(Field::NameEnglish, report);
    if english.chars().any(|c| c.is_ascii_alphabetic()) {
        record.set("name@en", english);
    }
    let usual = row.text(Field::NameUsual, report);
    // In hospital lists this column holds the type.
    if !is_nothing(&usual) && usual.chars().count() <= 60 && record.text("category") != Some("hospital") {
        record.add("alias", &usual.replace('/', "／"));
    }
}

pub(super) fn fill_texts(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    for (field, key) in [(Field::Operator, "operator"), (Field::Access, "access"), (Field::Target, "target")] {
        let text = row.text(field, report);
        if !is_nothing(&text) {
            record.set(key, text);
        }
    }
    let summary = [Field::Summary, Field::Description].map(|field| row.text(field, report));
    let summary: Vec<&str> = summary.iter().map(String::as_str).filter(|text| !is_nothing(text)).collect();
    record.set("summary", cut(&summary.join("\n"), 1500));
    let ages = fold(row.get(Field::Ages));
    if !is_nothing(&ages) {
        record.set("x/受入年齢", row.get(Field::Ages).trim());
    }
    let how = row.text(Field::HowTo, report);
    if record.text("kind") == Some("scheme") {
        record.set("how", cut(&how, 1500));
        let target = record.text("target").unwrap_or_default().to_owned();
        record.set("who", target);
    }
    for (field, key) in [(Field::OpensOn, "window/import/from"), (Field::ClosesOn, "window/import/to")] {
        let date = row.get(field).trim();
        let iso = date.len() == 10
            && date
                .bytes()
                .enumerate()
                .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        if iso && record.text("kind") == Some("scheme") {
            record.set(key, date);
        }
    }
    if ["ボランティア募集", "担い手募集", "スタッフ募集", "お手伝い募集"]
        .iter()
        .any(|word| row.cells.iter().any(|cell| cell.contains(word)))
    {
        record.set("role_place", true);
    }
    look_at_dates(row, report);
    let numbers = row.get(Field::CorporateNumber);
    if numbers.contains("E+") {
        report.note(Rule::NumberExponent, row.line, row.header(Field::CorporateNumber));
    } else if !is_nothing(numbers) {
        record.set("x/法人番号", fold(numbers));
    }
    if row
        .columns
        .iter()
        .zip(row.cells)
        .any(|(column, cell)| column.flag && !cell.is_empty() && !matches!(cell.as_str(), "有" | "無"))
    {
        report.note(Rule::FlagWords, row.line, None);
    }
    let subjects = row.get(Field::Subjects);
    if subjects.split([';', '；']).any(|part| {
        matches!(part.trim(), "内" | "外" | "小" | "整" | "皮" | "眼" | "耳い" | "耳" | "産婦" | "産" | "精" | "脳外")
    }) {
        report.note(Rule::SubjectsShort, row.line, row.header(Field::Subjects));
    }
}

pub(super) fn look_at_dates(row: &Cells<'_>, report: &mut FileReport) {
    let cell = row.get(Field::Date);
    let folded = fold(cell);
    if folded.is_empty() {
        return;
    }
    let first = folded.chars().next().unwrap_or(' ');
    let era = matches!(first, '明' | '大' | '昭' | '平' | '令')
        || (matches!(first, 'M' | 'T' | 'S' | 'H' | 'R') && folded.chars().nth(1).is_some_and(|c| c.is_ascii_digit()));
    let rule = if era {
        Rule::DateEra
    } else if folded.contains('年') || folded.contains('月') {
        Rule::DateProse
    } else if folded.contains(['/', '.']) {
        Rule::DateSlashes
    } else if folded.len() == 5 && folded.bytes().all(|byte| byte.is_ascii_digit()) {
        Rule::DateSerial
    } else {
        return;
    };
    report.note(rule, row.line, row.header(Field::Date));
}

/// The day of a spreadsheet's number of days since 1899-12-30.
pub(super) fn serial_date(text: &str) -> Option<String> {
    let days = text.parse::<u64>().ok().filter(|_| text.len() == 5)?;
    let start = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some(start.checked_add_days(chrono::Days::new(days))?.format("%Y-%m-%d").to_string())
}

/// Columns whose words help a search, and columns nothing else keeps.
pub(super) fn fill_extras(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    if record.text("category").is_some_and(|category| SUNK.contains(&category)) {
        return;
    }
    for (column, cell) in row.columns.iter().zip(row.cells) {
        let wanted = match column.field {
            None => {
                !column.key.is_empty()
                    && !column.key.starts_with("画像")
                    && !column.key.starts_with("写真")
                    && column.key != "町字id"
            }
            Some(field) => matches!(
                field,
                Field::Type
                    | Field::Service
                    | Field::Subjects
                    | Field::Note
                    | Field::Capacity
                    | Field::Flag
                    | Field::Date
            ),
        };
        if !wanted || is_nothing(cell) {
            continue;
        }
        let text = clean(cell, |rule| report.note(rule, row.line, Some(&column.header)));
        let text = if column.field == Some(Field::Date) { serial_date(&text).unwrap_or(text) } else { text };
        let key = match column.field {
            // What the standard calls it, in place of an English property name.
            Some(Field::Type) => "x/種別".to_owned(),
            Some(Field::Service) => "x/実施サービス".to_owned(),
            Some(Field::Subjects) => "x/診療科目".to_owned(),
            Some(Field::Note) => "x/備考".to_owned(),
            Some(Field::Capacity) => "x/定員".to_owned(),
            _ => extra_key(&column.header),
        };
        record.set(key, cut(&text, 600));
    }
}

/// `x/<header>`; the signs that keys are built with are written full-width.
pub(super) fn extra_key(header: &str) -> String {
    let header: String = header
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| match c {
            '/' => '／',
            '@' => '＠',
            other => other,
        })
        .collect();
    format!("x/{}", header.trim())
}

/// The beginning of a text, at most so many bytes, ending on a whole character.
pub(super) fn cut(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = (0..=bytes.saturating_sub(3)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    format!("{}…", text.get(..end).unwrap_or_default())
}
