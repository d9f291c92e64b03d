//! `tsunagari forget`: everything a person kept, keys first.

use std::io::{IsTerminal as _, Write as _};

use tsunagari_core::app::vault::forget::forget;
use tsunagari_core::text::{Texts, plain};

use crate::args::{ForgetArgs, Global};
use crate::exit::Exit;
use crate::private::{folder, to_shred};
use crate::render::{Look, Screen, complain};
use crate::session::fail;

pub(crate) fn run(global: &Global, wanted: &ForgetArgs) -> Result<Exit, Exit> {
    let texts = Texts::new(global.lang);
    if !wanted.yes && !asked(&texts) {
        complain(global, &texts.get("forget-not"));
        return Ok(Exit::Stopped);
    }
    let keystore = to_shred(global, &texts)?;
    forget(&folder(global, &texts)?, &*keystore).map_err(|error| fail(global, &texts, &error.into()))?;
    let mut screen = Screen::new(global);
    if global.json {
        screen.json(&serde_json::json!({ "forgotten": true }));
    } else {
        screen.line(0, Look::Plain, &texts.get("forget-done"));
        screen.line(0, Look::Dim, &texts.get("forget-elsewhere"));
    }
    screen.print();
    Ok(Exit::Answer)
}

/// Asks once, by a word that nobody types by chance. Where nobody can answer, nothing is forgotten.
fn asked(texts: &Texts) -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    let word = plain(&texts.get("forget-word"), texts.language());
    let question = plain(&texts.with("forget-ask", &[("word", word.as_str().into())]), texts.language());
    let mut typed = String::new();
    let mut err = std::io::stderr().lock();
    let asked = write!(err, "{question}").and_then(|()| err.flush());
    asked.and_then(|()| std::io::stdin().read_line(&mut typed)).is_ok() && typed.trim() == word
}
