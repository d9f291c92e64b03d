//! Exports hold to the official schemas and come back as the same records.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod hsds_support;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use hsds_support::import;
use proptest::prelude::*;
use tsunagari_core::directory::hsds::{Export, Flag, export};
use tsunagari_core::directory::import::Options;
use tsunagari_core::directory::pack::toml_source;
use tsunagari_core::model::Record;

fn again(export: &Export, part: &str) -> Vec<Record> {
    let folder = tempfile::tempdir().unwrap();
    for file in export.files.iter().filter(|file| file.name.starts_with(part)) {
        let path = folder.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    let mut records: Vec<Record> = Vec::new();
    let options = Options { own_export: true, ..Options::default() };
    import(folder.path(), &options, &mut records, &AtomicBool::new(false)).unwrap();
    records
}

fn comes_back(records: &[Record]) -> Export {
    let export = export(records);
    for part in ["services.json", "tabular/"] {
        let again = again(&export, part);
        assert_eq!(again.len(), records.len(), "{part}");
        for record in records {
            let other = again.iter().find(|other| other.id == record.id);
            assert_eq!(other, Some(record), "{part}");
        }
    }
    assert!(
        !export.flags.iter().any(|flag| matches!(flag, Flag::NotTheSame { .. } | Flag::LeftOut { .. })),
        "{:?}",
        export.flags
    );
    export
}

fn schemas() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/hsds/spec-3.0.1/schema");
    if path.is_dir() {
        return Some(path.canonicalize().unwrap());
    }
    println!("skipped: {} is not there", path.display());
    None
}

/// Every object, however deep, is checked: the schema of a service names those of all others.
fn is_valid(export: &Export) {
    let Some(folder) = schemas() else { return };
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let index = compiler.compile(folder.join("service.json").to_str().unwrap(), &mut schemas).unwrap();
    let page: serde_json::Value = serde_json::from_slice(&export.files[0].bytes).unwrap();
    for service in page["contents"].as_array().unwrap() {
        if let Err(error) = schemas.validate(service, index) {
            panic!("{error:#}\n{service:#}");
        }
    }
    println!("{} services hold to the official schemas", page["size"]);
}

fn national() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("national");
    let mut records = Vec::new();
    for part in ["lines", "schemes"] {
        let mut files: Vec<_> =
            std::fs::read_dir(folder.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
            let text = std::fs::read_to_string(file).unwrap();
            records
                .extend(toml_source::read(file.clone(), &text).unwrap().into_iter().map(|record| record.into_record()));
        }
    }
    records
}

#[test]
fn the_national_records_come_back_and_hold_to_the_schemas() {
    let records = national();
    let export = comes_back(&records);
    is_valid(&export);
    println!("{} national records come back", records.len());
}

#[test]
fn imported_hsds_data_hold_to_the_schemas_when_exported() {
    let Some(folder) = schemas() else { return };
    let mut records: Vec<Record> = Vec::new();
    import(&folder.join("../../"), &Options::default(), &mut records, &AtomicBool::new(false)).unwrap();
    is_valid(&export(&records));
}

#[test]
fn what_hsds_holds_stands_in_its_own_fields() {
    let mut record = Record::new("6f9619ff-8b86-5d01-b42d-00cf4fc964ff");
    record.set("kind", "place").set("class", "listing").set("name", "ひだまり広場").set("name_kana", "ひだまりひろば");
    record.set("address", "香川県高松市番町一丁目8番15号").set("lat_e6", 34_342_800).set("lon_e6", 134_046_600);
    record
        .set("ch/tel/kind", "tel")
        .set("ch/tel/display", "087-000-0000")
        .set("ch/tel/dial", "0870000000")
        .set("ch/tel/ext", "012");
    record
        .set("ch/tel/hours", "Mo-Fr 09:00-17:00; PH off")
        .set("ch/tel/hours_raw", "平日9時から17時、祝日は休み")
        .set("ch/tel/hours_state", "parsed");
    let export = comes_back(&[record]);
    is_valid(&export);
    let page: serde_json::Value = serde_json::from_slice(&export.files[0].bytes).unwrap();
    let service = &page["contents"][0];
    assert_eq!(service["phones"][0]["number"], "087-000-0000");
    assert_eq!(service["schedules"][0]["byday"], "MO,TU,WE,TH,FR");
    assert_eq!(service["schedules"][0]["opens_at"], "09:00+09:00");
    assert_eq!(service["schedules"][0]["description"], "平日9時から17時、祝日は休み");
    let location = &service["service_at_locations"][0]["location"];
    assert_eq!(location["latitude"], serde_json::json!(34.3428));
    assert_eq!(location["addresses"][0]["city"], "高松市");
    assert_eq!(location["addresses"][0]["postal_code"], "");
    let attributes = service["attributes"].as_array().unwrap();
    assert!(
        attributes
            .iter()
            .any(|attribute| attribute["taxonomy_term"]["code"] == "jp:kana" && attribute["value"] == "ひだまりひろば")
    );
    let id = "6f9619ff-8b86-5d01-b42d-00cf4fc964ff".to_owned();
    assert!(export.flags.contains(&Flag::PostalCodeMissing { record: id }));
}

#[test]
fn a_confidential_record_is_exported_without_its_place() {
    let mut record = Record::new("jp.shelter");
    record.set("name", "県の一時保護").set("class", "core").set("confidential", true).add("area", "37");
    record.set("ch/tel/kind", "tel").set("ch/tel/display", "000-000-0000");
    let plain = record.clone();
    record
        .set("address", "香川県高松市番町1-8")
        .set("postal", "760-0000")
        .set("lat_e6", 34_000_000)
        .set("lon_e6", 134_000_000);
    record.set("x/location.name", "本町の家").add("area", "372013");
    let export = export(&[record]);
    for file in &export.files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        for secret in ["高松", "番町", "760-0000", "34.0", "本町", "372013"] {
            assert!(!text.contains(secret), "{} tells {secret}", file.name);
        }
    }
    assert_eq!(again(&export, "services.json"), [plain]);
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zぁ-ん一二三,\"\\\\ \n-]{1,24}",
        Just("###MON###\\nx".to_owned()),
        Just("http://例え.jp/ x".to_owned())
    ]
    .prop_map(|text| format!("あ{}", text.trim_end()))
}

prop_compose! {
    fn record()(
        id in prop_oneof!["[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", "jp\\.[a-z]{3,8}"],
        texts in proptest::collection::btree_map(prop_oneof![
            Just("summary"), Just("summary@ja-easy"), Just("operator"), Just("target"), Just("access"), Just("address"), Just("postal"),
            Just("name_kana"), Just("how"), Just("bring/seal"), Just("menu/m1/label"), Just("x/対象地域"), Just("x/phone.tel.note"),
            Just("x/service.fees"), Just("x/cost_option.2.amount"), Just("x/schedule.byday"), Just("x/location.name"),
            Just("ch/tel/label"), Just("ch/tel/ext"), Just("ch/web/url"), Just("ch/mail/email"), Just("assured_by"), Just("ch/tel/hours_raw"),
            Just("ch/visit/hours_raw"), Just("x/service.id"), Just("x/organization.id"), Just("x/address.of"),
        ], text(), 0..10),
        name in text(),
        numbers in proptest::collection::btree_map(prop_oneof![Just("lat_e6"), Just("lon_e6"), Just("min_age"), Just("ch/tel/order"), Just("half_life_days")], -200_000_000_i64..200_000_000, 0..5),
        sets in proptest::collection::btree_set(prop_oneof![Just("alias/別名/その2"), Just("topic/lonely"), Just("area/JP"), Just("area/372013"), Just("ch/tel/lang/ja"), Just("ch/visit/lang/en"), Just("only/women"), Just("role_place"), Just("crisis_first")], 0..5),
        words in proptest::collection::vec((prop_oneof![Just("kind"), Just("class"), Just("status"), Just("ch/tel/kind"), Just("ch/visit/kind"), Just("ch/tel/display"), Just("ch/tel/dial"), Just("ch/tel/fee"), Just("ch/tel/hours"), Just("ch/visit/hours"), Just("ch/tel/hours_state"), Just("assured_date")],
            prop_oneof![Just("tel"), Just("place"), Just("visit"), Just("listing"), Just("core"), Just("unknown"), Just("active"), Just("0120-000-000"), Just("087 (000) 0000 x9"), Just("Mo-Fr 09:00-17:00"), Just("24/7"), Just("Mo-Fr 20:00-26:00"), Just("Tu[1],Tu[3] 10:00-12:00; PH off"), Just("free"), Just("parsed"), Just("2026-11-21")]), 0..12),
    ) -> Record {
        let mut record = Record::new(id);
        for (key, text) in texts { record.set(key, text); }
        for (key, number) in numbers { record.set(key, number); }
        for key in sets { record.set(key, true); }
        for (key, word) in words { record.set(key, word); }
        record.set("name", name);
        record
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_records_come_back_and_hold_to_the_schemas(records in proptest::collection::vec(record(), 1..4)) {
        let mut ids = std::collections::BTreeSet::new();
        let records: Vec<Record> = records.into_iter().filter(|record| ids.insert(record.id.clone())).collect();
        let export = comes_back(&records);
        is_valid(&export);
    }
}

/// What a spreadsheet would compute is text in the tables, and comes back as it was; a number can still be dialled.
#[test]
fn no_cell_of_an_export_is_a_formula_and_all_of_them_come_back() {
    let mut record = Record::new("r");
    record.set("kind", "desk").set("class", "listing").set("status", "active").set("category", "other");
    record.set("name", "=HYPERLINK(\"http://x\")").set("summary", "@SUM(A1)").set("target", "'=1");
    record.set("operator", "-2+3+cmd").set("ch/tel/kind", "tel").set("ch/tel/display", "+1 555 010 0000");
    let export = comes_back(&[record]);
    let mut guarded = 0;
    for file in export.files.iter().filter(|file| file.name.ends_with(".csv")) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in row.unwrap().iter() {
                let number = cell.chars().all(|c| c.is_ascii_digit() || "+- ".contains(c));
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{}: {cell}", file.name);
                guarded += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(guarded >= 4, "{guarded}");
}
