//! `tsunagari demo packs`: a publisher, two editors without a network and three phones, in memory and a folder that goes
//! again. Each step says what it is for, and the end says what held.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use tsunagari_core::app::App;
use tsunagari_core::app::desk::{Desk, DeskError, NewDesk, Rotation, Settings};
use tsunagari_core::app::say::{desk_problem, refusal};
use tsunagari_core::crypto::{Class, Hash, Note, PublicKey, Signed, SigningKey};
use tsunagari_core::directory::publish::{Edition, FileParts, plain};
use tsunagari_core::directory::receive::{PartKind, Refused};
use tsunagari_core::env::{Clock as _, DeviceClock};
use tsunagari_core::model::{Record, Scalar};
use tsunagari_core::text::Texts;
use tsunagari_wire::frames::{Frames, frames};

use crate::args::{DemoArgs, DemoCommand, Global};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};

pub(crate) fn run(global: &Global, wanted: &DemoArgs) -> Exit {
    let DemoCommand::Packs = wanted.command;
    let texts = Texts::new(global.lang);
    let mut told = Told { texts: &texts, screen: Screen::new(global), steps: Vec::new(), held: Vec::new() };
    if let Err(error) = told.packs() {
        complain(global, &desk_problem(&error, &texts));
        return Exit::BadInput;
    }
    let all = told.held.iter().all(|(_, held)| *held);
    told.end(global.json);
    if all { Exit::Answer } else { Exit::BadInput }
}

struct Told<'a> {
    texts: &'a Texts,
    screen: Screen,
    steps: Vec<String>,
    held: Vec<(&'static str, bool)>,
}

/// A record of the demonstration.
fn place(id: &str, name: &str) -> Record {
    let mut record = Record::new(format!("x.demo.{id}"));
    record.set("name", name).set("kind", "place").set("category", "community_center").set("address", "本町1-29");
    record
}

fn now() -> u64 {
    u64::try_from(DeviceClock.utc().timestamp()).unwrap_or_default()
}

fn phone() -> Result<App, DeskError> {
    App::in_memory(Arc::new(DeviceClock)).map_err(|error| DeskError::Import(Box::new(error)))
}

fn take(phone: &App, parts: &FileParts, agreed: Option<Hash>) -> Result<(), Refused> {
    let refused = |error: tsunagari_wire::WireError| Refused { why: Box::new(error.into()), taken: Vec::new() };
    phone.receive(plain(parts).map_err(refused)?.as_slice(), agreed).map(|_| ())
}

/// A field of a record on a phone.
fn field(phone: &App, id: &str, key: &str) -> Option<String> {
    phone.show(&format!("x.demo.{id}"), None).ok()?.card.record.text(key).map(str::to_owned)
}

fn copy(from: &Path, to: &Path) -> Result<(), DeskError> {
    let failed = |error: std::io::Error| DeskError::File { path: to.to_path_buf(), problem: error.to_string() };
    std::fs::create_dir_all(to).map_err(failed)?;
    for entry in std::fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let target = to.join(entry.file_name());
        if entry.file_type().map_err(failed)?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target).map_err(failed)?;
        }
    }
    Ok(())
}

/// Everybody who has a key, by the seeds of their keys.
struct People(BTreeMap<&'static str, zeroize::Zeroizing<[u8; 32]>>);

const WALKERS: [&str; 3] = ["walker-1", "walker-2", "walker-3"];

impl People {
    fn new() -> Result<Self, DeskError> {
        let names = ["hana", "ren", "aoi"].into_iter().chain(WALKERS);
        let seeds = names.map(|name| Ok((name, SigningKey::draw_seed()?)));
        Ok(Self(seeds.collect::<Result<_, DeskError>>()?))
    }

    fn key(&self, name: &str) -> Result<SigningKey, DeskError> {
        let seed = self.0.get(name).ok_or_else(|| DeskError::NoKey(name.to_owned()))?;
        Ok(SigningKey::from_seed(seed)?)
    }

    fn public(&self, name: &str) -> Result<PublicKey, DeskError> {
        self.key(name).map(|key| key.public())
    }

    fn desk(&self, folder: &Path) -> Result<Desk, DeskError> {
        let of = |keys: &[(&str, &str)]| -> Result<BTreeMap<PublicKey, String>, DeskError> {
            keys.iter().map(|(name, org)| Ok((self.public(name)?, (*org).to_owned()))).collect()
        };
        let [one, two, three] = WALKERS;
        let list = of(&[("hana", "市役所"), ("ren", "社協")])?;
        let field = of(&[(one, "NPO"), (two, "NPO"), (three, "社協")])?;
        let new = NewDesk {
            pack: "demo".to_owned(),
            prefix: "x.demo.".to_owned(),
            title: "ためしの居場所".to_owned(),
            publisher: "ためしの市役所".to_owned(),
            root: vec![self.public("hana")?, self.public("ren")?, self.public("aoi")?],
            threshold: 2,
            head: vec![self.public("hana")?, self.public("ren")?],
            desks: BTreeMap::from([
                ("list".to_owned(), (Class::Listing, list)),
                ("field".to_owned(), (Class::Field, field)),
            ]),
            settings: Settings::default(),
            now: now(),
        };
        Desk::make(folder, &new, &[self.key("hana")?, self.key("ren")?])
    }
}

fn whole(desk: &Desk) -> FileParts {
    desk.published().map(Edition::whole).unwrap_or_default()
}

fn text(words: &str) -> Scalar {
    Scalar::Text(words.to_owned())
}

impl Told<'_> {
    fn packs(&mut self) -> Result<(), DeskError> {
        let folder = tempfile::tempdir()
            .map_err(|error| DeskError::File { path: std::env::temp_dir(), problem: error.to_string() })?;
        let (here, there) = (folder.path().join("desk"), folder.path().join("copy"));
        let people = People::new()?;
        let mut desk = people.desk(&here)?;
        desk.add_all(
            &[&people.key("hana")?],
            "list",
            vec![place("a", "あおい食堂"), place("b", "ぶんか会館"), place("c", "ことばの会")],
        )?;
        desk.publish(&[people.key("hana")?], now())?;
        self.step("demo-published");

        let root = desk.charters().first().map(Signed::hash).unwrap_or_default();
        let phones = [phone()?, phone()?, phone()?];
        let taken = phones.iter().all(|phone| take(phone, &whole(&desk), Some(root)).is_ok());
        self.held("demo-held-taken", taken);
        self.step("demo-phones");

        copy(&here, &there)?;
        let mut other = Desk::open(&there)?;
        desk.edit(&people.key("hana")?, "x.demo.a", &[("summary".to_owned(), text("ひとりで入りやすい"))])?;
        other.edit(&people.key("ren")?, "x.demo.a", &[("operator".to_owned(), text("社協"))])?;
        desk.join(&there)?;
        let first = desk.published().cloned();
        desk.publish(&[people.key("hana")?], now())?;
        self.step("demo-editors");

        let [one, two, three] = &phones;
        let (Some(before), Some(edition)) = (first, desk.published().cloned()) else { return Ok(()) };
        let updated = take(one, &edition.since(&before)?, None).is_ok();
        let both = field(one, "a", "summary").is_some() && field(one, "a", "operator").is_some();
        self.held("demo-held-both", updated && both);
        self.step("demo-by-file");
        self.by_code(two, &edition, &desk)?;
        self.field_notes(three, &people)?;
        self.refused(one, &people, &mut desk, &there, &before, folder.path())
    }

    /// One record with its proofs, as codes that are read in any order.
    fn by_code(&mut self, phone: &App, edition: &Edition, desk: &Desk) -> Result<(), DeskError> {
        let Some(proof) = edition.proof(desk.charter(), "x.demo.a") else { return Ok(()) };
        let file = plain(&vec![(PartKind::Proof.number(), proof.encode())])?;
        let mut codes = frames(&file)?;
        codes.reverse();
        let mut reader = Frames::default();
        let mut read = None;
        for code in &codes {
            read = reader.take(code)?.or(read);
        }
        let taken = read.is_some_and(|bytes| phone.receive(bytes.as_slice(), None).is_ok());
        self.held("demo-held-code", taken);
        let said = self.texts.with("demo-by-code", &[("count", codes.len().to_string().into())]);
        self.say(said);
        Ok(())
    }

    /// What people in the field see: said once three of them, from two organisations, see it so.
    fn field_notes(&mut self, phone: &App, people: &People) -> Result<(), DeskError> {
        let mut voices = Vec::new();
        for walker in WALKERS {
            let walker = people.key(walker)?;
            let note = Note {
                pack: "demo".to_owned(),
                desk: "field".to_owned(),
                record: "x.demo.b".to_owned(),
                by: walker.public(),
                n: 1,
                differs: true,
                text: "入口が裏にかわりました".to_owned(),
                at: now(),
            };
            let parts = vec![(PartKind::Note.number(), note.sign(&walker).encode())];
            take(phone, &parts, None).map_err(|refused| DeskError::from(*refused.why))?;
            voices.push(phone.besides("x.demo.b").map(|besides| besides.voices.len()).unwrap_or_default());
        }
        self.held("demo-held-voices", voices == [0, 0, 3]);
        self.step("demo-voices");
        Ok(())
    }

    /// A forged pack, an old one and a thief's.
    fn refused(
        &mut self,
        phone: &App,
        people: &People,
        desk: &mut Desk,
        stolen: &Path,
        old: &Edition,
        folder: &Path,
    ) -> Result<(), DeskError> {
        let forger = People::new()?;
        let mut forged = forger.desk(&folder.join("forged"))?;
        forged.add_all(&[&forger.key("hana")?], "list", vec![place("a", "うその食堂")])?;
        forged.publish(&[forger.key("hana")?], now())?;
        let shown = field(phone, "a", "name");
        self.is_refused(phone, "demo-forged", &whole(&forged));
        self.is_refused(phone, "demo-old", &old.whole());
        let change = Rotation { without: vec![people.public("hana")?], ..Rotation::default() };
        let keys = [people.key("ren")?, people.key("aoi")?];
        let before = desk.published().cloned();
        desk.rotate(&change, &keys, now())?;
        desk.publish(&[people.key("ren")?], now())?;
        if let (Some(before), Some(edition)) = (before, desk.published()) {
            self.held("demo-held-rotated", take(phone, &edition.since(&before)?, None).is_ok());
        }
        let mut thief = Desk::open(stolen)?;
        thief.edit(&people.key("hana")?, "x.demo.a", &[("name".to_owned(), text("うその食堂"))])?;
        thief.publish(&[people.key("hana")?], now())?;
        self.is_refused(phone, "demo-thief", &whole(&thief));
        self.held("demo-held-refused", shown.is_some() && shown == field(phone, "a", "name"));
        let fresh = crate::commands::demo::phone()?;
        let root = desk.charters().first().map(Signed::hash).unwrap_or_default();
        let taken = take(&fresh, &whole(desk), Some(root)).is_ok();
        let same = ["a", "b", "c"].iter().all(|id| {
            ["name", "summary", "operator"].iter().all(|key| field(&fresh, id, key) == field(phone, id, key))
        });
        self.held("demo-held-same", taken && same);
        Ok(())
    }

    /// Says with which words a phone refuses something.
    fn is_refused(&mut self, phone: &App, step: &str, parts: &FileParts) {
        let said = match take(phone, parts, None) {
            Ok(()) => {
                self.held("demo-held-refused", false);
                String::new()
            }
            Err(refused) => refusal(&refused.why, self.texts),
        };
        let said = self.texts.with(step, &[("text", said.into())]);
        self.say(said);
    }

    fn step(&mut self, id: &str) {
        let said = self.texts.get(id);
        self.say(said);
    }

    fn say(&mut self, said: String) {
        self.steps.push(said);
    }

    fn held(&mut self, id: &'static str, held: bool) {
        self.held.push((id, held));
    }

    fn end(mut self, json: bool) {
        let held: Vec<(String, bool)> = self.held.iter().map(|(id, held)| (self.texts.get(id), *held)).collect();
        if json {
            self.screen.json(&serde_json::json!({ "steps": self.steps, "held": held }));
        } else {
            for (number, step) in self.steps.iter().enumerate() {
                self.screen.hanging(0, &format!("{}. ", number + 1), Look::Plain, step);
            }
            self.screen.gap();
            self.screen.line(0, Look::Bold, &self.texts.get("demo-held"));
            for (said, held) in &held {
                self.screen.hanging(0, if *held { "○ " } else { "× " }, Look::Plain, said);
            }
        }
        self.screen.print();
    }
}
