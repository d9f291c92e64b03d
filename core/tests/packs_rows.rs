//! Rows are a view of what was signed: made again where they differ, and after a crash those of one whole signed state.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod packs_support;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use chrono::NaiveDate;
use packs_support::liar::{State, state};
use packs_support::{City, Phone, record, set};
use rusqlite::Connection;
use tsunagari_core::app::App;
use tsunagari_core::crypto::Class;
use tsunagari_core::directory::receive::restore;
use tsunagari_core::env::FixedClock;
use tsunagari_core::model::Record;
use tsunagari_core::store::{Match, Store};

const FOLDER: &str = "TSUNAGARI_PACKS_CRASH_FOLDER";
const FILE: &str = "TSUNAGARI_PACKS_CRASH_FILE";
const DATABASE: &str = "directory.db";
/// Bytes after which the child says that it has come so far.
const STEP: usize = 2_048;
const EDITIONS: usize = 24;
const KILLS: u32 = 60;

fn phone_in(folder: &Path, cities: &[&City]) -> Phone {
    Phone { store: Store::open(folder.join(DATABASE)).unwrap(), ..Phone::trusting(cities) }
}

fn behind_its_back(folder: &Path, sql: &str) {
    Connection::open(folder.join(DATABASE)).unwrap().execute_batch(sql).unwrap();
}

/// Takamatsu with a second edition, so that rows come from a checkpoint and from entries.
fn city() -> City {
    let mut city = City::takamatsu();
    city.edit("list.0", "hana", &[set("37201.a", "ch/tel/dial", "0871112222")]);
    city.edit("lines.0", "hana", &[set("37201.line", "ch/tel/dial", "0873334444")]);
    city.endorse("lines.0", "ren");
    city.publish().unwrap();
    city
}

#[test]
fn all_rows_are_made_again_from_what_was_signed() {
    let (folder, city) = (tempfile::tempdir().unwrap(), city());
    let phone = phone_in(folder.path(), &[&city]);
    phone.takes(&city.whole()).unwrap();
    let before = state(&phone);
    drop(phone);
    for rows in ["record", "record; DELETE FROM rank; DELETE FROM name_index"] {
        behind_its_back(
            folder.path(),
            &format!("DELETE FROM {rows}; INSERT INTO search (search) VALUES ('delete-all')"),
        );
        let phone = phone_in(folder.path(), &[&city]);
        assert!(phone.rows().is_empty());
        assert_eq!(restore(&phone.store, "takamatsu", Class::Listing), Ok(4));
        assert_eq!(state(&phone), before);
        assert_eq!(restore(&phone.store, "takamatsu", Class::Listing), Ok(0), "nothing is left to do");
        // They are found as before.
        let reader = phone.store.reader().unwrap();
        let found = reader.look().matching(&Match::token("食堂"), 10).unwrap();
        let with_id = reader.look().with_id("37201.a").unwrap();
        assert_eq!(found, [with_id[0].row]);
    }
}

#[test]
fn one_changed_digit_is_put_right() {
    let (folder, city) = (tempfile::tempdir().unwrap(), city());
    let phone = phone_in(folder.path(), &[&city]);
    phone.takes(&city.whole()).unwrap();
    let before = state(&phone);
    behind_its_back(
        folder.path(),
        "UPDATE record SET body = CAST(replace(CAST(body AS TEXT), '0873334444', '0909999999') AS BLOB)",
    );
    assert_eq!(phone.field("37201.line", "ch/tel/dial").unwrap(), "0909999999");
    assert_eq!(restore(&phone.store, "takamatsu", Class::Listing), Ok(2), "one goes, one comes");
    assert_eq!(state(&phone), before);
}

#[test]
fn a_changed_digit_of_the_nation_is_put_right_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let now = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(2, 0, 0).unwrap();
    let numbers = || -> Vec<Record> {
        let app = App::open(folder.path(), Arc::new(FixedClock(now))).unwrap();
        app.lines(None, &tsunagari_core::directory::answer::Filters::default())
            .unwrap()
            .into_iter()
            .map(|card| card.record)
            .collect()
    };
    let before = numbers();
    assert!(before.iter().any(|record| record.fields.values().any(|value| value.to_string() == "0120783556")));
    behind_its_back(
        folder.path(),
        "UPDATE record SET body = CAST(replace(CAST(body AS TEXT), '0120783556', '0120783557') AS BLOB)",
    );
    assert_eq!(numbers(), before);
}

#[test]
fn a_start_waits_for_nobody_who_writes() {
    let folder = tempfile::tempdir().unwrap();
    let clock = || Arc::new(FixedClock("2026-11-23T03:00:00".parse().unwrap()));
    drop(App::open(folder.path(), clock()).unwrap());
    // Another program imports for as long as it takes.
    let other = Connection::open(folder.path().join(DATABASE)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(App::open(folder.path(), clock()).is_ok());
}

#[test]
fn a_campaign_takes_itself_out_when_its_time_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let open = |now: &str| App::open(folder.path(), Arc::new(FixedClock(now.parse().unwrap()))).unwrap();
    let mut campaign = City::new("yearend", "x.yearend.");
    campaign.start("list.0", &[record("x.yearend.a", "年末のお茶会")], &["hana"]);
    campaign.about.ends = Some(packs_support::BUILT + 30 * packs_support::DAY);
    campaign.publish().unwrap();
    let there = |app: &App| app.signed_packs().unwrap().iter().any(|pack| pack.id == "yearend");
    let app = open("2026-11-24T10:00:00");
    app.receive(campaign.whole().as_slice(), Some(campaign.root())).unwrap();
    assert!(there(&app));
    drop(app);
    assert!(there(&open("2026-12-10T10:00:00")));
    let app = open("2026-12-24T10:00:00");
    assert!(!there(&app) && app.show("x.yearend.a", None).is_err());
    assert!(app.receive(campaign.whole().as_slice(), Some(campaign.root())).is_err(), "over is over");
}

/// A city with three shards, and one more edition for each name.
fn large_city() -> City {
    let mut city = City::new("takamatsu", "37201.");
    for shard in 0..3 {
        let records: Vec<Record> =
            (0..40).map(|n| record(&format!("37201.{shard}-{n}"), &format!("居場所 {shard}-{n}"))).collect();
        city.start(&format!("list.{shard}"), &records, &["hana"]);
    }
    city.publish().unwrap();
    for edition in 1..EDITIONS {
        for shard in 0..3 {
            let id = format!("37201.{shard}-{}", edition % 40);
            city.edit(&format!("list.{shard}"), "ren", &[set(&id, "ch/tel/dial", &format!("0871{edition:06}"))]);
        }
        city.publish().unwrap();
    }
    city
}

/// A file that is read in small pieces, each of which is told.
struct Telling(std::fs::File);

impl Read for Telling {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let size = bytes.len().min(STEP);
        let read = self.0.read(&mut bytes[..size])?;
        tell();
        Ok(read)
    }
}

fn tell() {
    let mut err = std::io::stderr();
    err.write_all(&[1]).unwrap();
    err.flush().unwrap();
}

/// Not a test of its own: the child process of the test below.
#[test]
fn child_that_is_killed() {
    let (Ok(folder), Ok(file)) = (std::env::var(FOLDER), std::env::var(FILE)) else { return };
    let phone = phone_in(Path::new(&folder), &[&City::new("takamatsu", "37201.")]);
    phone.takes_from(Telling(std::fs::File::open(file).unwrap())).unwrap();
    tell();
}

fn killed(folder: &Path, file: &Path, steps: u32, longer: u32) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FILE, file)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut err = child.stderr.take().unwrap();
    let (mut seen, mut byte) = (0, [0]);
    while seen < steps && err.read(&mut byte).unwrap() == 1 {
        seen += u32::from(byte[0] == 1);
    }
    (0..longer).for_each(|n| {
        std::hint::black_box(n);
        std::thread::yield_now();
    });
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What a phone has that took editions one after the other without being killed, by number; nothing at 0.
fn states(city: &City) -> BTreeMap<u32, State> {
    let phone = Phone::trusting(&[city]);
    let mut states = BTreeMap::from([(0, state(&phone))]);
    for (n, edition) in (1..).zip(&city.editions) {
        let parts = match n {
            1 => edition.whole(),
            n => edition.since(&city.editions[n as usize - 2]).unwrap(),
        };
        phone.takes(&packs_support::file(&parts)).unwrap();
        states.insert(n, state(&phone));
    }
    states
}

#[test]
fn a_kill_at_any_moment_leaves_one_whole_signed_state() {
    let (folder, city) = (tempfile::tempdir().unwrap(), large_city());
    let states = states(&city);
    let (mut now, mut old, mut new, mut chance) = (0, 0, 0, 20_261_123_u32);
    for kill in 0..KILLS {
        if now as usize == EDITIONS {
            break;
        }
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let parts = match now {
            0 => city.editions[0].whole(),
            // A whole edition, or the update to the next one.
            now if kill % 4 == 0 => city.editions[now as usize].whole(),
            now => city.editions[now as usize].since(&city.editions[now as usize - 1]).unwrap(),
        };
        let bytes = packs_support::file(&parts);
        let path = folder.path().join("next.tsuna");
        std::fs::write(&path, &bytes).unwrap();
        // Each part is read in two goes at least; most kills fall around the last of them, where all is made to last.
        let reads = u32::try_from(parts.len() * 2 + bytes.len() / STEP).unwrap();
        let steps = match kill % 6 {
            5 => u32::MAX,
            0 | 1 => (chance >> 8) % reads,
            _ => reads.saturating_sub(1),
        };
        killed(folder.path(), &path, steps, (chance >> 4) % 2_000);
        let phone = phone_in(folder.path(), &[&city]);
        phone.store.check().unwrap();
        let found = phone.seq("takamatsu");
        assert!(found == now || found == now + 1, "after kill {kill}: number {found}, was {now}");
        assert!(state(&phone) == states[&found], "after kill {kill}: number {found} is not whole");
        if found > 0 {
            assert_eq!(restore(&phone.store, "takamatsu", Class::Listing), Ok(0));
        }
        *(if found == now { &mut old } else { &mut new }) += 1;
        now = found;
    }
    println!("{old} kills left the old state, {new} the new one");
    assert!(old > 0 && new > 0, "the kills missed one side");
}
