//! `tsunagari lock`: a PIN or passphrase before what is kept.

use tsunagari_core::app::vault::State;
use tsunagari_core::text::Texts;

use crate::args::{Global, LockArgs, LockCommand};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, device_now};
use crate::render::{Look, Screen};

/// How it stands, as JSON.
#[derive(serde::Serialize)]
struct Status {
    kept: bool,
    locked: bool,
}

pub(crate) fn run(global: &Global, wanted: &LockArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let need = if matches!(wanted.command, LockCommand::Set { .. }) { Need::Make } else { Need::Open };
    let private = Private::find(global, &wanted.kept, texts, need)?;
    let failed = |error: tsunagari_core::app::vault::VaultError| private.fail(&error.into());
    let before = private.vault.state().map_err(failed)?;
    let old = match (&wanted.command, before) {
        (LockCommand::Set { .. } | LockCommand::Off, State::Locked) => private.secrets.pin().map_err(failed)?,
        _ => zeroize::Zeroizing::default(),
    };
    match &wanted.command {
        LockCommand::Set { new_pin_file } => {
            if before == State::None {
                private.vault.create().map_err(failed)?;
            }
            let new = private.secrets.twice(new_pin_file.as_deref(), "vault-ask-new-pin").map_err(failed)?;
            if new.is_empty() {
                return Err(failed(tsunagari_core::app::vault::VaultError::ShortPin));
            }
            private.vault.set_pin(&old, &new, device_now()).map_err(failed)?;
        }
        LockCommand::Off => private.vault.set_pin(&old, "", device_now()).map_err(failed)?,
        LockCommand::Status => {}
    }
    let state = private.vault.state().map_err(failed)?;
    let mut screen = Screen::new(global);
    if global.json {
        screen.json(&Status { kept: state != State::None, locked: state == State::Locked });
    } else {
        screen.line(0, Look::Plain, &texts.get(if state == State::Locked { "lock-on" } else { "lock-off" }));
    }
    screen.print();
    Ok(Exit::Answer)
}
