//! `tsunagari own`: entries that a person wrote themselves.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Kept, OwnCard, OwnWords};
use tsunagari_core::model::{EventId, OpenState};
use tsunagari_core::text::Texts;

use super::find;
use crate::args::{Global, OwnArgs, OwnCommand, OwnRest};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, Screen};
use crate::session::{Session, fail};

/// The id of what was written, as JSON.
#[derive(serde::Serialize)]
struct Saved {
    id: String,
}

pub(crate) fn run(global: &Global, wanted: &OwnArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let command = wanted.command.as_ref().unwrap_or(&OwnCommand::List);
    let need = if matches!(command, OwnCommand::Add { .. }) { Need::Make } else { Need::Open };
    let kept = Private::open(global, &wanted.kept, texts, need)?;
    let failed = |error: AppError| fail(global, texts, &error);
    let mut screen = Screen::new(global);
    match command {
        OwnCommand::Add { words, rest } => {
            let words = own_words(Some(find::typed_words(words)), rest);
            saved(&mut screen, global, texts, kept.add_own(&words, now(global)).map_err(failed)?);
        }
        OwnCommand::Change { id, name, rest } => {
            let words = own_words(name.clone(), rest);
            saved(&mut screen, global, texts, kept.change_own(id, &words, now(global)).map_err(failed)?);
        }
        OwnCommand::Remove { id } => {
            kept.remove_own(id).map_err(failed)?;
            if !global.json {
                screen.line(0, Look::Plain, &texts.get("own-removed"));
            }
        }
        OwnCommand::List => return list(global, &kept, None),
        OwnCommand::Find { words } => return list(global, &kept, Some(find::typed_words(words))),
    }
    screen.print();
    Ok(Exit::Answer)
}

fn own_words(name: Option<String>, rest: &OwnRest) -> OwnWords {
    let OwnRest { kana, tel, address, hours, note } = rest;
    let [kana, tel, address, hours, note] = [kana, tel, address, hours, note].map(Clone::clone);
    OwnWords { name, kana, tel, address, hours, note }
}

fn saved(screen: &mut Screen, global: &Global, texts: &Texts, id: EventId) {
    let id = id.to_string();
    if global.json {
        screen.json(&Saved { id });
    } else {
        screen.line(0, Look::Plain, &texts.with("own-saved", &[("id", id.into())]));
    }
}

fn list(global: &Global, kept: &Kept, typed: Option<String>) -> Result<Exit, Exit> {
    let mut session = Session::open(global)?;
    let owns = match &typed {
        Some(typed) => session.app.find_own(kept, typed),
        None => session.app.owns(kept),
    };
    let owns = owns.map_err(|error| session.fail(&error))?;
    if global.json {
        session.screen.json(&owns);
    } else {
        let (words, screen, _) = session.drawing();
        let none = if typed.is_some() { "own-not-found" } else { "own-none" };
        screen.line(0, Look::Bold, &words.texts.get(if owns.is_empty() { none } else { "own-title" }));
        screen.owns(&words, &owns);
    }
    session.screen.print();
    Ok(if typed.is_some() && owns.is_empty() { Exit::Nothing } else { Exit::Answer })
}

impl Screen {
    /// Entries of one's own, each said to be that.
    pub(crate) fn owns(&mut self, words: &Words<'_>, owns: &[OwnCard]) {
        for own in owns {
            self.gap();
            let name = if own.kana.is_empty() { own.name.clone() } else { words.remark(&own.name, &own.kana) };
            self.written(0, "", Look::Bold, &name);
            self.line(3, Look::Dim, &words.texts.get("own-label"));
            if !own.tel.is_empty() {
                self.line(3, Look::Plain, &words.texts.with("own-tel", &[("number", own.tel.as_str().into())]));
            }
            if !own.hours.is_empty() {
                let open = matches!(own.state, OpenState::Open { .. });
                self.line(3, if open { Look::Good } else { Look::Dim }, &words.state(&own.state));
                self.line(3, Look::Plain, &words.texts.with("own-hours", &[("words", own.hours.as_str().into())]));
            }
            if !own.address.is_empty() {
                self.line(3, Look::Plain, &words.texts.with("address", &[("place", own.address.as_str().into())]));
            }
            if !own.note.is_empty() {
                self.written(3, "", Look::Plain, &own.note);
            }
            self.line(3, Look::Dim, &format!("[{}]", own.id));
        }
    }
}
