//! The quiet line on the command line: only where something is kept, with its reason, and gone when it is refused.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, golden, out};

struct Person {
    run: Run,
    passphrase: String,
}

impl Person {
    fn new() -> Self {
        let run = Run::new();
        let passphrase = run.write("passphrase", "すいかのたね\n").display().to_string();
        Self { run, passphrase }
    }

    fn on(&self, day: &str, args: &[&str]) -> (i32, String) {
        let output = self.run.run(&[args, &["--passphrase-file", &self.passphrase, "--now", day]].concat());
        (code(&output), out(&output) + &err(&output))
    }
}

#[test]
fn without_anything_kept_there_is_no_line_and_no_store_is_made() {
    let hana = Person::new();
    for args in [vec!["home"], vec!["home", "why"], vec!["home", "off"], vec!["home", "never", "obon"]] {
        assert_eq!(hana.on("2026-12-29", &args).0, 1, "{args:?}");
    }
    assert_eq!(hana.on("2026-12-29", &["home", "area", "どこでもない"]).0, 2);
    assert_eq!(hana.on("2026-12-29", &["home", "area"]).0, 2);
    for name in ["private.db", "duty.db"] {
        assert!(!hana.run.path("data").join(name).exists(), "{name}");
    }
}

#[test]
fn the_line_and_its_reason_read_as_they_did() {
    let ren = Person::new();
    assert_eq!(ren.on("2026-12-29", &["home", "age", "30-49"]).0, 0);
    for (name, args) in [
        ("home.txt", vec!["home"]),
        ("home-why.txt", vec!["home", "why"]),
        ("home-why-easy.txt", vec!["home", "why", "--lang", "ja-easy"]),
        ("home-en.txt", vec!["home", "--lang", "en"]),
        ("home-why-en.txt", vec!["home", "why", "--lang", "en"]),
    ] {
        let (ended, said) = ren.on("2026-12-29", &args);
        assert_eq!(ended, 0, "{said}");
        golden(name, &said);
    }
    let (ended, said) = ren.on("2027-05-01", &["home", "--lang", "ja-easy"]);
    assert_eq!(ended, 0, "{said}");
    golden("home-search-easy.txt", &said);
}

#[test]
fn it_goes_when_it_is_refused_resting_or_off() {
    let aoi = Person::new();
    assert_eq!(aoi.on("2027-08-17", &["home", "area", "札幌市"]).0, 0);
    let (_, said) = aoi.on("2027-08-17", &["home", "age", "under-18", "--json"]);
    let choice: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((choice["area"].as_str(), choice["age"].as_str()), (Some("011002"), Some("under-18")));
    let (_, said) = aoi.on("2027-08-17", &["home", "--json"]);
    let line: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((line["id"].as_str(), line["record"].as_str()), (Some("school-north"), Some("jp.childline")));
    assert_eq!(line["why"].as_array().unwrap().len(), 4, "{said}");
    aoi.on("2027-08-17", &["remind", "rest"]);
    assert_eq!(aoi.on("2027-08-17", &["home"]).0, 1, "resting");
    aoi.on("2027-08-17", &["remind", "rest", "--off"]);
    assert_eq!(aoi.on("2027-08-17", &["home"]).0, 0);
    assert_eq!(aoi.on("2027-08-17", &["home", "never", "no-such-line"]).0, 1);
    assert_eq!(aoi.on("2027-08-17", &["home", "never", "school-north"]).0, 0);
    assert_eq!(aoi.on("2027-08-18", &["home"]).0, 1, "refused, and no other one in its week");
    aoi.on("2027-08-18", &["home", "off"]);
    assert_eq!(aoi.on("2027-08-25", &["home"]).0, 1, "off");
    aoi.on("2027-08-25", &["home", "on"]);
    let (ended, said) = aoi.on("2027-08-25", &["home"]);
    assert!(ended == 0 && said.contains("夏休みが終わるころ"), "{said}");
    assert_eq!(aoi.on("2027-08-25", &["home", "age", "--remove"]).0, 0);
    assert_eq!(aoi.on("2027-08-25", &["home"]).0, 1, "who takes it back sees nothing that it led to");
}
