//! The demonstrations end with what held, in every language.

#![allow(clippy::unwrap_used, missing_docs)]

use std::process::Command;

#[test]
fn packs_hold_what_they_promise() {
    for lang in ["ja", "ja-easy", "en"] {
        let output =
            Command::new(env!("CARGO_BIN_EXE_tsunagari")).args(["demo", "packs", "--lang", lang]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(said.matches('○').count(), 7, "{said}");
        assert!(!said.contains('×'), "{said}");
    }
}
