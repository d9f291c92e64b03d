//! `tsunagari bundle`: what publishers signed, taken in from files and carried on.

use std::fs::File;
use std::path::Path;

use tsunagari_core::app::say::{refusal, system_problem};
use tsunagari_core::app::write_whole;
use tsunagari_core::directory::receive::{Outcome, Received, Refusal};
use tsunagari_core::text::Argument;

use super::pack::{packed, sign_of};
use crate::args::{BundleArgs, BundleCommand};
use crate::exit::Exit;
use crate::render::{Look, complain};
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>, wanted: &BundleArgs) -> Result<Exit, Exit> {
    match &wanted.command {
        BundleCommand::Read { file, trust } => read(session, file, trust.as_deref()),
        BundleCommand::Make { packs, out } => make(session, packs, out),
        BundleCommand::List => list(session),
    }
}

fn read(session: &mut Session<'_>, path: &Path, trust: Option<&str>) -> Result<Exit, Exit> {
    let name = path.display().to_string();
    let open = || File::open(path).map_err(|error| error.to_string());
    let unreadable = |session: &Session<'_>, problem: String| {
        let problem = system_problem(&problem, &session.texts);
        complain(
            session.global,
            &session.texts.with("error-read", &[("path", name.clone().into()), ("problem", problem.into())]),
        );
        Exit::BadInput
    };
    let file = open().map_err(|problem| unreadable(session, problem))?;
    let mut done = session.app.receive(file, None);
    // The publisher is named by the file itself; the person has compared its sign with them.
    if let (Err(refused), Some(stated)) = (&done, trust)
        && let Refusal::UnknownPublisher { root, .. } = *refused.why
        && sign_of(&root) == stated.trim()
    {
        let file = open().map_err(|problem| unreadable(session, problem))?;
        done = session.app.receive(file, Some(root));
    }
    let (taken, refused) = match done {
        Ok(taken) => (taken, None),
        Err(refused) => (refused.taken, Some(refused.why)),
    };
    for one in &taken {
        session.screen.line(0, Look::Plain, &told(session, one));
    }
    session.screen.print();
    let Some(why) = refused else { return Ok(Exit::Answer) };
    complain(session.global, &refusal(&why, &session.texts));
    if let Refusal::UnknownPublisher { root, .. } = *why {
        let sign = sign_of(&root);
        complain(session.global, &session.texts.with("bundle-trust", &[("text", sign.into())]));
    }
    Err(Exit::BadInput)
}

fn told(session: &Session<'_>, one: &Received) -> String {
    let number = |number: u32| Argument::from(number.to_string());
    let names = |more: [(&'static str, Argument); 2]| {
        let [first, second] = more;
        [("title", one.title.as_str().into()), ("publisher", one.publisher.as_str().into()), first, second]
    };
    match one.outcome {
        Outcome::Installed { seq, records } => {
            session.texts.with("bundle-installed", &names([("seq", number(seq)), ("count", number(records))]))
        }
        Outcome::Updated { seq, changed, .. } => {
            session.texts.with("bundle-updated", &names([("seq", number(seq)), ("count", number(changed))]))
        }
        Outcome::Same { seq } => {
            session.texts.with("bundle-same", &names([("seq", number(seq)), ("count", number(0))]))
        }
        Outcome::Kept { parts } => {
            session.texts.with("bundle-kept", &names([("seq", number(0)), ("count", number(parts))]))
        }
    }
}

fn make(session: &mut Session<'_>, packs: &[String], out: &Path) -> Result<Exit, Exit> {
    let known = session.app.signed_packs().map_err(|error| session.fail(&error))?;
    let wanted = |pack: &&tsunagari_core::app::SignedPack| {
        if packs.is_empty() { pack.trust != "national" } else { packs.contains(&pack.id) }
    };
    let mut parts = Vec::new();
    for pack in known.iter().filter(wanted) {
        match session.app.carry(&pack.store_id) {
            Ok(more) => parts.extend(more),
            Err(why) => {
                complain(session.global, &refusal(&why, &session.texts));
                return Err(Exit::BadInput);
            }
        }
    }
    if parts.is_empty() {
        complain(session.global, &refusal(&Refusal::NothingInside, &session.texts));
        return Err(Exit::BadInput);
    }
    let name = out.display().to_string();
    let payload = tsunagari_wire::file::payload(parts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())));
    let payload = payload.map_err(|error| {
        complain(session.global, &refusal(&error.into(), &session.texts));
        Exit::BadInput
    })?;
    let bytes = tsunagari_wire::file::wrap(tsunagari_wire::file::Codec::Zstd, payload.len() as u64, &packed(&payload));
    if let Err(error) = write_whole(out, &bytes) {
        let problem = system_problem(&error.to_string(), &session.texts);
        complain(
            session.global,
            &session.texts.with("error-write", &[("path", name.into()), ("problem", problem.into())]),
        );
        return Err(Exit::BadInput);
    }
    session.screen.line(0, Look::Plain, &session.texts.with("bundle-made", &[("path", name.into())]));
    session.screen.print();
    Ok(Exit::Answer)
}

fn list(session: &mut Session<'_>) -> Result<Exit, Exit> {
    let packs = session.app.signed_packs().map_err(|error| session.fail(&error))?;
    if session.global.json {
        session.screen.json(&packs);
        session.screen.print();
        return Ok(Exit::Answer);
    }
    for pack in &packs {
        let trust = session.texts.get(&format!("trust-{}", pack.trust));
        let line = session.texts.with(
            "bundle-list",
            &[
                ("title", pack.title.as_str().into()),
                ("publisher", pack.publisher.as_str().into()),
                ("seq", pack.seq.to_string().into()),
                ("day", pack.built.map(|day| day.to_string()).unwrap_or_default().into()),
                ("count", pack.records.to_string().into()),
                ("trust", trust.into()),
            ],
        );
        session.screen.line(0, Look::Plain, &line);
    }
    for one in session.app.evidence().map_err(|error| session.fail(&error))? {
        let why = session.texts.get(&format!("refused-{}", one.reason));
        let line = session.texts.with(
            "bundle-refused-before",
            &[("name", one.pack.into()), ("day", one.received.into()), ("text", why.into())],
        );
        session.screen.line(0, Look::Dim, &line);
    }
    session.screen.print();
    Ok(Exit::Answer)
}
