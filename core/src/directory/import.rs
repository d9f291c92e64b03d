//! Import of open data as cities publish it: 旧推奨 and 新標準 CSV, the tables beside them, workbooks, JSON Lines.
//!
//! Start at [`import`]. Each file is read twice: a first pass refuses what cannot be read whole and learns what the
//! file is, a second one hands records to a [`Sink`]. Every irregularity has a [`Rule`] and a line in the
//! [`ImportReport`]; docs/import-rules.md lists them.

mod clean;
mod coord;
mod dataset;
mod error;
mod field;
mod fit;
mod header;
mod identity;
mod keep;
mod limits;
mod municipalities;
mod open;
mod passage;
mod phone;
mod probe;
mod reader_of_hours;
mod report;
mod row;
mod rules;
mod run;
mod sink;
mod source;
mod split;
mod survey;
mod table;
mod timetable;
mod toml_file;
mod unverified;
mod walk;
mod workbook;
mod write_back;

pub(super) use dataset::service_kind;
pub use error::{FileProblem, ImportError, SinkError};
pub(super) use fit::shrink;
pub(super) use keep::{forget, source_file, source_row};
pub use municipalities::Municipalities;
pub(super) use passage::Passage;
pub(super) use probe::hex;
pub use report::{FileReport, ImportReport, Outcome};
pub use rules::Rule;
pub(super) use run::Stop;
pub use run::{Options, import};
pub use sink::{Gathered, Progress, Sink, Unwatched, Watcher};
pub use source::{Encoding, Newline, RowRole, SourceFile, SourceRow};
pub(super) use survey::describe;
pub(super) use table::{Opened, Row};
pub(super) use unverified::{claims_place, claims_rank};
pub(super) use walk::Found;
pub use write_back::{WriteBackError, source_rows, write_back};
