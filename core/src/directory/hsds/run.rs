//! The HSDS files of a folder as one package: read, joined, made into records, accounted for and handed over.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::group::{Owners, Seed, seeds};
use super::hand_over::{HandOver, Source};
use super::json_file::{self, Content};
use super::limits::{MAX_FILE_BYTES, MAX_PACKAGE_BYTES};
use super::package::{Fate, Package};
use super::record::{How, NotBuilt, build};
use super::table::Table;
use super::{Rule, csv_file};
use crate::directory::import::{
    Encoding, FileProblem, FileReport, Found, ImportError, Opened, Options, Outcome, Passage, Stop,
};
use crate::directory::tally::Counts;

/// All packages of an import: a service that was read in one folder is not made again in another.
#[derive(Debug, Default)]
pub(in crate::directory) struct Packages {
    seen: BTreeSet<String>,
}

impl Packages {
    /// Takes the HSDS files of a folder as one package and hands their records over. Gives the report of each, by
    /// name; what is not there is not HSDS.
    pub(in crate::directory) fn folder(
        &mut self,
        files: &[Found],
        options: &Options,
        passage: &mut Passage<'_>,
    ) -> Result<BTreeMap<String, FileReport>, ImportError> {
        let mut reading = Reading::default();
        for found in files.iter().filter(|found| found.problem.is_none()) {
            let Some(form) = Form::of(found) else { continue };
            passage.file(&found.name)?;
            reading.file(found, form, passage)?;
        }
        let Reading { mut package, mut reports, sources, .. } = reading;
        let owners = Owners::of(&package);
        let made = self.make(&mut package, &owners, &mut reports, options, passage)?;
        account(&package, &mut reports);
        let over = HandOver { package: &package, owners: &owners, made, how: how(options) };
        over.all(&sources, &reports, passage)?;
        Ok(reports.into_iter().map(|report| (report.file.clone(), report)).collect())
    }

    /// Makes each record once to learn what becomes of its rows. Gives the row that makes each record, in order, and
    /// how to make it again.
    fn make(
        &mut self,
        package: &mut Package,
        owners: &Owners,
        reports: &mut [FileReport],
        options: &Options,
        passage: &mut Passage<'_>,
    ) -> Result<Vec<(usize, Option<Seed>)>, ImportError> {
        look(package, owners, reports);
        let mut made = Vec::new();
        for seed in seeds(package) {
            let group = seed.group(package, owners);
            passage.steps(group.parts.len() + 1)?;
            let Some(root) = group.root() else { continue };
            let built = build(package, &group, how(options), |rule, at, field| note(package, reports, rule, at, field));
            for part in group.others() {
                package.mark(part, Fate::Merged);
            }
            if !matches!(&built, Ok(record) if !record.is("confidential")) && !matches!(built, Err(NotBuilt::NoName)) {
                group.others().chain([root]).for_each(|at| package.hide(at));
            }
            let record = match built {
                Ok(record) => record,
                Err(why) => {
                    if why == NotBuilt::NoName {
                        note(package, reports, Rule::NoName, root, "name");
                    }
                    package.mark(root, Fate::Aside);
                    continue;
                }
            };
            let id: Rc<str> = record.id.as_str().into();
            group.at_location.into_iter().chain([root]).chain(group.others()).for_each(|at| package.link(at, &id));
            if !self.seen.insert(record.id) {
                note(package, reports, Rule::RecordAgain, root, "id");
                package.mark(root, Fate::Merged);
                continue;
            }
            package.mark(root, Fate::Stored);
            if let Some(report) = package.row(root).and_then(|row| reports.get_mut(row.origin.file)) {
                report.counts.records += 1;
            }
            made.push((root, Some(seed)));
        }
        made.sort_by_key(|(root, _)| *root);
        Ok(made)
    }
}

fn how(options: &Options) -> How<'_> {
    How { trusted: options.own_export, today: options.today.as_deref() }
}

/// What a file is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
}

impl Form {
    fn of(found: &Found) -> Option<Self> {
        let extension = found.path.extension()?.to_string_lossy().to_ascii_lowercase();
        match extension.as_str() {
            "csv" | "tsv" => csv_file::is_one(&found.path, &stem(found)).then_some(Self::Csv),
            "json" => Some(Self::Json),
            // Lines of JSON are a table, unless they are called as one of HSDS.
            "jsonl" | "ndjson" => Table::of_file(&stem(found)).map(|_| Self::Json),
            _ => None,
        }
    }
}

fn stem(found: &Found) -> String {
    found.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder while they are read.
#[derive(Default)]
struct Reading {
    package: Package,
    reports: Vec<FileReport>,
    sources: Vec<Source>,
    bytes: u64,
}

impl Reading {
    fn file(&mut self, found: &Found, form: Form, passage: &mut Passage<'_>) -> Result<(), ImportError> {
        let mut report = FileReport::new(found.name.clone(), found.bytes);
        let before = self.package.extent();
        match self.read(found, form, &mut report, passage) {
            Ok(Some(source)) => {
                self.reports.push(report);
                self.sources.push(source);
            }
            // The tables read it.
            Ok(None) => {}
            Err(Stop::All(error)) => return Err(error),
            Err(Stop::File(problem)) => {
                self.package.forget_from(self.reports.len(), before);
                report.counts = Counts { read: report.counts.read, refused: report.counts.read, ..Counts::default() };
                report.outcome = Outcome::Refused { problem };
                self.reports.push(report);
                self.sources.push(Source::none(found));
            }
        }
        Ok(())
    }

    fn read(
        &mut self,
        found: &Found,
        form: Form,
        report: &mut FileReport,
        passage: &mut Passage<'_>,
    ) -> Result<Option<Source>, Stop> {
        if found.bytes > MAX_FILE_BYTES {
            return Err(FileProblem::FileTooLarge { bytes: found.bytes, limit: MAX_FILE_BYTES }.into());
        }
        if self.bytes + found.bytes > MAX_PACKAGE_BYTES {
            return Err(FileProblem::FolderTooLarge { limit: MAX_PACKAGE_BYTES }.into());
        }
        let (number, stem) = (self.reports.len(), stem(found));
        let aside = match form {
            Form::Csv => {
                let opened = Opened::western(&found.path)?;
                csv_file::read(&opened, &stem, number, &mut self.package, report, passage)?
            }
            Form::Json => {
                let bytes = json_file::bytes(&found.path)?;
                match json_file::read(&bytes, &stem, number, &mut self.package, report, passage)? {
                    Content::Rows => None,
                    Content::Aside(reason) => Some(reason),
                    Content::Other => return Ok(None),
                }
            }
        };
        self.bytes += found.bytes;
        if form == Form::Json {
            report.format = Some("hsds-json");
            report.encoding = Some(Encoding::Utf8);
            report.kind = Table::of_file(&stem).map(|(table, _)| table.plural().to_owned());
        }
        Ok(Some(match aside {
            Some(reason) => {
                report.set_aside(reason);
                Source::none(found)
            }
            None if form == Form::Csv => Source::csv(found),
            None => Source::json(found),
        }))
    }
}

/// Says what became of each row.
fn account(package: &Package, reports: &mut [FileReport]) {
    for at in 0..package.rows.len() {
        let (Some(row), Some(fate)) = (package.rows.get(at), package.fates.get(at)) else { continue };
        let rule = match (fate, row.table) {
            (Fate::Unused, Table::Organization | Table::Program) => Some(Rule::NoService),
            (Fate::Unused, _) => Some(Rule::NotJoined),
            _ => None,
        };
        if let Some(rule) = rule {
            note(package, reports, rule, at, "");
        }
        let Some(report) = reports.get_mut(row.origin.file) else { continue };
        match fate {
            Fate::Stored => report.counts.stored += 1,
            Fate::Merged => report.counts.merged += 1,
            Fate::Unused | Fate::Aside => report.counts.set_aside += 1,
        }
    }
}

/// Notes keys that point at nothing, and the like.
fn look(package: &Package, owners: &Owners, files: &mut [FileReport]) {
    for (at, field) in &owners.dangling {
        let place = package.row(*at).is_some_and(|row| row.table == Table::Location);
        let rule = if place && *field == "organization_id" { Rule::DanglingOrganization } else { Rule::DanglingKey };
        note(package, files, rule, *at, field);
    }
    for at in package.all(Table::Service) {
        let id = package.row(at).map_or("", |row| row.get("organization_id"));
        if !id.is_empty() && package.find(Table::Organization, id).is_none() {
            note(package, files, Rule::DanglingOrganization, at, "organization_id");
        }
    }
    for at in package.all(Table::ServiceAtLocation) {
        let Some(row) = package.row(at) else { continue };
        let of = |table, field: &str| {
            package
                .find(table, row.get(field))
                .and_then(|at| package.row(at))
                .map_or("", |row| row.get("organization_id"))
        };
        let (service, location) = (of(Table::Service, "service_id"), of(Table::Location, "location_id"));
        if !service.is_empty() && !location.is_empty() && service != location {
            note(package, files, Rule::OtherOrganization, at, "location_id");
        }
    }
    let mut with_program = BTreeSet::new();
    for at in package.all(Table::Program) {
        let organization = package.row(at).map_or("", |row| row.get("organization_id"));
        if !organization.is_empty() && !with_program.insert(organization) {
            note(package, files, Rule::OneProgram, at, "organization_id");
        }
    }
}

fn note(package: &Package, files: &mut [FileReport], rule: Rule, at: usize, field: &str) {
    let Some(origin) = package.row(at).map(|row| &row.origin) else { return };
    let Some(file) = files.get_mut(origin.file) else { return };
    let column = match (origin.pointer.is_empty(), field.is_empty()) {
        (true, true) => None,
        (true, false) => Some(field.to_owned()),
        (false, true) => Some(origin.pointer.to_string()),
        (false, false) => Some(format!("{}/{field}", origin.pointer)),
    };
    file.note(rule, origin.line, column.as_deref());
}
