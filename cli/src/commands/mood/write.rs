//! Writing down, changing, erasing, putting away.

use std::collections::BTreeSet;

use serde_json::json;
use tsunagari_core::app::{MoodChange, MoodDraft};
use tsunagari_core::journal::{Entry, JournalError};

use super::{Run, says_yes, talks, then};
use crate::args::{AddArgs, AmendArgs, Part};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::render::{Look, Screen};

/// Levels after which somebody is asked whether they want a step.
const HEAVY: u8 = 2;

pub(super) fn add(run: &Run<'_>, wanted: &AddArgs) -> Result<Exit, Exit> {
    let level = run.vocabulary.level_named(&wanted.level).map_err(|error| run.fail(error))?;
    let draft = MoodDraft {
        level,
        labels: codes(run, &wanted.label, |word| run.vocabulary.label(word))?,
        contexts: codes(run, &wanted.context, |word| run.vocabulary.context(word))?,
        note: run.note(wanted.note.as_ref())?.unwrap_or_default(),
        at: wanted.at,
    };
    let mood = run.kept(Need::Make)?.log_mood(draft, run.now).map_err(|error| run.fail(error))?;
    if !run.global.json {
        let mut screen = Screen::new(run.global);
        screen.line(0, Look::Plain, &run.texts.get("mood-logged"));
        screen.mood(&run.drawing(), &mood);
        if run.vocabulary.calls_for_lines(&mood) && !wanted.then {
            screen.line(2, Look::Plain, &run.texts.get("mood-lines"));
        }
        screen.print();
    }
    let heavy = level.number() <= HEAVY && talks(run.global);
    if wanted.then || (heavy && says_yes(run.texts, "mood-then-ask")) {
        return then::show(run, &mood, wanted.area.as_deref());
    }
    if run.global.json {
        run.say(&json!({ "entry": Entry::from(&mood) }), "mood-logged");
    }
    Ok(Exit::Answer)
}

pub(super) fn amend(run: &Run<'_>, wanted: &AmendArgs) -> Result<Exit, Exit> {
    let level = wanted.level.as_deref().map(|level| run.vocabulary.level_named(level));
    let cleared = |part: Part| wanted.clear.contains(&part);
    let words =
        |given: &[String], part: Part, codes: BTreeSet<String>| (!given.is_empty() || cleared(part)).then_some(codes);
    let labels = codes(run, &wanted.label, |word| run.vocabulary.label(word))?;
    let contexts = codes(run, &wanted.context, |word| run.vocabulary.context(word))?;
    let change = MoodChange {
        level: level.transpose().map_err(|error| run.fail(error))?,
        labels: words(&wanted.label, Part::Labels, labels),
        contexts: words(&wanted.context, Part::Contexts, contexts),
        note: run.note(wanted.note.as_ref())?.or_else(|| cleared(Part::Notes).then(String::new)),
        at: wanted.at,
    };
    let id = run.id(&wanted.id)?;
    let mood = run.kept(Need::Open)?.amend_mood(id, change, run.now).map_err(|error| run.fail(error))?;
    let mut screen = Screen::new(run.global);
    if run.global.json {
        screen.json(&json!({ "entry": Entry::from(&mood) }));
    } else {
        screen.line(0, Look::Plain, &run.texts.get("mood-amended"));
        screen.mood(&run.drawing(), &mood);
    }
    screen.print();
    Ok(Exit::Answer)
}

pub(super) fn erase(run: &Run<'_>, id: &str) -> Result<Exit, Exit> {
    let id = run.id(id)?;
    run.kept(Need::Open)?.erase_mood(id).map_err(|error| run.fail(error))?;
    Ok(run.say(&json!({ "erased": id.to_string() }), "mood-erased"))
}

pub(super) fn hide(run: &Run<'_>, hidden: bool) -> Result<Exit, Exit> {
    // Putting away may come before the first entry; bringing back makes nothing.
    let need = if hidden { Need::Make } else { Need::Open };
    run.kept(need)?.hide_mood(hidden).map_err(|error| run.fail(error))?;
    Ok(run.say(&json!({ "hidden": hidden }), if hidden { "mood-put-away" } else { "mood-back" }))
}

fn codes(
    run: &Run<'_>,
    typed: &[String],
    code: impl Fn(&str) -> Result<String, JournalError>,
) -> Result<BTreeSet<String>, Exit> {
    typed.iter().map(|word| code(word)).collect::<Result<_, _>>().map_err(|error| run.fail(error))
}
