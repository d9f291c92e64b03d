//! Ways of reaching the entry, and the hours of going there.

use crate::model::Record;

use super::super::clean::{clean, fold, is_nothing};
use super::super::dataset::SUNK;
use super::super::field::Field;
use super::super::timetable::{self, Stated};
use super::super::{FileReport, Rule, phone, reader_of_hours};
use super::Cells;
use super::texts::{cut, extra_key};

pub(super) fn fill_channels(record: &mut Record, row: &Cells<'_>, category: &str, report: &mut FileReport) {
    let line = row.line;
    let mut order = 1;
    let cell = clean(row.get(Field::Phone), |rule| report.note(rule, line, row.header(Field::Phone)));
    if !cell.is_empty() {
        let extension = fold(row.get(Field::Extension));
        let phones = phone::read(&cell, |rule| report.note(rule, line, row.header(Field::Phone)));
        if phones.is_empty() && !is_nothing(&cell) {
            // Not a number that can be dialled: shown as it stands, never as a way to call.
            record.set(extra_key(row.header(Field::Phone).unwrap_or("電話番号")), cut(&cell, 200));
        }
        for (number, phone) in phones.iter().enumerate() {
            let id = if number == 0 { "tel".to_owned() } else { format!("tel{}", number + 1) };
            let key = |field: &str| format!("ch/{id}/{field}");
            record
                .set(key("kind"), "tel")
                .set(key("dial"), phone.dial.as_str())
                .set(key("display"), phone.display.as_str());
            record
                .set(key("type"), phone.kind())
                .set(key("fee"), phone.fee())
                .set(key("conf"), "medium")
                .set(key("order"), order);
            record.set(key("label"), phone.label.as_str());
            let own = if phone.extension.is_empty() && phones.len() == 1 {
                extension.as_str()
            } else {
                phone.extension.as_str()
            };
            if !is_nothing(own) {
                record.set(key("ext"), own);
            }
            order += 1;
        }
    }
    let fax = row.get(Field::Fax);
    if !is_nothing(fax)
        && let Some(fax) = phone::read(fax, |_| {}).first()
    {
        record
            .set("ch/fax/kind", "fax")
            .set("ch/fax/dial", fax.dial.as_str())
            .set("ch/fax/display", fax.display.as_str());
        record.set("ch/fax/fee", "caller").set("ch/fax/conf", "medium").set("ch/fax/order", order);
        order += 1;
    }
    let mail = fold(row.get(Field::Mail));
    if mail.contains('@') {
        record.set("ch/mail/kind", "mail").set("ch/mail/email", mail).set("ch/mail/order", order);
        order += 1;
    }
    for (field, id) in [(Field::Form, "form"), (Field::Url, "web")] {
        let url = row.get(field).trim();
        let end = url
            .get(4..)
            .and_then(|rest| rest.find("http").or_else(|| rest.find(char::is_whitespace)))
            .map_or(url.len(), |at| at + 4);
        let url = url.get(..end).unwrap_or_default();
        if (url.starts_with("http://") || url.starts_with("https://")) && url.len() <= 500 {
            record
                .set(format!("ch/{id}/kind"), "web")
                .set(format!("ch/{id}/url"), url)
                .set(format!("ch/{id}/order"), order);
            order += 1;
        }
    }
    if record.text("kind") == Some("scheme") {
        return;
    }
    let stated = stated_hours(row, report);
    let has_place = record.text("address").is_some() || record.int("lat_e6").is_some();
    if has_place || stated.is_some() {
        record.set("ch/visit/kind", "visit").set("ch/visit/order", order);
    }
    if let Some(stated) = stated.filter(|_| !SUNK.contains(&category) || category == "cooling_shelter") {
        reader_of_hours::fill(record, "visit", &stated);
    }
}

pub(super) fn stated_hours(row: &Cells<'_>, report: &mut FileReport) -> Option<Stated> {
    let line = row.line;
    let mut time = |field: Field| {
        let header = row.header(field);
        timetable::time(row.get(field).trim(), |rule| report.note(rule, line, header))
    };
    let week: Vec<(String, String)> = if row.has(Field::DayOpens(1)) {
        (0..7).map(|day| (time(Field::DayOpens(day)), time(Field::DayCloses(day)))).collect()
    } else {
        Vec::new()
    };
    let kinds = row.has(Field::WeekdayOpens).then(|| {
        [
            (time(Field::WeekdayOpens), time(Field::WeekdayCloses)),
            (time(Field::SaturdayOpens), time(Field::SaturdayCloses)),
            (time(Field::HolidayOpens), time(Field::HolidayCloses)),
        ]
    });
    let (opens, closes) = (time(Field::Opens), time(Field::Closes));
    let text = |field: Field, report: &mut FileReport| {
        let text = row.text(field, report);
        if is_nothing(&text) { String::new() } else { text }
    };
    let mut note = text(Field::HoursNote, report);
    let stated = if !week.is_empty() {
        if week.iter().any(|(opens, closes)| is_nothing(opens) && !opens.is_empty() && is_nothing(closes)) {
            report.note(Rule::TimeClosedDash, line, row.header(Field::DayOpens(0)));
        }
        report.note(Rule::HoursByWeekday, line, None);
        Stated::Week { pairs: week, note }
    } else if let Some(pairs) = kinds {
        report.note(Rule::HoursByDayKind, line, None);
        let remark = row.text(Field::Note, report);
        if note.is_empty() && ["隔週", "休", "曜"].iter().any(|word| remark.contains(word)) {
            note = remark;
        }
        Stated::DayKinds { pairs, note }
    } else if row.has(Field::WeekdayRange) {
        report.note(Rule::HoursByDayKind, line, None);
        let fields = [Field::WeekdayRange, Field::SaturdayRange, Field::SundayRange];
        Stated::Weekend(fields.map(|field| row.text(field, report)))
    } else if row.has(Field::VacationHours) {
        report.note(Rule::HoursInOneCell, line, row.header(Field::HoursProse));
        if row.get(Field::HoursProse).chars().any(|c| matches!(c, '０'..='９' | '：')) {
            report.note(Rule::TimeMixedWidth, line, row.header(Field::HoursProse));
        }
        let fields = [Field::Days, Field::HoursProse, Field::ExtraHours, Field::VacationHours];
        Stated::AfterSchool(fields.map(|field| text(field, report)))
    } else {
        let days = row.text(Field::Days, report);
        timetable::look_at_days(&days, |rule| report.note(rule, line, row.header(Field::Days)));
        let closed_days = text(Field::ClosedDays, report);
        let prose = text(Field::HoursProse, report);
        if !prose.is_empty() {
            if prose.chars().any(|c| matches!(c, '０'..='９' | '：')) {
                report.note(Rule::TimeMixedWidth, line, row.header(Field::HoursProse));
            }
            report.note(Rule::HoursInOneCell, line, row.header(Field::HoursProse));
            let parts = [days, prose, note];
            let prose = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
            if closed_days.is_empty() {
                Stated::Prose(prose)
            } else {
                let none = String::new;
                Stated::Columns { days: none(), opens: none(), closes: none(), note: prose, closed_days }
            }
        } else if days.is_empty() && opens.is_empty() && closes.is_empty() && closed_days.is_empty() {
            if !note.is_empty() {
                report.note(Rule::HoursInOneCell, line, row.header(Field::HoursNote));
            }
            Stated::Prose(note)
        } else {
            Stated::Columns { days, opens, closes, note, closed_days }
        }
    };
    (!stated.is_empty()).then_some(stated)
}
