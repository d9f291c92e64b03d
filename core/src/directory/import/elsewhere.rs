//! Formats that have a reader of their own, and where it is called from.

use std::path::Path;

/// Reason code of a JSON document that is not JSON Lines.
pub(super) const JSON_DOCUMENT: &str = "json-document";
/// Reason code of a file of our own format, which `pack build` reads.
const OWN_TOML: &str = "own-toml";

/// The reader of a file that is not a table, by its name. HSDS packages are dispatched from here.
pub(super) fn reader_of(path: &Path) -> Option<&'static str> {
    let extension = path.extension()?.to_string_lossy().to_ascii_lowercase();
    (extension == "toml").then_some(OWN_TOML)
}
