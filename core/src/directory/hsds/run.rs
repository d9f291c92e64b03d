//! One import: files of a folder are joined, each folder by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::group::{Owners, groups};
use super::limits::{MAX_FILE_BYTES, MAX_FOLDERS, MAX_PACKAGE_BYTES};
use super::package::{Fate, Package};
use super::record::{How, build};
use super::report::{FileReport, Outcome, Report};
use super::table::Table;
use super::{HsdsError, Problem, Rule, csv_file, json_file};
use crate::directory::tally::Counts;
use crate::model::Record;

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The data are our own export: attributes may say what only the national pack may say of itself.
    pub own_export: bool,
    /// Day of the import, ISO: schedules that began before it hold.
    pub today: Option<String>,
}

/// Receives records.
pub trait Receiver {
    /// A record, with the file and the line it was made from.
    ///
    /// # Errors
    /// A reason for which the import has to stop.
    fn record(&mut self, record: Record, file: &str, line: u64) -> Result<(), String>;
}

impl Receiver for Vec<Record> {
    fn record(&mut self, record: Record, _file: &str, _line: u64) -> Result<(), String> {
        self.push(record);
        Ok(())
    }
}

/// Imports a file or a folder.
///
/// # Errors
/// [`HsdsError`]. A folder with unreadable files is imported all the same, and the report says which; a single file
/// that is unreadable is an error.
pub fn import(
    path: &Path,
    options: &Options,
    receiver: &mut dyn Receiver,
    cancel: &AtomicBool,
) -> Result<Report, HsdsError> {
    let single = !path.is_dir();
    let mut folders: BTreeMap<String, Vec<(String, PathBuf)>> = BTreeMap::new();
    walk(path, "", 0, &mut folders)
        .map_err(|error| HsdsError::NotReadable { path: path.to_owned(), reason: error.to_string() })?;
    let mut report = Report::default();
    let mut seen = BTreeSet::new();
    for files in folders.into_values() {
        let mut package = Package::default();
        let mut bytes = 0;
        let first = report.files.len();
        for (name, path) in &files {
            if cancel.load(Ordering::Relaxed) {
                return Err(HsdsError::Cancelled);
            }
            let mut file = FileReport::new(name.clone(), fs::metadata(path).map_or(0, |meta| meta.len()));
            let number = report.files.len();
            let before = package.rows.len();
            if let Err(problem) = read(path, number, &mut bytes, &mut package, &mut file) {
                if single {
                    return Err(HsdsError::File { path: path.clone(), problem });
                }
                package.forget_from(before);
                file.counts = Counts { read: file.counts.read, refused: file.counts.read, ..Counts::default() };
                file.outcome = Outcome::Refused { problem };
            }
            report.files.push(file);
        }
        let run = Run { options, cancel, seen: &mut seen };
        run.folder(&mut package, report.files.get_mut(first..).unwrap_or_default(), first, receiver)?;
    }
    for file in &report.files {
        report.totals.add(&file.counts);
    }
    Ok(report)
}

fn walk(
    path: &Path,
    prefix: &str,
    depth: usize,
    folders: &mut BTreeMap<String, Vec<(String, PathBuf)>>,
) -> std::io::Result<()> {
    if !path.is_dir() {
        fs::metadata(path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        folders.entry(String::new()).or_default().push((name, path.to_owned()));
        return Ok(());
    }
    let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        // A link to a folder is not followed: it may lead back.
        let kind = entry.file_type()?;
        if kind.is_dir() && depth < MAX_FOLDERS {
            walk(&entry.path(), &name, depth + 1, folders)?;
        } else if entry.path().is_file() {
            folders.entry(prefix.to_owned()).or_default().push((name, entry.path()));
        }
    }
    Ok(())
}

fn read(
    path: &Path,
    number: usize,
    bytes: &mut u64,
    package: &mut Package,
    report: &mut FileReport,
) -> Result<(), Problem> {
    let extension =
        path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if !matches!(extension.as_str(), "json" | "jsonl" | "ndjson" | "csv") {
        report.outcome = Outcome::NotData;
        return Ok(());
    }
    if report.bytes > MAX_FILE_BYTES {
        return Err(Problem::FileTooLarge { bytes: report.bytes, limit: MAX_FILE_BYTES });
    }
    *bytes += report.bytes;
    if *bytes > MAX_PACKAGE_BYTES {
        return Err(Problem::PackageTooLarge { limit: MAX_PACKAGE_BYTES });
    }
    let mut content = Vec::new();
    fs::File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut content)?;
    let length = content.len() as u64;
    if length > MAX_FILE_BYTES {
        return Err(Problem::FileTooLarge { bytes: length, limit: MAX_FILE_BYTES });
    }
    let aside = match extension.as_str() {
        "csv" => csv_file::read(&content, &stem, number, package, report)?,
        _ => json_file::read(&content, &stem, number, package, report)?,
    };
    if let Some(reason) = aside {
        report.outcome = Outcome::SetAside { reason };
    }
    Ok(())
}

struct Run<'a> {
    options: &'a Options,
    cancel: &'a AtomicBool,
    seen: &'a mut BTreeSet<String>,
}

impl Run<'_> {
    /// Makes the records of a folder and says what became of each row.
    fn folder(
        self,
        package: &mut Package,
        files: &mut [FileReport],
        first: usize,
        receiver: &mut dyn Receiver,
    ) -> Result<(), HsdsError> {
        let owners = Owners::of(package);
        look(package, &owners, files, first);
        let how = How { trusted: self.options.own_export, today: self.options.today.as_deref() };
        for (count, group) in groups(package, &owners).into_iter().enumerate() {
            if count % 256 == 0 && self.cancel.load(Ordering::Relaxed) {
                return Err(HsdsError::Cancelled);
            }
            let Some(root) = group.service.or(group.location) else { continue };
            let built = build(package, &group, how, |rule, at, field| note(package, files, first, rule, at, field));
            for part in group
                .parts
                .iter()
                .copied()
                .chain([group.at_location, group.location, group.organization].into_iter().flatten())
            {
                package.mark(part, Fate::Merged);
            }
            let Some(record) = built else {
                note(package, files, first, Rule::NoName, root, "name");
                package.mark(root, Fate::Aside);
                continue;
            };
            if !self.seen.insert(record.id.clone()) {
                note(package, files, first, Rule::RecordAgain, root, "id");
                package.mark(root, Fate::Merged);
                continue;
            }
            package.mark(root, Fate::Stored);
            let Some((file, line)) = package.row(root).map(|row| (row.origin.file, row.origin.line)) else { continue };
            let Some(file) = files.get_mut(file.wrapping_sub(first)) else { continue };
            file.counts.records += 1;
            receiver.record(record, &file.file, line).map_err(HsdsError::Receiver)?;
        }
        for at in 0..package.rows.len() {
            let (Some(row), Some(fate)) = (package.rows.get(at), package.fates.get(at)) else { continue };
            let rule = match (fate, row.table) {
                (Fate::Unused, Table::Organization | Table::Program) => Some(Rule::NoService),
                (Fate::Unused, _) => Some(Rule::NotJoined),
                _ => None,
            };
            if let Some(rule) = rule {
                note(package, files, first, rule, at, "");
            }
            let Some(file) = files.get_mut(row.origin.file.wrapping_sub(first)) else { continue };
            match fate {
                Fate::Stored => file.counts.stored += 1,
                Fate::Merged => file.counts.merged += 1,
                Fate::Unused | Fate::Aside => file.counts.set_aside += 1,
            }
        }
        Ok(())
    }
}

/// Notes keys that point at nothing, and the like.
fn look(package: &Package, owners: &Owners, files: &mut [FileReport], first: usize) {
    for (at, field) in &owners.dangling {
        let place = package.row(*at).is_some_and(|row| row.table == Table::Location);
        let rule = if place && *field == "organization_id" { Rule::DanglingOrganization } else { Rule::DanglingKey };
        note(package, files, first, rule, *at, field);
    }
    for at in package.all(Table::Service) {
        let id = package.row(at).map_or("", |row| row.get("organization_id"));
        if !id.is_empty() && package.find(Table::Organization, id).is_none() {
            note(package, files, first, Rule::DanglingOrganization, at, "organization_id");
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
            note(package, files, first, Rule::OtherOrganization, at, "location_id");
        }
    }
    let mut with_program = BTreeSet::new();
    for at in package.all(Table::Program) {
        let organization = package.row(at).map_or("", |row| row.get("organization_id"));
        if !organization.is_empty() && !with_program.insert(organization) {
            note(package, files, first, Rule::OneProgram, at, "organization_id");
        }
    }
}

fn note(package: &Package, files: &mut [FileReport], first: usize, rule: Rule, at: usize, field: &str) {
    let Some(origin) = package.row(at).map(|row| &row.origin) else { return };
    let Some(file) = files.get_mut(origin.file.wrapping_sub(first)) else { return };
    let column = match (origin.pointer.is_empty(), field.is_empty()) {
        (true, true) => None,
        (true, false) => Some(field.to_owned()),
        (false, true) => Some(origin.pointer.to_string()),
        (false, false) => Some(format!("{}/{field}", origin.pointer)),
    };
    file.note(rule, origin.line, column);
}
