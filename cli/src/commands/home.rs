//! `tsunagari home`: the one quiet line, and what was chosen about it.

use chrono_tz::Asia::Tokyo;
use tsunagari_core::app::say::home_why;
use tsunagari_core::app::{AppError, HomeChoice, HomeWhy, Kept, QuietLine};
use tsunagari_core::directory::answer::name_in;
use tsunagari_core::model::Words;

use crate::args::{Global, HomeArgs, HomeCommand};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, complain};
use crate::session::Session;

/// The line as JSON.
#[derive(serde::Serialize)]
struct LineJson<'a> {
    id: &'a str,
    text: &'a str,
    record: Option<&'a str>,
    search: Option<&'a str>,
    because: HomeWhy,
    why: Vec<String>,
}

pub(crate) fn run(global: &Global, wanted: &HomeArgs) -> Result<Exit, Exit> {
    let command = wanted.command.as_ref();
    let chooses =
        matches!(command, Some(HomeCommand::Area { remove: false, .. } | HomeCommand::Age { remove: false, .. }));
    let texts = &tsunagari_core::text::Texts::new(global.lang);
    let need = if chooses { Need::Make } else { Need::Open };
    // Who keeps nothing gets no line, and an area that is not clear makes no store.
    let private = (!chooses).then(|| Private::open(global, &wanted.kept, texts, need)).transpose()?;
    let mut session = Session::open(global)?;
    let area = match command {
        Some(HomeCommand::Area { area, .. }) => session.area(area.as_deref())?,
        _ => None,
    };
    let kept = match private {
        Some(kept) => kept,
        None => Private::open(global, &wanted.kept, texts, need)?,
    };
    let failed = |error: AppError| session.fail(&error);
    let said = match command {
        None => return line(&mut session, &kept, false),
        Some(HomeCommand::Why) => return line(&mut session, &kept, true),
        Some(HomeCommand::Never { id }) => {
            kept.never_on_home(id, session.app.national()).map_err(failed)?;
            "home-never"
        }
        Some(HomeCommand::Area { .. }) => {
            kept.set_home_area(area.as_ref()).map_err(failed)?;
            if area.is_some() { "home-area-set" } else { "home-area-removed" }
        }
        Some(HomeCommand::Age { band, .. }) => {
            kept.set_home_age(band.map(|band| band.0)).map_err(failed)?;
            if band.is_some() { "home-age-set" } else { "home-age-removed" }
        }
        Some(HomeCommand::Off) => {
            kept.set_home_off(true).map_err(failed)?;
            "home-off"
        }
        Some(HomeCommand::On) => {
            kept.set_home_off(false).map_err(failed)?;
            "home-on"
        }
    };
    if global.json {
        let choice: HomeChoice = kept.home_choice().map_err(failed)?;
        session.screen.json(&choice);
    } else {
        session.screen.line(0, Look::Plain, &texts.get(said));
    }
    session.screen.print();
    Ok(Exit::Answer)
}

fn line(session: &mut Session<'_>, kept: &Kept, why: bool) -> Result<Exit, Exit> {
    let global = session.global;
    let found = kept.home(session.app.national(), now(global), Tokyo).map_err(|error| session.fail(&error))?;
    let Some(QuietLine { rule, why: because }) = found else {
        complain(global, &session.texts.get("home-none"));
        return Err(Exit::Nothing);
    };
    let within = |words: &Words| words.within(global.lang).to_owned();
    let (text, search) = (within(&rule.text), rule.search.as_ref().map(within));
    let reasons = home_why(&because, &session.texts);
    if global.json {
        let (record, search) = (rule.record.as_deref(), search.as_deref());
        session.screen.json(&LineJson { id: &rule.id, text: &text, record, search, because, why: reasons });
        session.screen.print();
        return Ok(Exit::Answer);
    }
    let mut below = Vec::new();
    if why {
        below.extend(reasons.iter().map(|reason| format!("・{reason}")));
    } else {
        if let Some(id) = &rule.record {
            let found = session.app.show(id, None).map_err(|error| session.fail(&error))?;
            let name = name_in(&found.card.record, global.lang).to_owned();
            below.push(session.texts.with("home-lead-record", &[("id", id.as_str().into()), ("name", name.into())]));
        }
        if let Some(words) = search {
            below.push(session.texts.with("home-lead-search", &[("words", words.into())]));
        }
        below.push(session.texts.get("home-how-why"));
    }
    below.push(session.texts.with("home-how-never", &[("id", rule.id.as_str().into())]));
    session.screen.line(0, Look::Plain, &text);
    if why {
        session.screen.gap();
        session.screen.line(0, Look::Bold, &session.texts.get("home-why-title"));
    }
    for line in below {
        session.screen.line(0, Look::Dim, &line);
    }
    session.screen.print();
    Ok(Exit::Answer)
}
