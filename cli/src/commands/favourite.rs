//! `tsunagari favourite`: entries that somebody wants to find again.

use tsunagari_core::app::KeptEntry;
use tsunagari_core::app::say::Words;
use tsunagari_core::text::Texts;

use crate::args::{FavouriteArgs, FavouriteCommand, Global};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, Screen, complain};
use crate::session::Session;

pub(crate) fn run(global: &Global, wanted: &FavouriteArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let command = wanted.command.as_ref().unwrap_or(&FavouriteCommand::List);
    let need = if matches!(command, FavouriteCommand::Add { .. }) { Need::Make } else { Need::Open };
    let mut session = Session::open(global)?;
    if let FavouriteCommand::Add { id } = command {
        // An entry that does not exist makes no store.
        session.app.show(id, None).map_err(|error| session.fail(&error))?;
    }
    let kept = Private::open(global, &wanted.kept, texts, need)?;
    let said = match command {
        FavouriteCommand::Add { id } => {
            let name = session.app.add_favourite(&kept, id, global.lang, now(global));
            let name = name.map_err(|error| session.fail(&error))?;
            Some(texts.with("favourite-added", &[("name", name.into())]))
        }
        FavouriteCommand::Remove { id } => {
            if !kept.remove_favourite(id).map_err(|error| session.fail(&error))? {
                complain(global, &texts.get("favourite-not-there"));
                return Err(Exit::Nothing);
            }
            Some(texts.get("favourite-removed"))
        }
        FavouriteCommand::List => None,
    };
    let favourites = session.app.favourites(&kept).map_err(|error| session.fail(&error))?;
    if global.json {
        session.screen.json(&favourites);
    } else if let Some(said) = said {
        session.screen.line(0, Look::Plain, &said);
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        screen.favourites(&words, &favourites);
    }
    session.screen.print();
    Ok(Exit::Answer)
}

impl Screen {
    fn favourites(&mut self, words: &Words<'_>, favourites: &[KeptEntry]) {
        let title = if favourites.is_empty() { "favourite-none" } else { "favourite-title" };
        self.line(0, Look::Bold, &words.texts.get(title));
        for favourite in favourites {
            self.gap();
            match &favourite.card {
                Some(card) => self.card(words, card, None),
                None => {
                    self.written(0, "", Look::Bold, &favourite.name);
                    self.line(3, Look::Dim, &format!("{}　[{}]", words.texts.get("plan-gone"), favourite.id));
                }
            }
        }
    }
}
