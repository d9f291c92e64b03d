//! `tsunagari doctor`.

use tsunagari_core::app::say::store_problem;
use tsunagari_core::directory::answer::Freshness;

use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>) -> Result<Exit, Exit> {
    let doctor = session.app.doctor().map_err(|error| session.fail(&error))?;
    let well = doctor.damage.is_none();
    if session.global.json {
        session.screen.json(&doctor);
        session.screen.print();
        return Ok(if well { Exit::Answer } else { Exit::Store });
    }
    let (words, screen, _) = session.drawing();
    let texts = words.texts;
    screen.line(0, Look::Bold, &texts.get("doctor-title"));
    if doctor.trial_register {
        screen.line(2, Look::Plain, &texts.get("doctor-register"));
    }
    if let Some(folder) = &doctor.folder {
        screen.line(2, Look::Plain, &texts.with("doctor-folder", &[("path", folder.display().to_string().into())]));
    }
    for pack in &doctor.packs {
        let age = texts.get(match pack.freshness {
            Freshness::Fresh => "doctor-pack-fresh",
            Freshness::Old => "doctor-pack-old",
            Freshness::VeryOld => "doctor-pack-very-old",
            Freshness::Undated => "assured-undated",
        });
        let built = pack.built.map_or(age.clone(), |built| format!("{built}（{age}）"));
        let line =
            [("name", pack.name.as_str().into()), ("records", i64::from(pack.records).into()), ("built", built.into())];
        screen.line(2, Look::Plain, &texts.with("doctor-pack", &line));
    }
    let now = doctor.now.format("%Y-%m-%d %H:%M").to_string();
    if doctor.clock_ok {
        screen.line(2, Look::Plain, &texts.with("doctor-clock-ok", &[("now", now.into())]));
    } else {
        let built = doctor.built.map(|built| built.to_string()).unwrap_or_default();
        screen.line(2, Look::Bold, &texts.with("doctor-clock-wrong", &[("now", now.into()), ("built", built.into())]));
    }
    match crate::pdf::font_name() {
        Some(name) => screen.line(2, Look::Plain, &texts.with("doctor-font", &[("name", name.into())])),
        None => screen.line(2, Look::Plain, &texts.get("error-no-font")),
    }
    match &doctor.damage {
        None => screen.line(2, Look::Plain, &texts.get("doctor-store-whole")),
        Some(problem) => {
            let problem = store_problem(problem, texts);
            screen.line(2, Look::Bold, &texts.with("doctor-store-damaged", &[("problem", problem.into())]));
        }
    }
    screen.line(2, Look::Plain, &texts.get("doctor-network"));
    screen.print();
    Ok(if well { Exit::Answer } else { Exit::Store })
}
