//! The directory of help: import, packs, finding.

pub mod answer;
pub mod areas;
pub mod card;
pub mod chain;
pub mod confidential;
pub mod emergency;
pub mod find;
pub mod find_text;
pub mod finder;
pub mod hsds;
pub mod import;
pub mod needs;
pub mod pack;
pub mod places;
pub mod publish;
pub mod receive;
pub mod record_keys;
pub mod tally;
