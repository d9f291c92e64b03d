//! Importing: a set of its own, all of it or nothing, and back again byte for byte.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, out};

const CSV: &str =
    "名称,住所,電話番号,緯度,経度\n城北コミュニティセンター,香川県高松市番町1-1,087-000-0001,34.34,134.04\n";

#[test]
fn what_was_imported_is_found_and_says_where_it_is_from() {
    let run = Run::new();
    let path = run.write("takamatsu/community_center.csv", CSV);
    let done = run.at_night(&["import", path.parent().unwrap().to_str().unwrap()]);
    assert_eq!(code(&done), 0, "{}", err(&done));
    let found = out(&run.at_night(&["find", "城北コミュニティセンター"]));
    assert!(found.contains("1. 城北コミュニティセンター") && found.contains("自分で取り込んだ公開データ"), "{found}");
}

/// The guided finder offers what was imported for the area, after what is national where there is danger.
#[test]
fn questions_lead_to_imported_places_too_and_never_first_in_danger() {
    let run = Run::new();
    let path = run.write("takamatsu/community_center.csv", CSV);
    let ask = |answers: &str| {
        let args = ["ask", "--answers", answers, "--area", "高松市", "--json"];
        let told: serde_json::Value = serde_json::from_str(&out(&run.at_night(&args))).unwrap();
        told
    };
    assert!(ask("concern=lonely")["cards"].as_array().unwrap().iter().all(|card| card["label"].is_null()));
    assert_eq!(code(&run.at_night(&["import", path.parent().unwrap().to_str().unwrap()])), 0);
    let told = ask("concern=lonely");
    let cards = told["cards"].as_array().unwrap();
    let imported: Vec<_> = cards.iter().filter(|card| card["label"]["kind"] == "own_import").collect();
    assert!(!imported.is_empty() && imported.len() < cards.len(), "{told}");
    assert!(
        imported.iter().all(|card| card["distance_km"].is_number() && !card["reasons"].as_array().unwrap().is_empty())
    );
    assert!(told["slots"].as_array().unwrap().len() > 1, "{told}");
    let shown = out(&run.at_night(&["ask", "--answers", "concern=lonely", "--area", "高松市"]));
    assert!(
        shown.contains("自分で取り込んだ公開データ") && shown.contains("地域包括支援センター：まだ情報がありません"),
        "{shown}"
    );

    let danger = ask("concern=lonely,dying-now");
    let cards = danger["cards"].as_array().unwrap();
    assert!(danger["outcome"]["danger"].as_bool().unwrap(), "{danger}");
    let national = cards.iter().take_while(|card| card["label"].is_null()).count();
    assert!(cards.iter().skip(national).all(|card| !card["label"].is_null()), "{danger}");
    assert!(matches!(cards[0]["record"]["id"].as_str(), Some("jp.119" | "jp.110")), "{danger}");
}

#[test]
fn a_trial_stores_nothing() {
    let run = Run::new();
    let path = run.write("takamatsu/community_center.csv", CSV);
    assert_eq!(code(&run.at_night(&["import", path.to_str().unwrap(), "--dry-run"])), 0);
    let packs: serde_json::Value = serde_json::from_str(&out(&run.at_night(&["doctor", "--json"]))).unwrap();
    assert_eq!(packs["packs"].as_array().unwrap().len(), 1);
}

#[test]
fn a_table_is_written_back_byte_for_byte() {
    let run = Run::new();
    let path = run.write("takamatsu/community_center.csv", CSV);
    let folder = path.parent().unwrap().to_str().unwrap();
    assert_eq!(code(&run.at_night(&["import", folder])), 0);
    let to = run.path("back");
    assert_eq!(code(&run.at_night(&["export", "--format", "source", to.to_str().unwrap()])), 0);
    assert_eq!(std::fs::read_to_string(to.join("takamatsu/community_center.csv")).unwrap(), CSV);
}

#[test]
fn the_tables_of_an_hsds_package_are_written_back_byte_for_byte() {
    let run = Run::new();
    let files: [(&str, &[u8]); 3] = [
        ("mixed/services.csv", b"\xEF\xBB\xBFid,\"name\",status,description\r\ns,Quiet Room,active,\"a\r\nb\"\r\n\r\n"),
        ("mixed/organizations.csv", b"id,name,description\no,Caf\xe9,\"plain\"\nodd,x\n"),
        ("mixed/community_center.csv", CSV.as_bytes()),
    ];
    for (name, bytes) in files {
        std::fs::write(run.write(name, ""), bytes).unwrap();
    }
    std::fs::write(run.path("mixed/community_center.jsonl"), "{\"名称\":\"別の館\",\"住所\":\"高松市2\"}\n").unwrap();
    let done = run.at_night(&["import", run.path("mixed").to_str().unwrap(), "--json"]);
    assert_eq!(code(&done), 0, "{}", err(&done));
    let report: serde_json::Value = serde_json::from_str(&out(&done)).unwrap();
    assert_eq!((report["files"].as_array().unwrap().len(), report["totals"]["records"].as_u64()), (4, Some(3)));
    let to = run.path("back");
    assert_eq!(code(&run.at_night(&["export", "--format", "source", to.to_str().unwrap()])), 0);
    for (name, bytes) in files {
        assert_eq!(std::fs::read(to.join(name)).unwrap(), bytes, "{name}");
    }
}

/// Ctrl-C while a large file is being read leaves what was there before.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_leaves_the_store_as_it_was() {
    let run = Run::new();
    let path = run.write("takamatsu/community_center.csv", CSV);
    let folder = path.parent().unwrap().to_str().unwrap().to_owned();
    assert_eq!(code(&run.at_night(&["import", &folder])), 0);
    let before = out(&run.at_night(&["doctor", "--json"]));
    let mut large = String::from("名称,住所,電話番号,緯度,経度\n");
    for n in 0..60_000 {
        large.push_str(&format!("集会所{n},香川県高松市番町{n}-1,,34.34,134.04\n"));
    }
    run.write("takamatsu/community_center.csv", &large);
    let mut child = run.command(&["import", &folder, "--now", support::NIGHT]).spawn().unwrap();
    // Wait until the program catches SIGINT itself, which it does before it reads.
    let status = format!("/proc/{}/status", child.id());
    let catches = || {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).map(str::trim).unwrap_or_default();
        u64::from_str_radix(mask, 16).is_ok_and(|mask| mask & 0b10 != 0)
    };
    while !catches() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(out(&run.at_night(&["doctor", "--json"])), before);
    assert!(!out(&run.at_night(&["find", "集会所7"])).contains("集会所7-1"));
    assert!(out(&run.at_night(&["find", "城北コミュニティセンター"])).contains("1. 城北コミュニティセンター"));
}
