//! Open Referral HSDS: import of 3.0 JSON and tabular packages, of the older CSV packages and of the UK profile, and
//! export to HSDS 3.0.
//!
//! Import: the files of a folder that are HSDS are one package of [`import`](crate::directory::import::import); its
//! tables are joined by id and make one record per service (one per place where a service has several, one per location
//! where there is no service). What HSDS holds and a record has
//! no key for stands under `x/<table>.<field>`, so that an export gives it back. Export: [`export`] writes whole
//! `service` objects and a tabular package; what HSDS cannot hold travels as attributes of the taxonomy `tsunagari`.
//! docs/hsds.md says which field goes where.

mod child;
mod clean;
mod country;
mod csv_file;
mod export;
mod extras;
mod group;
mod hand_over;
mod ids;
mod json_file;
mod json_guard;
mod limits;
mod osm_days;
mod outward;
mod own;
mod package;
mod phone;
mod place;
mod record;
mod row;
mod rules;
mod run;
mod schedule;
mod spreadsheet;
mod table;
mod tabular;
mod time_of_day;
mod tree;

pub use export::{Export, ExportFile, Flag, export};
pub use rules::Rule;
pub(super) use run::Packages;
