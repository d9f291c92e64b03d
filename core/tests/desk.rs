//! A city's desk: from its table to phones, with colleagues, and when keys are lost, stolen or leave.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use packs_support::{BUILT, DAY, Phone, file, key, record};
use tsunagari_core::app::App;
use tsunagari_core::app::desk::{Desk, DeskError, NewDesk, Rotation, Settings, write_edition};
use tsunagari_core::crypto::{Class, Listed, PublicKey, SigningKey};
use tsunagari_core::directory::import::Unwatched;
use tsunagari_core::directory::receive::{Outcome, Refusal};
use tsunagari_core::env::FixedClock;
use tsunagari_core::model::Scalar;

const TABLE: &str = "名称,住所,電話番号,ID\nあおい食堂,香川県高松市番町一丁目8番15号,087-839-2011,A1\nぶんか会館,香川県高松市番町一丁目1番1号,087-839-2012,A2\n";

fn of(names: &[(&SigningKey, &str)]) -> BTreeMap<PublicKey, String> {
    names.iter().map(|(key, org)| (key.public(), (*org).to_owned())).collect()
}

struct Hall {
    folder: tempfile::TempDir,
    hana: SigningKey,
    ren: SigningKey,
    now: u64,
}

impl Hall {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (hana, ren, aoi) = (key("desk hana"), key("desk ren"), key("desk aoi"));
        let new = NewDesk {
            pack: "takamatsu".to_owned(),
            prefix: "37201.".to_owned(),
            title: "高松市の居場所".to_owned(),
            publisher: "試験の市役所".to_owned(),
            root: vec![hana.public(), ren.public(), aoi.public()],
            threshold: 2,
            head: vec![hana.public(), ren.public()],
            desks: BTreeMap::from([
                ("list".to_owned(), (Class::Listing, of(&[(&hana, "市役所"), (&ren, "社協")]))),
                ("lines".to_owned(), (Class::Core, of(&[(&hana, "市役所"), (&ren, "社協"), (&aoi, "NPO")]))),
            ]),
            settings: Settings { prefectures: vec!["37".to_owned()], ..Settings::default() },
            now: BUILT,
        };
        let both = [key("desk hana"), key("desk ren")];
        Desk::make(&folder.path().join("desk"), &new, &both).unwrap();
        Self { folder, hana, ren, now: BUILT }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    fn desk(&self) -> Desk {
        Desk::open(&self.path()).unwrap()
    }

    fn table(&self, text: &str) -> PathBuf {
        let path = self.folder.path().join("places.csv");
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Imports a table as the nightly run does.
    fn import(&self, text: &str) -> tsunagari_core::app::desk::Merge {
        let app = App::in_memory(Arc::new(FixedClock("2026-11-23T03:00:00".parse().unwrap()))).unwrap();
        let mut desk = self.desk();
        let merge =
            desk.try_import(&app, "places", &self.table(text), &mut Unwatched, &AtomicBool::new(false)).unwrap();
        desk.import(&[&self.hana], "places", "list", &merge).unwrap();
        merge
    }

    fn publish(&mut self, by: &str) -> Result<Desk, DeskError> {
        self.now += 60;
        let mut desk = self.desk();
        desk.publish(&[key(&format!("desk {by}"))], self.now)?;
        Ok(desk)
    }

    fn phone(&self) -> Phone {
        let root = self.desk().charters()[0].hash();
        let mut phone = Phone::trusting(&[]);
        phone.listed.insert("takamatsu".to_owned(), Listed { root, prefix: "37201.".to_owned() });
        phone
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn from_a_table_to_a_phone_and_the_next_night() {
    let mut hall = Hall::new();
    assert_eq!(hall.import(TABLE).added.len(), 2);
    let phone = hall.phone();
    let desk = hall.publish("hana").unwrap();
    let received = phone.takes(&file(&desk.published().unwrap().whole())).unwrap();
    assert_eq!(received[0].outcome, Outcome::Installed { seq: 1, records: 2 });
    let ids: Vec<String> = desk.records().unwrap().into_keys().collect();
    // The same table again is no change; a new number of one place is one field.
    assert!(hall.import(TABLE).is_empty());
    let merge = hall.import(&TABLE.replace("2012", "3333"));
    let fields: Vec<&str> = merge.set.iter().map(|(_, field, _)| field.rsplit('/').next().unwrap()).collect();
    assert!(!fields.is_empty() && fields.iter().all(|field| ["dial", "display"].contains(field)), "{merge:?}");
    let diff = hall.desk().diff().unwrap();
    assert!(diff.iter().all(|change| change.name == "ぶんか会館"), "{diff:?}");
    let before = desk;
    let desk = hall.publish("ren").unwrap();
    let update = desk.published().unwrap().since(before.published().unwrap()).unwrap();
    phone.takes(&file(&update)).unwrap();
    let shown: Vec<String> = ids
        .iter()
        .filter_map(|id| phone.has(id))
        .flat_map(|record| {
            record
                .channels()
                .iter()
                .filter_map(|channel| channel.text("display").map(str::to_owned))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(shown.iter().any(|number| number.ends_with("3333")), "{shown:?}");
    let history = hall.desk().history().unwrap();
    assert_eq!(history.iter().map(|told| told.seq).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn what_was_written_by_hand_stays_when_the_table_comes_again() {
    let hall = Hall::new();
    hall.import(TABLE);
    let id = hall.desk().records().unwrap().into_iter().find(|(_, (_, one))| one.name() == "あおい食堂").unwrap().0;
    let by_hand = Scalar::Text("あおい食堂（みんなの）".to_owned());
    assert!(hall.desk().edit(&hall.ren, &id, &[("name".to_owned(), by_hand)]).unwrap());
    assert!(hall.import(TABLE).is_empty());
    assert_eq!(hall.desk().records().unwrap()[&id].1.name(), "あおい食堂（みんなの）");
    // A row that vanished is kept, since a hand was on it; one that no hand touched goes.
    let merge = hall.import("名称,住所,電話番号,ID\nべつの店,香川県高松市番町二丁目1番1号,087-839-2013,A3\n");
    assert_eq!((merge.added.len(), merge.removed.len(), merge.kept), (1, 1, vec![id]));
}

#[test]
fn two_editors_without_a_network_join_their_copies() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    hall.publish("hana").unwrap();
    let copied = hall.folder.path().join("copy");
    copy(&hall.path(), &copied);
    let id = hall.desk().records().unwrap().into_keys().next().unwrap();
    let text = |text: &str| Scalar::Text(text.to_owned());
    hall.desk().edit(&hall.hana, &id, &[("summary".to_owned(), text("はいりやすい"))]).unwrap();
    hall.desk().edit(&hall.hana, &id, &[("operator".to_owned(), text("市"))]).unwrap();
    let mut other = Desk::open(&copied).unwrap();
    other.edit(&hall.ren, &id, &[("operator".to_owned(), text("社協"))]).unwrap();
    other.edit(&hall.ren, &id, &[("website".to_owned(), text("https://example.jp/"))]).unwrap();
    let mut desk = hall.desk();
    assert_eq!(desk.join(&copied).unwrap(), 2);
    let record = &desk.records().unwrap()[&id].1;
    assert_eq!(record.text("summary"), Some("はいりやすい"));
    assert_eq!(record.text("website"), Some("https://example.jp/"));
    // Both values of the field that both wrote are shown to both.
    let clashes = desk.clashes().unwrap();
    assert_eq!((clashes.len(), clashes[0].1.key.as_str(), clashes[0].1.voices.len()), (1, "operator", 2));
    assert_eq!(desk.join(&copied).unwrap(), 0);
}

#[test]
fn a_line_needs_a_second_key_from_its_first_day_on() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let mut desk = hall.desk();
    desk.add(&hall.hana, "lines", record("37201.line", "市の相談電話")).unwrap();
    assert_eq!(desk.waiting().len(), 1);
    hall.publish("hana").unwrap();
    assert!(!hall.desk().records().unwrap().contains_key("37201.line"));
    let mut desk = hall.desk();
    assert_eq!(desk.sign(&[key("desk aoi")]).unwrap(), 1);
    assert!(desk.records().unwrap().contains_key("37201.line"));
    let number = [("ch/tel/dial".to_owned(), Scalar::Text("0878392014".to_owned()))];
    desk.edit(&hall.hana, "37201.line", &number).unwrap();
    let desk = hall.publish("hana").unwrap();
    let phone = hall.phone();
    phone.takes(&file(&desk.published().unwrap().whole())).unwrap();
    assert_eq!(phone.field("37201.line", "ch/tel/dial").unwrap(), "0870000000");
    assert!(matches!(hall.desk().endorse(&key("nobody")), Err(DeskError::MayNot(_))));
    assert_eq!(hall.desk().endorse(&hall.ren).unwrap(), 1);
    let next = hall.publish("hana").unwrap();
    phone.takes(&file(&next.published().unwrap().since(desk.published().unwrap()).unwrap())).unwrap();
    assert_eq!(phone.field("37201.line", "ch/tel/dial").unwrap(), "0878392014");
}

#[test]
fn a_departed_colleague_and_a_stolen_key_have_no_word_any_more() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let first = hall.publish("hana").unwrap();
    let phone = hall.phone();
    phone.takes(&file(&first.published().unwrap().whole())).unwrap();
    let id = first.records().unwrap().into_keys().next().unwrap();
    hall.desk().edit(&hall.hana, &id, &[("summary".to_owned(), Scalar::Text("まえの人".to_owned()))]).unwrap();
    let second = hall.publish("hana").unwrap();
    phone.takes(&file(&second.published().unwrap().since(first.published().unwrap()).unwrap())).unwrap();
    // hana leaves: two of the three that decide say so, and ren signs what rested on her.
    let mut desk = hall.desk();
    let change = Rotation { without: vec![hall.hana.public()], ..Rotation::default() };
    assert!(!desk.rotate(&change, &[key("desk ren")], hall.now).unwrap(), "one of three is not enough");
    assert_eq!(desk.waiting(), ["charter 2"]);
    drop(desk);
    let mut desk = hall.desk();
    assert!(desk.sign(&[key("desk aoi"), key("desk ren")]).unwrap() > 0);
    assert!(matches!(desk.edit(&hall.hana, &id, &[]), Err(DeskError::MayNot(_))));
    assert!(matches!(hall.publish("hana"), Err(DeskError::Publish(_))));
    let third = hall.publish("ren").unwrap();
    phone.takes(&file(&third.published().unwrap().since(second.published().unwrap()).unwrap())).unwrap();
    assert_eq!((phone.seq("takamatsu"), phone.field(&id, "summary").unwrap()), (3, "まえの人".to_owned()));
    hall.phone().takes(&file(&third.published().unwrap().whole())).unwrap();
    // Who has the stolen key publishes from the old charter: phones say no.
    let thief = hall.folder.path().join("thief");
    copy(&hall.path(), &thief);
    std::fs::write(thief.join("charter/000002.cbor"), b"").unwrap();
    std::fs::rename(thief.join("charter/000002.cbor"), thief.join("charter.away")).unwrap();
    let mut stolen = Desk::open(&thief).unwrap();
    stolen.edit(&hall.hana, &id, &[("summary".to_owned(), Scalar::Text("うそ".to_owned()))]).ok();
    if stolen.publish(&[key("desk hana")], hall.now + DAY).is_ok() {
        let refused = phone.takes(&file(&stolen.published().unwrap().whole())).unwrap_err();
        assert!(matches!(refused, Refusal::OtherCharter { .. }), "{refused}");
    }
    assert_eq!(phone.seq("takamatsu"), 3);
}

#[test]
fn a_lost_key_is_taken_out_and_a_new_one_goes_on() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let first = hall.publish("hana").unwrap();
    let new = key("desk hana, new");
    let change = Rotation {
        without: vec![hall.hana.public()],
        root: vec![new.public()],
        head: vec![new.public()],
        desk: vec![("list".to_owned(), new.public(), "市役所".to_owned())],
        ..Rotation::default()
    };
    let mut desk = hall.desk();
    // The lost key cannot sign; the two others can, and the new one signs what rested on it.
    assert!(desk.rotate(&change, &[key("desk ren"), key("desk aoi"), key("desk hana, new")], hall.now).unwrap());
    hall.now += DAY;
    desk.publish(&[key("desk hana, new")], hall.now).unwrap();
    let phone = hall.phone();
    phone.takes(&file(&first.published().unwrap().whole())).unwrap();
    phone.takes(&file(&desk.published().unwrap().since(first.published().unwrap()).unwrap())).unwrap();
    assert_eq!(phone.seq("takamatsu"), 2);
}

#[test]
fn what_is_redacted_is_nowhere_any_more() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let id = hall.desk().records().unwrap().into_keys().next().unwrap();
    let secret = "のせてはいけない名前";
    hall.desk().edit(&hall.hana, &id, &[("summary".to_owned(), Scalar::Text(secret.to_owned()))]).unwrap();
    let first = hall.publish("hana").unwrap();
    let phone = hall.phone();
    phone.takes(&file(&first.published().unwrap().whole())).unwrap();
    assert_eq!(phone.field(&id, "summary").unwrap(), secret);
    hall.desk().redact(&[key("desk hana")], &id, Some("summary")).unwrap();
    let second = hall.publish("hana").unwrap();
    phone.takes(&file(&second.published().unwrap().since(first.published().unwrap()).unwrap())).unwrap();
    assert_eq!(phone.field(&id, "summary"), None);
    let holds = |path: &Path| std::fs::read(path).unwrap().windows(secret.len()).any(|part| part == secret.as_bytes());
    let mut open = vec![hall.path()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                assert!(!holds(&path), "{}", path.display());
            }
        }
    }
}

#[test]
fn keys_lie_under_a_passphrase_and_static_files_carry_an_edition() {
    let hall = Hall::new();
    let folder = hall.path();
    Desk::new_key(&folder, "hana", "あめふりの月曜日", 2).unwrap();
    assert!(matches!(Desk::new_key(&folder, "hana", "x", 2), Err(DeskError::KeyThere(_))));
    assert!(matches!(Desk::key(&folder, "hana", "はれ"), Err(DeskError::Passphrase(_))));
    let key = Desk::key(&folder, "hana", "あめふりの月曜日").unwrap();
    assert_eq!(Desk::keys(&folder).unwrap(), [("hana".to_owned(), key.public())]);
    let mut hall = hall;
    hall.import(TABLE);
    let desk = hall.publish("hana").unwrap();
    let out = hall.folder.path().join("public");
    let fast = |bytes: &[u8]| ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest);
    let index = write_edition(&desk, &out, &fast).unwrap();
    let whole = std::fs::read(out.join(index.whole.file_name())).unwrap();
    hall.phone().takes(&whole).unwrap();
    assert!(out.join("latest.tsuna").exists());
}

#[test]
fn a_torn_file_is_named_and_kept_and_a_broken_off_edition_gives_way() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let id = hall.desk().records().unwrap().into_keys().next().unwrap();
    let text = |text: &str| [("summary".to_owned(), Scalar::Text(text.to_owned()))];
    hall.desk().edit(&hall.hana, &id, &text("はいりやすい")).unwrap();
    // The lines of an edition were written, and the power went before its head was.
    let other = hall.folder.path().join("other");
    copy(&hall.path(), &other);
    Desk::open(&other).unwrap().publish(&[key("desk hana")], hall.now).unwrap();
    std::fs::create_dir_all(hall.path().join("heads")).unwrap();
    std::fs::copy(other.join("heads/000001.lines"), hall.path().join("heads/000001.lines")).unwrap();
    hall.desk().edit(&hall.hana, &id, &text("しずか")).unwrap();
    hall.publish("hana").unwrap();
    let entry = hall.path().join("shards/list.0/000001");
    let entry = std::fs::read_dir(entry).unwrap().map(|entry| entry.unwrap().path());
    let entry = entry.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "entry")).unwrap();
    let whole = std::fs::read(&entry).unwrap();
    for end in [0, 1, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&entry, &whole[..end]).unwrap();
        assert!(matches!(Desk::open(&hall.path()), Err(DeskError::Torn { .. })), "{end}");
        assert_eq!(std::fs::read(&entry).unwrap().len(), end);
    }
    std::fs::write(hall.path().join("desk.toml"), "prefectures = [").unwrap();
    assert!(matches!(Desk::open(&hall.path()), Err(DeskError::Torn { .. })));
}

#[test]
fn a_clock_that_was_once_a_year_ahead_bars_no_later_edition() {
    let mut hall = Hall::new();
    hall.import(TABLE);
    let phone = hall.phone();
    hall.now += 365 * DAY;
    let ahead = hall.publish("hana").unwrap();
    phone.takes(&file(&ahead.published().unwrap().whole())).unwrap();
    hall.now -= 365 * DAY;
    let id = hall.desk().records().unwrap().into_keys().next().unwrap();
    hall.desk().edit(&hall.hana, &id, &[("summary".to_owned(), Scalar::Text("しずか".to_owned()))]).unwrap();
    let right = hall.publish("hana").unwrap();
    phone.takes(&file(&right.published().unwrap().since(ahead.published().unwrap()).unwrap())).unwrap();
    assert_eq!(phone.seq("takamatsu"), 2);
}
