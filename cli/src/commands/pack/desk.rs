//! The desk of a pack: what editors do.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tsunagari_core::app::desk::{Changed, Desk, DeskError, Merge, NewDesk, Rotation, Settings, write_edition};
use tsunagari_core::app::{App, say};
use tsunagari_core::crypto::{Class, PublicKey, SigningKey, WORK_FACTOR};
use tsunagari_core::directory::import::Unwatched;
use tsunagari_core::env::{Clock as _, DeviceClock};
use tsunagari_core::model::{Record, Scalar};
use tsunagari_core::text::{Argument, Texts, plain};
use zeroize::Zeroizing;

use crate::args::{Global, InitArgs, KeysArgs, PackCommand, RotateArgs};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};
use crate::secrets;

/// Fields, entries and editions that are printed at once.
const MOST: usize = 200;

type Done = Result<(), DeskError>;

pub(super) fn run(global: &Global, wanted: &PackCommand, texts: &Texts) -> Exit {
    let mut told = Told { texts, screen: Screen::new(global), json: global.json };
    match told.command(wanted) {
        Ok(()) => {
            told.screen.print();
            Exit::Answer
        }
        Err(error) => {
            complain(global, &say::desk_problem(&error, texts));
            Exit::BadInput
        }
    }
}

struct Told<'a> {
    texts: &'a Texts,
    screen: Screen,
    json: bool,
}

impl Told<'_> {
    fn command(&mut self, wanted: &PackCommand) -> Done {
        match wanted {
            PackCommand::Build { .. } | PackCommand::Inspect { .. } => Ok(()),
            PackCommand::Keys { desk, new, key_passphrase_file } => {
                self.keys(desk, new.as_deref(), key_passphrase_file.as_deref())
            }
            PackCommand::Init(wanted) => self.init(wanted),
            PackCommand::Import { desk, file, name, to, yes, keys } => {
                let app = App::in_memory(Arc::new(DeviceClock)).map_err(|error| DeskError::Import(Box::new(error)))?;
                let mut open = Desk::open(desk)?;
                let merge = open.try_import(&app, name, file, &mut Unwatched, &AtomicBool::new(false))?;
                self.merge(&merge);
                if *yes {
                    let keys = self.open_keys(desk, keys)?;
                    open.import(&keys.iter().collect::<Vec<_>>(), name, to, &merge)?;
                    self.waiting(&open);
                } else {
                    self.line("desk-would", &[]);
                }
                Ok(())
            }
            PackCommand::Edit { desk, id, fields, add, remove, keys } => {
                let mut open = Desk::open(desk)?;
                let keys = self.open_keys(desk, keys)?;
                let key = keys.first().ok_or_else(|| DeskError::NoKey(String::new()))?;
                let fields = fields.iter().map(|field| field_of(field)).collect::<Result<Vec<_>, _>>()?;
                let other = match (add, remove) {
                    (Some(to), _) => {
                        let mut record = Record::new(id.clone());
                        for (field, value) in fields {
                            record.set(field, value);
                        }
                        open.add_all(&keys.iter().collect::<Vec<_>>(), to, vec![record]).map(|()| true)?
                    }
                    (None, true) => open.remove(key, id)?,
                    (None, false) => open.edit(key, id, &fields)?,
                };
                self.line(if other { "desk-edited" } else { "desk-no-change" }, &[]);
                self.waiting(&open);
                Ok(())
            }
            PackCommand::Diff { desk } => {
                let changes = Desk::open(desk)?.diff()?;
                self.changes(&changes);
                Ok(())
            }
            PackCommand::Review { desk } => self.review(&Desk::open(desk)?),
            PackCommand::Endorse { desk, keys } => {
                let mut open = Desk::open(desk)?;
                let mut given = 0;
                for key in &self.open_keys(desk, keys)? {
                    given += open.endorse(key)?;
                }
                self.line("desk-endorsed", &[("count", given.to_string().into())]);
                Ok(())
            }
            PackCommand::Sign { desk, keys } => {
                let mut open = Desk::open(desk)?;
                let complete = open.sign(&self.open_keys(desk, keys)?)?;
                self.line("desk-signed", &[("count", complete.to_string().into())]);
                self.waiting(&open);
                Ok(())
            }
            PackCommand::Rotate(wanted) => self.rotate(wanted),
            PackCommand::Redact { desk, id, field, keys } => {
                let mut open = Desk::open(desk)?;
                open.redact(&self.open_keys(desk, keys)?, id, field.as_deref())?;
                self.line("desk-edited", &[]);
                self.waiting(&open);
                Ok(())
            }
            PackCommand::Publish { desk, out, keys } => {
                let mut open = Desk::open(desk)?;
                let done = open.publish(&self.open_keys(desk, keys)?, now())?;
                write_edition(&open, out, &packed)?;
                self.line(
                    "desk-published",
                    &[("seq", done.seq.to_string().into()), ("count", done.records.to_string().into())],
                );
                Ok(())
            }
            PackCommand::History { desk } => self.history(&Desk::open(desk)?),
            PackCommand::Join { desk, copy } => {
                let mut open = Desk::open(desk)?;
                let new = open.join(copy)?;
                self.line("desk-joined", &[("count", new.to_string().into())]);
                self.review(&open)
            }
        }
    }

    fn keys(&mut self, desk: &Path, new: Option<&str>, file: Option<&Path>) -> Done {
        if let Some(name) = new {
            let passphrase = self.passphrase(name, file, true)?;
            let public = Desk::new_key(desk, name, &passphrase, WORK_FACTOR)?;
            self.line("desk-key-new", &[("name", name.into()), ("text", public.short().into())]);
            return Ok(());
        }
        for (name, public) in Desk::keys(desk)? {
            self.line("desk-key", &[("name", name.into()), ("text", public.short().into())]);
        }
        Ok(())
    }

    fn init(&mut self, wanted: &InitArgs) -> Done {
        let known = Known::of(&wanted.desk)?;
        let mut desks = BTreeMap::from([("list".to_owned(), (Class::Listing, known.writers(&wanted.list)?))]);
        for (name, class, keys) in [("lines", Class::Core, &wanted.lines), ("field", Class::Field, &wanted.walkers)] {
            if !keys.is_empty() {
                desks.insert(name.to_owned(), (class, known.writers(keys)?));
            }
        }
        let new = NewDesk {
            pack: wanted.pack.clone(),
            prefix: wanted.prefix.clone(),
            title: wanted.title.clone(),
            publisher: wanted.publisher.clone(),
            root: known.all(&wanted.root)?,
            threshold: wanted.threshold,
            head: known.all(&wanted.head)?,
            desks,
            settings: Settings {
                prefectures: wanted.prefecture.clone(),
                ends: wanted.ends.clone(),
                ..Settings::default()
            },
            now: now(),
        };
        let keys = self.open_keys(&wanted.desk, &wanted.keys)?;
        let desk = Desk::make(&wanted.desk, &new, &keys)?;
        let root = desk.charters().first().map(tsunagari_core::crypto::Signed::hash).unwrap_or_default();
        self.line("desk-made", &[("text", super::sign_of(&root).into())]);
        Ok(())
    }

    fn rotate(&mut self, wanted: &RotateArgs) -> Done {
        let known = Known::of(&wanted.desk)?;
        let mut change = Rotation {
            without: known.all(&wanted.without)?,
            root: known.all(&wanted.root)?,
            head: known.all(&wanted.head)?,
            desk: Vec::new(),
            threshold: wanted.threshold,
        };
        for (desk, keys) in [("list", &wanted.list), ("lines", &wanted.lines), ("field", &wanted.walkers)] {
            let writers = known.writers(keys)?.into_iter();
            change.desk.extend(writers.map(|(key, org)| (desk.to_owned(), key, org)));
        }
        let mut open = Desk::open(&wanted.desk)?;
        let keys = self.open_keys(&wanted.desk, &wanted.keys)?;
        if open.rotate(&change, &keys, now())? {
            self.line("desk-rotated", &[]);
        }
        self.waiting(&open);
        Ok(())
    }

    fn merge(&mut self, merge: &Merge) {
        let count = |count: usize| Argument::from(count.to_string());
        self.line("desk-added", &[("count", count(merge.added.len()))]);
        self.line("desk-set", &[("count", count(merge.set.len()))]);
        self.line("desk-removed", &[("count", count(merge.removed.len()))]);
        let text = |value: &Option<Scalar>| Argument::from(value.as_ref().map(ToString::to_string).unwrap_or_default());
        for clash in merge.clashing.iter().take(MOST) {
            self.line(
                "desk-clash",
                &[
                    ("id", clash.id.as_str().into()),
                    ("field", clash.key.as_str().into()),
                    ("hand", text(&clash.by_hand)),
                    ("text", text(&clash.in_file)),
                ],
            );
        }
        for id in merge.kept.iter().take(MOST) {
            self.line("desk-kept", &[("text", id.as_str().into())]);
        }
    }

    fn review(&mut self, desk: &Desk) -> Done {
        self.waiting(desk);
        for (_, clash) in desk.clashes()?.into_iter().take(MOST) {
            let voices =
                clash.voices.iter().map(|voice| voice.value.as_ref().map_or("–".to_owned(), ToString::to_string));
            let voices: Vec<String> = voices.map(|voice| format!("「{voice}」")).collect();
            self.line(
                "desk-both",
                &[("id", clash.record.into()), ("field", clash.key.into()), ("text", voices.concat().into())],
            );
        }
        self.changes(&desk.diff()?);
        Ok(())
    }

    fn history(&mut self, desk: &Desk) -> Done {
        let told = desk.history()?;
        if self.json {
            self.screen.json(&told);
            return Ok(());
        }
        for edition in told {
            let day = edition.built.map(|day| day.to_string()).unwrap_or_default();
            self.line(
                "desk-edition",
                &[("seq", edition.seq.to_string().into()), ("day", day.into()), ("text", edition.by.join(", ").into())],
            );
            self.lines_of(&edition.changes);
        }
        Ok(())
    }

    fn changes(&mut self, changes: &[Changed]) {
        if self.json {
            self.screen.json(&changes);
        } else if changes.is_empty() {
            self.line("desk-no-change", &[]);
        } else {
            self.lines_of(changes);
        }
    }

    fn lines_of(&mut self, changes: &[Changed]) {
        for change in changes.iter().take(MOST) {
            let names = [("name", change.name.as_str().into()), ("id", change.id.as_str().into())];
            let text = match (&change.before, &change.after) {
                (None, Some(_)) if change.key.is_empty() => self.texts.with("desk-change-new", &names),
                (Some(_), None) if change.key.is_empty() => self.texts.with("desk-change-gone", &names),
                (before, after) => self.texts.with(
                    "desk-change",
                    &[
                        ("name", change.name.as_str().into()),
                        ("field", change.key.as_str().into()),
                        ("before", before.clone().unwrap_or_default().into()),
                        ("after", after.clone().unwrap_or_default().into()),
                    ],
                ),
            };
            self.screen.line(2, Look::Plain, &text);
        }
    }

    fn waiting(&mut self, desk: &Desk) {
        for text in desk.waiting() {
            self.line("desk-waits", &[("text", text.into())]);
        }
    }

    fn line(&mut self, id: &str, arguments: &[(&'static str, Argument)]) {
        if !self.json {
            self.screen.line(0, Look::Plain, &self.texts.with(id, arguments));
        }
    }

    fn open_keys(&self, desk: &Path, wanted: &KeysArgs) -> Result<Vec<SigningKey>, DeskError> {
        let open = |name: &String| {
            let passphrase = self.passphrase(name, wanted.key_passphrase_file.as_deref(), false)?;
            Desk::key(desk, name, &passphrase)
        };
        wanted.key.iter().map(open).collect()
    }

    fn passphrase(&self, name: &str, file: Option<&Path>, new: bool) -> Result<Zeroizing<String>, DeskError> {
        let question = self.texts.with("desk-ask-passphrase", &[("name", name.into())]);
        let question = plain(&question, self.texts.language());
        let refused = |_| DeskError::Passphrase(name.to_owned());
        let first = secrets::line_of(file, &question).map_err(refused)?;
        if new && file.is_none() && *secrets::line_of(None, &question).map_err(refused)? != *first {
            return Err(DeskError::Passphrase(name.to_owned()));
        }
        Ok(first)
    }
}

/// Keys of the folder by name.
struct Known(BTreeMap<String, PublicKey>);

impl Known {
    fn of(desk: &Path) -> Result<Self, DeskError> {
        Ok(Self(Desk::keys(desk)?.into_iter().collect()))
    }

    fn one(&self, name: &str) -> Result<PublicKey, DeskError> {
        self.0.get(name).copied().ok_or_else(|| DeskError::NoKey(name.to_owned()))
    }

    fn all(&self, names: &[String]) -> Result<Vec<PublicKey>, DeskError> {
        names.iter().map(|name| self.one(name)).collect()
    }

    /// `hana=市役所`: a key and the organisation that it speaks for.
    fn writers(&self, names: &[String]) -> Result<BTreeMap<PublicKey, String>, DeskError> {
        let writer = |name: &String| {
            let (name, org) = name.split_once('=').unwrap_or((name, ""));
            Ok((self.one(name)?, org.to_owned()))
        };
        names.iter().map(writer).collect()
    }
}

/// `field=value`: yes, no and whole numbers are such, everything else is text.
fn field_of(written: &str) -> Result<(String, Scalar), DeskError> {
    let wrong = || DeskError::Field(written.to_owned());
    let (field, value) = written.split_once('=').ok_or_else(wrong)?;
    let scalar = match value {
        "true" => Scalar::Bool(true),
        "false" => Scalar::Bool(false),
        // A telephone number begins with 0 and is no number.
        digits if !digits.starts_with('0') => {
            digits.parse().map_or_else(|_| Scalar::Text(digits.to_owned()), Scalar::Int)
        }
        text => Scalar::Text(text.to_owned()),
    };
    Ok((field.to_owned(), scalar))
}

/// One frame of Zstandard.
pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    // Into memory, at a level that there is: nothing can fail.
    zstd::bulk::compress(bytes, 19).unwrap_or_default()
}

fn now() -> u64 {
    u64::try_from(DeviceClock.utc().timestamp()).unwrap_or_default()
}
