//! docs/record.md prints the list of keys as the code has it.
#![allow(clippy::unwrap_used)]

use tsunagari_core::directory::record_keys;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/record.md");

#[test]
fn the_page_lists_the_keys_of_the_code() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let table = record_keys::as_markdown();
    assert!(page.contains(&table), "docs/record.md must contain this table:\n\n{table}");
}
