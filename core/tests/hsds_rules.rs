//! Every irregularity that is known of HSDS data: a sample of our own, the rule that speaks, and what the record says.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod hsds_support;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use hsds_support::import;
use tsunagari_core::directory::hsds::Rule;
use tsunagari_core::directory::import::{ImportReport as Report, Options};
use tsunagari_core::model::{Language, Record};
use tsunagari_core::text::Texts;

fn read(files: &[(&str, &str)]) -> (Vec<Record>, Report) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let mut records: Vec<Record> = Vec::new();
    let options = Options { today: Some("2026-11-22".into()), ..Options::default() };
    let report = import(folder.path(), &options, &mut records, &AtomicBool::new(false)).unwrap();
    for file in &report.files {
        assert!(file.counts.balanced(), "{}: {:?}", file.file, file.counts);
    }
    (records, report)
}

const SERVICES: &str = "id,organization_id,name,status,description\n";

/// One service with one schedule, as a table of HSDS 3.0.
fn schedule(columns: &str, cells: &str) -> (Vec<Record>, Report) {
    read(&[
        ("services.csv", &format!("{SERVICES}s,o,ひだまり相談,active,はなしを聞きます\n")),
        ("organizations.csv", "id,name,description\no,ひだまり,\n"),
        ("phones.csv", "id,service_id,number\np,s,087-000-0000\n"),
        ("schedules.csv", &format!("id,service_id,{columns}\nc,s,{cells}\n")),
    ])
}

fn weekday(day: &str, opens: &str, closes: &str) -> (Vec<Record>, Report) {
    read(&[
        ("services.csv", &format!("{SERVICES}s,o,ひだまり相談,active,\n")),
        ("organizations.csv", "id,name,description\no,ひだまり,\n"),
        ("phones.csv", "id,service_id,number\np,s,087-000-0000\n"),
        (
            "regular_schedules.csv",
            &format!("id,service_id,weekday,opens_at,closes_at\n,s,{day},{opens},\"{closes}\"\n"),
        ),
    ])
}

fn phone(number: &str) -> (Vec<Record>, Report) {
    read(&[
        ("services.csv", &format!("{SERVICES}s,o,Quiet Room,active,\n")),
        ("organizations.csv", "id,name,description\no,Quiet House,\n"),
        ("phones.csv", &format!("id,service_id,number\np,s,{number}\n")),
    ])
}

type Case = (Rule, (Vec<Record>, Report));

/// A sample for each rule.
fn cases() -> Vec<Case> {
    let organization = ("organizations.csv", "id,name,description\no,Quiet House,\n");
    let service = |row: &str| read(&[("services.csv", &format!("{SERVICES}{row}\n")), organization]);
    let place = |columns: &str, cells: &str| {
        read(&[
            ("services.csv", &format!("{SERVICES}s,o,Quiet Room,active,\n")),
            organization,
            ("locations.csv", &format!("id,organization_id,name,{columns}\nl,o,Old Mill,{cells}\n")),
            ("service_at_location.csv", "id,service_id,location_id,description\na,s,l,\n"),
        ])
    };
    vec![
        (
            Rule::JsonLines,
            read(&[("services.json", "{\"id\":\"a\",\"name\":\"One\"}\n{\"id\":\"b\",\"name\":\"Two\"}\n")]),
        ),
        (Rule::RaggedRow, service("s,o,Quiet Room,active,,too,many")),
        (Rule::HeaderTwice, read(&[("services.csv", "id,name,name,status\ns,Quiet Room,Other,active\n")])),
        (Rule::BlankRow, service("s,o,Quiet Room,active,\n,,,,")),
        (Rule::OldTable, weekday("Monday", "09:00", "17:00")),
        (Rule::IdEmpty, weekday("Monday", "09:00", "17:00")),
        (
            Rule::IdTwice,
            read(&[
                ("services.csv", &format!("{SERVICES}s,o,One,active,\nt,o,Two,active,\n")),
                organization,
                ("languages.csv", "id,service_id,code\n1,s,es\n1,t,es\n"),
            ]),
        ),
        (
            Rule::SameAgain,
            read(&[(
                "services.json",
                r#"{"contents":[{"id":"s","name":"One","status":"active","organization":{"id":"o","name":"H","description":""}},{"id":"t","name":"Two","status":"active","organization":{"id":"o","name":"H","description":""}}]}"#,
            )]),
        ),
        (Rule::DanglingOrganization, read(&[("services.csv", &format!("{SERVICES}s,gone,Quiet Room,active,\n"))])),
        (Rule::DanglingKey, read(&[("phones.csv", "id,service_id,number\np,gone,305-555-0100\n")])),
        (Rule::NotJoined, read(&[("phones.csv", "id,service_id,number\np,gone,305-555-0100\n")])),
        (Rule::NoService, read(&[organization])),
        (
            Rule::RecordAgain,
            read(&[
                ("a/services.csv", &format!("{SERVICES}s,o,Quiet Room,active,\n")),
                ("b/services.csv", &format!("{SERVICES}s,o,Quiet Room,active,older text\n")),
            ]),
        ),
        (Rule::NoName, read(&[("services.csv", "id,name,status\ns,,active\n")])),
        (
            Rule::OneProgram,
            read(&[organization, ("programs.csv", "id,organization_id,name,description\np,o,One,\nq,o,Two,\n")]),
        ),
        (
            Rule::OtherOrganization,
            read(&[
                ("services.csv", &format!("{SERVICES}s,o,Quiet Room,active,\n")),
                ("organizations.csv", "id,name,description\no,One,\nq,Two,\n"),
                ("locations.csv", "id,organization_id,name,location_type\nl,q,Old Mill,physical\n"),
                ("service_at_location.csv", "id,service_id,location_id\na,s,l\n"),
            ]),
        ),
        (Rule::Marker, service("s,o,Quiet Room,active,###MON###Tea and talk")),
        (Rule::BackslashN, service("s,o,Quiet Room,active,Tea\\nand talk")),
        (Rule::StatusEmpty, service("s,o,Quiet Room,,")),
        (Rule::StatusOther, service("s,o,Quiet Room,paused,")),
        (Rule::AgeNotWhole, read(&[("services.csv", "id,name,status,minimum_age\ns,Quiet Room,active,teen\n")])),
        (Rule::DateNotIso, read(&[("services.csv", "id,name,status,assured_date\ns,Quiet Room,active,1/2/2026\n")])),
        (Rule::PhoneQuotes, phone("\"\"\"+44 1234 234567\"\"\"")),
        (
            Rule::PhoneEmpty,
            read(&[
                ("services.csv", &format!("{SERVICES}s,o,Quiet Room,active,\n")),
                ("phones.csv", "id,service_id,number\np,s,\n"),
            ]),
        ),
        (Rule::PhoneExtension, phone("305-555-0150 xOPT2")),
        (Rule::PhoneCutOff, phone("305-555-0141 x…")),
        (Rule::PhoneNotANumber, phone("000-000-*347")),
        (Rule::PhoneNoCountry, phone("305-555-0100")),
        (Rule::PhoneShort, phone("211")),
        (
            Rule::ExtensionNumber,
            read(&[(
                "services.json",
                r#"{"id":"s","name":"One","status":"active","phones":[{"id":"p","number":"+81 87-000-0000","extension":12}]}"#,
            )]),
        ),
        (Rule::CoordImpossible, place("latitude,longitude", "100,101")),
        (Rule::CoordNotNumber, place("latitude,longitude", "north,west")),
        (
            Rule::PostalEmpty,
            read(&[
                ("locations.csv", "id,name,location_type\nl,ひだまりの家,physical\n"),
                (
                    "addresses.csv",
                    "id,location_id,address_1,city,state_province,postal_code,country,address_type\na,l,本町1-29,高松市,香川県,,JP,physical\n",
                ),
            ]),
        ),
        (Rule::Confidential, service("s,o,Domestic Violence Shelter,active,Rooms at 12 Mill Road")),
        (Rule::TimeNoOffset, schedule("freq,byday,opens_at,closes_at", "WEEKLY,\"MO,TU\",10:00:00,18:00:00")),
        (Rule::TimezoneNumber, schedule("freq,byday,opens_at,closes_at,timezone", "WEEKLY,MO,10:00,18:00,9")),
        (Rule::OtherClock, schedule("freq,byday,opens_at,closes_at,timezone", "WEEKLY,MO,10:00,18:00,3")),
        (
            Rule::RecurrenceNonsense,
            schedule(
                "freq,byday,bymonthday,byyearday,byweekno,opens_at,closes_at",
                "WEEKLY,TH,\"2,3,4\",\"2,3,4\",\"41,42\",10:00,18:00",
            ),
        ),
        (Rule::RecurrenceNotModelled, schedule("freq,byday,interval,opens_at,closes_at", "WEEKLY,TH,2,10:00,18:00")),
        (Rule::TimeNotStandard, weekday("Monday", "9am", "5:00 pm")),
        (Rule::TimeUnclear, weekday("Monday", "8:00m", "5pm")),
        (Rule::TimeRemark, weekday("Monday", "8:00am", "5:00pm (Counter closes at 4:30 pm)")),
        (Rule::AllDay, schedule("freq,byday,opens_at,closes_at", "WEEKLY,\"MO,TU,WE,TH,FR,SA,SU\",00:00,23:59")),
        (Rule::PastMidnight, weekday("Monday", "8:00pm", "2:00am")),
        (Rule::HoursInProse, schedule("description", "月～金 9:00～17:00")),
        (
            Rule::HolidaysInProse,
            schedule("freq,byday,opens_at,closes_at,description", "WEEKLY,MO,10:00,18:00,Not on public holidays"),
        ),
        (Rule::Validity, schedule("freq,byday,opens_at,closes_at,valid_to", "WEEKLY,MO,10:00,18:00,2027-03-31")),
        (Rule::ClaimedRank, claims("crisis_first", "yes", "true")),
        (Rule::OwnUnknown, claims("no_such_key", "text", "x")),
        (Rule::HiddenCharacter, service("s,o,Quiet \u{202e}Room,active,\u{200b}rest")),
        (Rule::GuardedCell, service("s,o,Quiet Room,active,'=1+1")),
        (Rule::TextCut, service(&format!("s,o,Quiet Room,active,{}", "long ".repeat(900)))),
        (
            Rule::RecordTooLarge,
            read(&[(
                "services.csv",
                &format!(
                    "id,name,status,fees,alert,licenses,wait_time,accreditations,fees_description,interpretation_services\ns,Quiet Room,active{}\n",
                    format!(",{}", "a".repeat(1_450)).repeat(7)
                ),
            )]),
        ),
    ]
}

fn claims(key: &str, kind: &str, value: &str) -> (Vec<Record>, Report) {
    let json = format!(
        r#"{{"id":"s","name":"One","status":"active","attributes":[{{"id":"a","link_type":"{kind}","value":"{value}","taxonomy_term":{{"id":"t","code":"{key}","name":"{key}","description":"","taxonomy":"tsunagari"}}}}]}}"#
    );
    read(&[("services.json", &json)])
}

#[test]
fn every_rule_has_a_sample_in_which_it_speaks() {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (rule, (_, report)) in cases() {
        assert!(report.count(rule) > 0, "{} did not speak: {report:#?}", rule.code());
        seen.insert(rule.code());
    }
    // Bytes that are not UTF-8 need a file of bytes: see hsds_hostile.rs.
    seen.insert(Rule::Encoding1252.code());
    let missing: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).filter(|code| !seen.contains(code)).collect();
    assert!(missing.is_empty(), "no sample for {missing:?}");
}

#[test]
fn the_rules_of_the_document_are_those_of_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/hsds.md");
    let document = std::fs::read_to_string(path).unwrap();
    let english = Texts::new(Language::English);
    for rule in Rule::ALL {
        let line = format!("| `{}` | {} |", rule.code(), english.get(&format!("rule-{}", rule.code())));
        assert!(document.contains(&line), "docs/hsds.md lacks this line:\n{line}");
    }
}

#[test]
fn a_dangling_organisation_does_not_lose_the_service() {
    let (records, report) = read(&[("services.csv", &format!("{SERVICES}s,gone,Quiet Room,active,\n"))]);
    assert_eq!(records[0].text("x/service.organization_id"), Some("gone"));
    assert_eq!(records[0].text("operator"), None);
    let hit = &report.files[0].rules[Rule::DanglingOrganization.code()];
    assert_eq!((hit.first[0].line, hit.first[0].column.as_deref()), (2, Some("organization_id")));
}

#[test]
fn certain_times_become_hours_and_uncertain_ones_are_shown() {
    for (opens, closes, hours, state) in [
        ("9am", "5:00pm", Some("Mo 09:00-17:00"), "parsed"),
        ("830am", "5pm", Some("Mo 08:30-17:00"), "parsed"),
        ("9:00a", "17:00", Some("Mo 09:00-17:00"), "parsed"),
        ("8:00m", "5pm", None, "unparsed"),
        ("8am", "6:300pm", None, "unparsed"),
        ("8:00am", "5:00pm (Counter closes at 4:30 pm)", Some("Mo 08:00-17:00"), "partial"),
        ("8:00pm", "2:00am", None, "unparsed"),
    ] {
        let (records, _) = weekday("Monday", opens, closes);
        assert_eq!(records[0].text("ch/tel/hours"), hours, "{opens} {closes}");
        assert_eq!(records[0].text("ch/tel/hours_state"), Some(state), "{opens} {closes}");
        assert!(records[0].text("ch/tel/hours_raw").unwrap().contains(opens));
    }
}

#[test]
fn recurrences_become_hours_only_where_they_are_exact() {
    for (columns, cells, hours, doubt) in [
        (
            "freq,byday,opens_at,closes_at",
            "WEEKLY,\"MO,TU,WE\",10:00+09:00,18:00+09:00",
            Some("Mo-We 10:00-18:00"),
            None,
        ),
        ("freq,byday,opens_at,closes_at", "MONTHLY,\"1MO,-1FR\",10:00,12:00", Some("Mo[1],Fr[-1] 10:00-12:00"), None),
        ("freq,byday,opens_at,closes_at", "WEEKLY,\"MO,TU,WE,TH,FR,SA,SU\",00:00,23:59", Some("24/7"), None),
        (
            "freq,byday,opens_at,closes_at,valid_to",
            "WEEKLY,MO,10:00,18:00,2027-03-31",
            Some("Mo 10:00-18:00"),
            Some("24/7"),
        ),
        ("freq,byday,interval,opens_at,closes_at", "WEEKLY,TH,2,10:00,18:00", None, None),
        ("freq,bymonthday,opens_at,closes_at", "MONTHLY,15,10:00,18:00", None, None),
        ("freq,byday,bymonthday,opens_at,closes_at", "WEEKLY,TH,\"2,3,4\",10:00,18:00", None, None),
    ] {
        let (records, _) = schedule(columns, cells);
        assert_eq!(records[0].text("ch/tel/hours"), hours, "{cells}");
        assert_eq!(records[0].text("ch/tel/hours_doubt"), doubt, "{cells}");
    }
}

#[test]
fn hours_by_another_clock_are_shown_and_never_answered() {
    let (records, _) = schedule("freq,byday,opens_at,closes_at,timezone", "WEEKLY,MO,10:00,18:00,3");
    assert_eq!(records[0].text("ch/tel/hours_conf"), Some("low"));
    let (records, _) = schedule("freq,byday,opens_at,closes_at", "WEEKLY,MO,10:00-05:00,18:00-05:00");
    assert_eq!(records[0].text("ch/tel/hours_conf"), Some("low"));
}

#[test]
fn nobody_else_can_claim_the_rank_of_the_national_pack() {
    for (key, kind, value) in [
        ("class", "text", "core"),
        ("chain", "yes", "true"),
        ("emergency_row", "yes", "true"),
        ("id", "text", "jp.inochi"),
        ("best/lonely", "yes", "true"),
    ] {
        let (records, report) = claims(key, kind, value);
        assert_eq!(report.count(Rule::ClaimedRank), 1, "{key}");
        assert_eq!(records[0].text("class"), Some("listing"));
        assert!(!records[0].is(key) && records[0].id != "jp.inochi", "{key}");
    }
}

#[test]
fn a_shelter_keeps_nothing_that_says_where_it_is() {
    let (records, _) = read(&[
        ("services.csv", &format!("{SERVICES}s,o,Women's Refuge Harbour,active,Rooms on 12 Mill Road\n")),
        (
            "locations.csv",
            "id,name,location_type,latitude,longitude,transportation\nl,Harbour,physical,34.1,134.1,Bus 4\n",
        ),
        ("service_at_location.csv", "id,service_id,location_id\na,s,l\n"),
        (
            "addresses.csv",
            "id,location_id,address_1,city,state_province,postal_code,country,address_type\na,l,12 Mill Road,Town,State,1,US,physical\n",
        ),
        ("phones.csv", "id,service_id,number\np,s,+1 305 555 0100\n"),
    ]);
    let record = &records[0];
    assert!(record.is("confidential") && record.is("trace_warning"));
    for part in ["address", "postal", "lat_e6", "lon_e6", "access"] {
        assert!(!record.fields.contains_key(part), "{part}");
    }
    assert!(!record.fields.keys().any(|key| key.starts_with("x/") || key.starts_with("ch/visit")));
    assert_eq!(record.text("ch/tel/dial"), Some("+13055550100"));
}

#[test]
fn a_service_with_several_places_is_one_record_for_each() {
    let (records, report) = read(&[
        ("services.csv", &format!("{SERVICES}s,o,ひだまり,active,\n")),
        ("locations.csv", "id,name,location_type\nl,北館,physical\nm,南館,physical\n"),
        ("service_at_location.csv", "id,service_id,location_id\na,s,l\nb,s,m\n"),
        ("phones.csv", "id,location_id,number\np,l,087-000-0001\nq,m,087-000-0002\n"),
    ]);
    assert_eq!((records.len(), report.totals.stored, report.totals.records), (2, 1, 2));
    let numbers: Vec<_> = records.iter().map(|record| record.text("ch/tel/dial").unwrap()).collect();
    assert_eq!(numbers, ["0870000001", "0870000002"]);
}

#[test]
fn only_japanese_words_that_stand_alone_are_read_as_hours() {
    let hours = |columns: &str, cells: &str| {
        let (records, _) = schedule(columns, cells);
        let text = |field: &str| records[0].text(&format!("ch/tel/{field}")).unwrap_or_default().to_owned();
        (text("hours_state"), text("hours"), text("hours_raw"))
    };
    let (state, read, raw) = hours("description", "月～金 9:00～17:00");
    assert_eq!((state.as_str(), raw.as_str()), ("parsed", "月～金 9:00～17:00"));
    assert!(read.contains("Mo-Fr 09:00-17:00"), "{read}");
    let english = hours("description", "Mondays 9am to 5pm");
    assert_eq!(english, ("unparsed".into(), String::new(), "Mondays 9am to 5pm".into()));
    // The days stand in the row and the words do not know them.
    let (state, read, _) = hours("byday,freq,description", "MO,WEEKLY,9:00～17:00");
    assert_eq!((state.as_str(), read.as_str()), ("unparsed", ""));
}

#[test]
fn a_service_serves_the_needs_of_its_name_and_of_its_terms() {
    let (records, _) = read(&[
        (
            "services.csv",
            &format!("{SERVICES}s,o,Night Kitchen,active,\nt,o,中央図書館,active,\nu,o,Kite Club,active,free meals\n"),
        ),
        ("organizations.csv", "id,name,description\no,Quiet House,\n"),
        ("taxonomy_terms.csv", "id,code,name,description,taxonomy\nf,1,Free Meals,,Open Eligibility\n"),
        ("attributes.csv", "id,link_id,link_entity,taxonomy_term_id\na,s,service,f\n"),
    ]);
    let of = |name: &str| records.iter().find(|record| record.name() == name).unwrap();
    assert_eq!(of("Night Kitchen").members("topic").collect::<Vec<_>>(), ["no-food"]);
    assert!(of("中央図書館").is("topic/place-to-go") && of("中央図書館").text("category") == Some("library"));
    assert_eq!(of("Kite Club").members("topic").count(), 0, "words of a description are no terms");
}
