//! Says in one sentence what is missing, where the encrypted stores cannot be built.

use std::io::Write as _;
use std::process::{Command, Stdio};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=OPENSSL_DIR");
    println!("cargo::rerun-if-env-changed=OPENSSL_INCLUDE_DIR");
    let set = |name: &str| std::env::var_os(name).is_some();
    let linux = std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux");
    let crossing = std::env::var("HOST") != std::env::var("TARGET");
    let elsewhere = set("CARGO_FEATURE_VENDORED_OPENSSL") || set("OPENSSL_DIR") || set("OPENSSL_INCLUDE_DIR");
    if linux && !crossing && !elsewhere && finds_headers() == Some(false) {
        println!(
            "cargo::error=the headers of OpenSSL are missing, which the encrypted stores need: install libssl-dev \
             (Debian, Ubuntu) or openssl-devel (Fedora), or build with --features vendored-openssl"
        );
    }
}

/// Whether the C compiler finds the headers; `None` when there is no compiler to ask.
fn finds_headers() -> Option<bool> {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let mut asked = Command::new(compiler)
        .args(["-E", "-x", "c", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    asked.stdin.take()?.write_all(b"#include <openssl/crypto.h>\n").ok()?;
    asked.wait().ok().map(|status| status.success())
}
