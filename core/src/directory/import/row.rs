//! One row: from published cells to a record.

mod channels;
mod conceal;
mod place;
mod texts;

use crate::directory::confidential::{Storable, names_a_shelter};
use crate::model::{Record, is_hidden, without_hidden};

use super::clean::{clean, is_nothing};
use super::dataset;
use super::field::Field;
use super::fit::shrink;
use super::header::Column;
use super::identity::{Identified, Keys, Register, damage};
use super::municipalities::Clues;
use super::{FileReport, Municipalities, Rule, phone};
use channels::fill_channels;
use conceal::hide;
use place::{address, fill_position, fill_postal, poi};
use texts::{cut, fill_extras, fill_names, fill_texts};

/// What is true of every row of a published file: nobody asked the place itself.
const ASSURED_BY: &str = "公開されているデータから。施設には未確認";
const HALF_LIFE_DAYS: i64 = 365;
/// Bytes of a name.
const MAX_NAME_BYTES: usize = 600;

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
        let plain = self.plain(cells, line);
        let cells = plain.as_deref().unwrap_or(cells);
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
        let confidential =
            !dataset::SUNK.contains(&kind.category) && (names_a_shelter(&name) || names_a_shelter(&words));
        let mut record = Record::new(id);
        record
            .set("kind", kind.kind)
            .set("class", "listing")
            .set("category", kind.category)
            .set("name", cut(&name, MAX_NAME_BYTES));
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

    /// The cells without their hidden characters, if there are any.
    fn plain(&mut self, cells: &[String], line: u64) -> Option<Vec<String>> {
        let mut plain = None;
        for (at, cell) in cells.iter().enumerate() {
            let Some(text) = without_hidden(cell) else { continue };
            let header = self.context.columns.get(at).map(|column| column.header.as_str());
            let control = cell.chars().any(|c| c.is_control() && is_hidden(c));
            self.report.note(if control { Rule::ControlCharacter } else { Rule::HiddenCharacter }, line, header);
            if let Some(place) = plain.get_or_insert_with(|| cells.to_vec()).get_mut(at) {
                *place = text;
            }
        }
        plain
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
