//! One row: from published cells to a record.

use crate::directory::confidential::Storable;
use crate::model::{MAX_RECORD_BYTES, Record};

use super::clean::{clean, fold, is_nothing};
use super::dataset::{self, SUNK};
use super::field::Field;
use super::header::Column;
use super::identity::{Identified, Keys, Register, damage};
use super::municipalities::Clues;
use super::timetable::{self, Stated};
use super::{FileReport, Municipalities, Rule, coord, phone, reader_of_hours, shelter};

/// What is true of every row of a published file: nobody asked the place itself.
const ASSURED_BY: &str = "公開されているデータから。施設には未確認";
const HALF_LIFE_DAYS: i64 = 365;

/// Names that an editor of maps gives to an entry nobody has named yet.
const PLACEHOLDERS: [&str; 3] = ["新規マップピン", "名称未設定", "テスト"];

/// What is the same for all rows of a file.
pub(super) struct Context<'a> {
    pub(super) columns: &'a [Column],
    pub(super) category: &'static str,
    pub(super) mixed: bool,
    pub(super) municipalities: &'a Municipalities,
    /// Municipality of rows that do not say.
    pub(super) default_lg: Option<&'a str>,
    /// Whether the file lies in a folder of old files.
    pub(super) old: bool,
    /// Whether the file is delimited text.
    pub(super) delimited: bool,
    pub(super) dataset: &'a str,
    pub(super) assured_date: Option<&'a str>,
}

/// What became of a row.
pub(super) enum Made {
    Record {
        record: Box<Record>,
        confidential: bool,
    },
    Merged {
        id: String,
    },
    SetAside,
    Refused,
    /// Confidential, and not storable: only the hash of the row is kept.
    Hidden,
}

/// Reads rows of one file.
pub(super) struct Rows<'a> {
    pub(super) context: Context<'a>,
    pub(super) report: &'a mut FileReport,
    pub(super) register: &'a mut Register,
}

struct Cells<'a> {
    columns: &'a [Column],
    cells: &'a [String],
    line: u64,
}

impl<'a> Cells<'a> {
    fn get(&self, field: Field) -> &'a str {
        let at = self.columns.iter().position(|column| column.field == Some(field));
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn header(&self, field: Field) -> Option<&'a str> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.header.as_str())
    }

    fn text(&self, field: Field, report: &mut FileReport) -> String {
        let header = self.header(field);
        clean(self.get(field), |rule| report.note(rule, self.line, header))
    }

    fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|column| column.field == Some(field))
    }
}

impl Rows<'_> {
    /// Reads one row. `shared_id` says whether its published ID stands twice in the file.
    pub(super) fn read(&mut self, cells: &[String], line: u64, shared_id: bool) -> Made {
        let columns = self.context.columns;
        if cells.iter().any(|cell| cell.len() > super::limits::MAX_CELL_BYTES) {
            self.report.note(Rule::CellTooLong, line, None);
            return Made::Refused;
        }
        let row = Cells { columns, cells, line };
        // A workbook leaves out the empty cells at the end of a row.
        if cells.len() > columns.len() || (self.context.delimited && cells.len() < columns.len()) {
            self.report.note(Rule::RaggedRow, line, None);
        }
        let report = &mut *self.report;
        let name = row.text(Field::Name, report).replace('\n', " ");
        if is_nothing(&name) || PLACEHOLDERS.contains(&name.as_str()) {
            let nameless = !is_nothing(&name) || cells.iter().filter(|cell| !cell.trim().is_empty()).count() <= 1;
            report.note(if nameless { Rule::NotARow } else { Rule::NoName }, line, row.header(Field::Name));
            return Made::SetAside;
        }
        let words = [Field::Type, Field::Service, Field::Subjects, Field::Note, Field::NameUsual]
            .map(|field| row.get(field))
            .join(" ");
        let poi = poi(row.get(Field::Poi), |rule| report.note(rule, line, row.header(Field::Poi)));
        let kind = dataset::row_kind(self.context.category, self.context.mixed, &name, &words, &poi);
        let address = address(&row, report);
        let lg = self.lg(&row, &address);
        let report = &mut *self.report;
        let published = published(&row, shared_id, report);
        let phone = clean(row.get(Field::Phone), |_| {});
        let phone = phone::read(&phone, |_| {}).into_iter().next().map(|phone| phone.dial).unwrap_or_default();
        // Two defibrillators of one house are two.
        let spot = row.text(Field::Spot, report).replace('\n', " ");
        let spotted = if is_nothing(&spot) { address.clone() } else { format!("{address} {spot}") };
        let keys = Keys {
            category: kind.category,
            lg: lg.as_deref().unwrap_or_default(),
            published: &published,
            name: &name,
            address: &spotted,
            phone: if is_nothing(&spot) { &phone } else { "" },
        };
        let (id, rule) = match self.register.identify(&keys, |rule| report.note(rule, line, row.header(Field::Id))) {
            Identified::Merged { id } => {
                report.note(Rule::Merged, line, None);
                return Made::Merged { id };
            }
            Identified::New { id, rule } => (id, rule),
        };
        let confidential = shelter::is_confidential(kind.category, &name, &words);
        let mut record = Record::new(id);
        record.set("kind", kind.kind).set("class", "listing").set("category", kind.category).set("name", name.as_str());
        record
            .set("id_rule", rule.code())
            .set("source/import/ref", self.context.dataset)
            .set("source/import/kind", "open-data");
        if let Some(date) = self.context.assured_date {
            record.set("source/import/opened", date);
            // What an old file says was never compared with anything newer.
            if !self.context.old {
                record.set("assured_date", date).set("assured_by", ASSURED_BY).set("half_life_days", HALF_LIFE_DAYS);
            }
        }
        for topic in &kind.topics {
            record.add("topic", topic);
        }
        if self.context.old {
            report.note(Rule::OlderVintage, line, None);
            record.set("status", "unknown");
        } else {
            record.set("status", "active");
        }
        fill_names(&mut record, &row, report);
        fill_texts(&mut record, &row, report);
        if let Some(lg) = &lg {
            record.set("lg", lg.as_str()).add("area", lg);
        }
        record.set("address", address.as_str());
        if record.text("access").is_none() && !is_nothing(&spot) {
            record.set("access", spot);
        }
        fill_postal(&mut record, &row, report);
        fill_position(&mut record, &row, report);
        fill_channels(&mut record, &row, kind.category, report);
        fill_extras(&mut record, &row, report);
        if confidential {
            report.note(Rule::Confidential, line, None);
            hide(&mut record);
        }
        shrink(&mut record, || report.note(Rule::RecordTooLarge, line, None));
        match Storable::imported(record) {
            Ok(record) => Made::Record { record: Box::new(record.into_record()), confidential },
            // A text of a shelter reads like an address: nothing of the row is kept.
            Err(_) => Made::Hidden,
        }
    }

    fn lg(&mut self, row: &Cells<'_>, address: &str) -> Option<String> {
        let both = row.get(Field::PrefectureAndCity);
        let clues = Clues {
            code: if row.get(Field::LgCode).is_empty() {
                row.get(Field::AddressLgCode)
            } else {
                row.get(Field::LgCode)
            },
            prefecture: row.get(Field::Prefecture),
            city: if both.is_empty() { row.get(Field::City) } else { both },
            address,
        };
        let report = &mut *self.report;
        let found =
            self.context.municipalities.resolve(&clues, |rule| report.note(rule, row.line, row.header(Field::LgCode)));
        if found.is_some() {
            return found;
        }
        let default = self.context.default_lg.map(str::to_owned);
        report.note(if default.is_some() { Rule::CodeFromFile } else { Rule::CodeMissing }, row.line, None);
        default
    }
}

/// The municipality a row states, for the first pass.
pub(super) fn stated_lg(columns: &[Column], cells: &[String], municipalities: &Municipalities) -> Option<String> {
    let row = Cells { columns, cells, line: 0 };
    let both = row.get(Field::PrefectureAndCity);
    let clues = Clues {
        code: if row.get(Field::LgCode).is_empty() { row.get(Field::AddressLgCode) } else { row.get(Field::LgCode) },
        prefecture: row.get(Field::Prefecture),
        city: if both.is_empty() { row.get(Field::City) } else { both },
        address: row.get(Field::Address),
    };
    municipalities.resolve(&clues, |_| {})
}

/// The published ID of a row, for the first pass.
pub(super) fn stated_id<'a>(columns: &[Column], cells: &'a [String]) -> &'a str {
    let at = columns.iter().position(|column| column.field == Some(Field::Id));
    at.and_then(|at| cells.get(at)).map_or("", String::as_str)
}

fn published(row: &Cells<'_>, shared: bool, report: &mut FileReport) -> String {
    if row.has(Field::CkanId) {
        report.note(Rule::IdCkan, row.line, row.header(Field::CkanId));
    }
    if !row.has(Field::Id) {
        return String::new();
    }
    let id = row.get(Field::Id);
    match damage(id, shared) {
        Some(rule) => {
            report.note(rule, row.line, row.header(Field::Id));
            String::new()
        }
        None => id.to_owned(),
    }
}

/// The code of a point of interest, without the letter of the older form.
fn poi(cell: &str, mut note: impl FnMut(Rule)) -> String {
    let folded = fold(cell);
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    if digits.len() == 4 && folded.len() == 5 {
        note(if cell.chars().any(|c| matches!(c, 'ａ'..='ｚ' | 'Ａ'..='Ｚ')) {
            Rule::PoiFullWidth
        } else {
            Rule::PoiLetter
        });
    }
    digits
}

fn address(row: &Cells<'_>, report: &mut FileReport) -> String {
    let line = row.line;
    let mut address = row.text(Field::Address, report).replace('\n', " ");
    let city = row.text(Field::AddressCity, report);
    if is_nothing(&address) {
        address = String::new();
        let town = row.text(Field::AddressTown, report);
        let block = row.text(Field::AddressBlock, report);
        let whole =
            town.is_empty() && block.is_empty() && city.chars().any(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
        if whole {
            report.note(Rule::AddressInCity, line, row.header(Field::AddressCity));
        } else if !city.is_empty() {
            report.note(Rule::AddressFromParts, line, None);
        }
        let prefecture = if row.has(Field::AddressCity) { row.text(Field::Prefecture, report) } else { String::new() };
        if !city.is_empty() {
            let prefecture = if city.starts_with(&prefecture) { "" } else { &prefecture };
            address = format!("{prefecture}{city}{town}{block}");
        }
    } else if city.chars().any(|c| c.is_ascii_digit()) {
        report.note(Rule::AddressInCity, line, row.header(Field::AddressCity));
    }
    let chars: Vec<char> = address.chars().collect();
    let mut lot = false;
    for at in 0..chars.len() {
        let Some(mark) = chars.get(at) else { break };
        if *mark == 'ニ' && chars.get(at + 1) == Some(&'丁') {
            report.note(Rule::AddressKatakanaNi, line, row.header(Field::Address));
        }
        let alone = at == 0 || chars.get(at - 1).is_some_and(|c| !('\u{30a1}'..='\u{30ff}').contains(c));
        let digit = chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
        lot |= alone
            && digit
            && matches!(mark, 'イ' | 'ロ' | 'ハ' | 'ニ' | 'ホ' | 'ヘ' | 'ト' | 'チ' | 'リ' | 'ヌ' | 'ル' | 'ツ');
    }
    if lot {
        report.note(Rule::LotMark, line, row.header(Field::Address));
    }
    let building = row.text(Field::Building, report);
    if !is_nothing(&building) && !address.contains(&building) {
        address = format!("{address} {building}");
    }
    if let Some((code, rest)) =
        address.split_once([' ', '　']).filter(|(code, _)| is_postal(&fold(code).replace('〒', "")))
    {
        let _ = code;
        report.note(Rule::PostalInAddress, line, row.header(Field::Address));
        address = rest.trim().to_owned();
    }
    address.trim().to_owned()
}

fn is_postal(text: &str) -> bool {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    digits.len() == 7
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (text.len() == 7 || text.as_bytes().get(3) == Some(&b'-'))
}

fn fill_postal(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    let cell = row.get(Field::Postal);
    let folded = fold(cell).replace('〒', "");
    let from_address = || {
        let word = fold(row.get(Field::Address).trim().split([' ', '　']).next().unwrap_or_default()).replace('〒', "");
        is_postal(&word).then_some(word)
    };
    let code = if is_postal(&folded) {
        if !folded.contains('-') {
            report.note(Rule::PostalNoHyphen, row.line, row.header(Field::Postal));
        }
        folded
    } else {
        if !folded.is_empty() {
            report.note(Rule::PostalNone, row.line, row.header(Field::Postal));
        }
        let Some(code) = from_address() else { return };
        code
    };
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if let Some((front, back)) = digits.split_at_checked(3) {
        record.set("postal", format!("{front}-{back}"));
    }
}

fn fill_position(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    let line = row.line;
    let (latitude, longitude) = (row.get(Field::Latitude), row.get(Field::Longitude));
    let position = if !latitude.is_empty() || !longitude.is_empty() {
        coord::read(latitude, longitude, |rule| report.note(rule, line, row.header(Field::Latitude)))
    } else if !row.get(Field::LonLat).is_empty() {
        // Published longitude first, and said so: no swap.
        let cell = row.get(Field::LonLat);
        let (lon, lat) = cell.trim_matches(['[', ']']).split_once(',').unwrap_or_default();
        coord::read(lat, lon, |rule| report.note(rule, line, row.header(Field::LonLat)))
    } else {
        let cell = row.get(Field::LatLon);
        let position = coord::read_pair(cell, |rule| report.note(rule, line, row.header(Field::LatLon)));
        if position.is_some() {
            report.note(Rule::CoordPair, line, row.header(Field::LatLon));
        }
        position
    };
    if let Some((lat, lon)) = position {
        record.set("lat_e6", lat).set("lon_e6", lon);
    }
}

fn fill_names(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
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

fn fill_texts(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
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
        .any(|(column, cell)| is_flag(column) && !cell.is_empty() && !matches!(cell.as_str(), "有" | "無"))
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

fn is_flag(column: &Column) -> bool {
    column.field == Some(Field::Flag) || super::field::field_of(&column.key) == Some(Field::Flag)
}

fn look_at_dates(row: &Cells<'_>, report: &mut FileReport) {
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
fn serial_date(text: &str) -> Option<String> {
    let days = text.parse::<u64>().ok().filter(|_| text.len() == 5)?;
    let start = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some(start.checked_add_days(chrono::Days::new(days))?.format("%Y-%m-%d").to_string())
}

fn fill_channels(record: &mut Record, row: &Cells<'_>, category: &str, report: &mut FileReport) {
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

fn stated_hours(row: &Cells<'_>, report: &mut FileReport) -> Option<Stated> {
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

/// Columns whose words help a search, and columns nothing else keeps.
fn fill_extras(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
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
fn extra_key(header: &str) -> String {
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
fn cut(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = (0..=bytes.saturating_sub(3)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    format!("{}…", text.get(..end).unwrap_or_default())
}

/// Takes away everything that says where a confidential entry is: only the prefecture stays.
fn hide(record: &mut Record) {
    let prefecture = record.text("lg").and_then(|lg| lg.get(..2)).map(str::to_owned);
    // Named one by one, so that a key somebody adds later is hidden until somebody decides otherwise.
    const KEPT: [&str; 12] = [
        "kind",
        "class",
        "category",
        "name",
        "name_kana",
        "name@en",
        "id_rule",
        "status",
        "assured_date",
        "assured_by",
        "half_life_days",
        "source/import/kind",
    ];
    record.fields.retain(|key, _| {
        KEPT.contains(&key.as_str()) || ["ch/tel", "ch/fax", "ch/mail"].iter().any(|channel| key.starts_with(channel))
    });
    if let Some(prefecture) = prefecture {
        record.add("area", &prefecture);
    }
    record.set("confidential", true).set("trace_warning", true).set("kind", "desk");
}

/// Leaves out the longest unmapped columns until the record may be stored.
fn shrink(record: &mut Record, mut note: impl FnMut()) {
    let mut noted = false;
    while record.bytes() > MAX_RECORD_BYTES {
        if !noted {
            note();
            noted = true;
        }
        let longest = |prefix: &str| {
            record
                .fields
                .iter()
                .filter(|(key, _)| {
                    key.starts_with(prefix) && !matches!(key.as_str(), "name" | "kind" | "category" | "class")
                })
                .max_by_key(|(key, value)| value.as_str().map_or(0, str::len) + key.len())
                .map(|(key, _)| key.clone())
        };
        let Some(key) = longest("x/").or_else(|| longest("")) else { return };
        record.fields.remove(&key);
    }
    if record.text("name").is_some_and(|name| name.len() > 600) {
        let name = cut(record.text("name").unwrap_or_default(), 600);
        record.set("name", name);
    }
}
