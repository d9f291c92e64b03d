//! What every municipality should have: who fills it, or that nothing is known yet.

use tsunagari_core::app::App;
use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::name_in;
use tsunagari_core::directory::finder;
use tsunagari_core::directory::places::{Filling, Slot};
use tsunagari_core::model::Language;

use super::{Look, Screen};

/// Records that are named for what a municipality should have.
const NAMED: usize = 3;

impl Screen {
    /// One line a slot.
    pub(crate) fn slots(&mut self, words: &Words<'_>, app: &App, slots: &[(finder::Words, Slot)]) {
        for (name, slot) in slots {
            let what = name.within(words.language());
            let line = match &slot.filling {
                Filling::Empty => words.texts.with("slot-empty", &[("what", what.into())]),
                Filling::Filled(ids) => {
                    let names: Vec<String> =
                        ids.iter().take(NAMED).map(|id| named(app, id, words.language())).collect();
                    [what.to_owned(), names.join(words.comma())].join(words.colon())
                }
            };
            self.line(0, Look::Plain, &line);
        }
    }
}

/// The name of an entry, with the identifier that `show` takes.
fn named(app: &App, id: &str, language: Language) -> String {
    app.show(id, None)
        .map_or_else(|_| id.to_owned(), |shown| format!("{} [{id}]", name_in(&shown.card.record, language)))
}
