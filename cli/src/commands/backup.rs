//! `tsunagari backup` and `restore`: all that is kept, in one file under a passphrase.

use std::path::Path;

use chrono::{DateTime, Utc};
use tsunagari_core::app::{AppError, BackupSays, Checked};
use tsunagari_core::env::in_japan;
use tsunagari_core::text::Texts;
use zeroize::Zeroizing;

use crate::args::{BackupArgs, BackupCommand, Global, RestoreArgs};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, Screen};
use crate::secrets::Secrets;
use crate::session::fail;

pub(crate) fn run(global: &Global, wanted: &BackupArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let mut screen = Screen::new(global);
    let file = wanted.backup_passphrase_file.as_deref();
    let secrets = Secrets::new(&wanted.kept, texts);
    let new = |question| secrets.twice(file, question).map_err(AppError::from);
    let ended = (|| -> Result<Result<Exit, AppError>, Exit> {
        if let BackupCommand::Check { file: path } = &wanted.command {
            return Ok(open(path, file, &secrets).map(|backup| {
                says(&mut screen, global, texts, "backup-whole", backup.says());
                Exit::Answer
            }));
        }
        let kept = Private::open(global, &wanted.kept, texts, Need::Open)?;
        let now = now(global);
        Ok((|| -> Result<Exit, AppError> {
            match &wanted.command {
                BackupCommand::Make { file: path } => {
                    let made = kept.back_up(path, &new("backup-ask-new")?, now)?;
                    says(&mut screen, global, texts, "backup-made", &made);
                }
                BackupCommand::Schedule { dir, every } => {
                    kept.schedule_backup(Some((dir, &new("backup-ask-new")?, *every)), now)?;
                    let said = [("folder", dir.display().to_string().into()), ("days", every.to_string().into())];
                    line(&mut screen, global, &texts.with("backup-scheduled", &said));
                }
                BackupCommand::Off => {
                    kept.schedule_backup(None, now)?;
                    line(&mut screen, global, &texts.get("backup-off"));
                }
                BackupCommand::Run => {
                    if kept.back_up_if_due(now)? {
                        let made = texts.with("backup-made", &[("made", local(now).into())]);
                        line(&mut screen, global, &made);
                    } else {
                        line(&mut screen, global, &texts.get("backup-not-due"));
                        return Ok(Exit::Nothing);
                    }
                }
                BackupCommand::Status => {
                    let schedule = kept.backup_schedule(now)?;
                    if global.json {
                        screen.json(&schedule);
                    } else if let Some(found) = schedule {
                        let worked = found.worked.map_or_else(|| texts.get("backup-never"), local);
                        let said = [
                            ("folder", found.folder.display().to_string().into()),
                            ("days", found.every_days.to_string().into()),
                            ("worked", worked.into()),
                        ];
                        screen.line(0, Look::Plain, &texts.with("backup-status", &said));
                    } else {
                        screen.line(0, Look::Plain, &texts.get("backup-none"));
                    }
                }
                BackupCommand::Check { .. } => {}
            }
            Ok(Exit::Answer)
        })())
    })()?;
    let exit = ended.map_err(|error| fail(global, texts, &error))?;
    screen.print();
    Ok(exit)
}

pub(crate) fn restore(global: &Global, wanted: &RestoreArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let secrets = Secrets::new(&wanted.kept, texts);
    let failed = |error: AppError| fail(global, texts, &error);
    // The file first: nothing is made here for one that does not open.
    let backup = open(&wanted.file, wanted.backup_passphrase_file.as_deref(), &secrets).map_err(failed)?;
    let kept = Private::open(global, &wanted.kept, texts, Need::Make)?;
    kept.restore(&backup, wanted.replace).map_err(failed)?;
    let mut screen = Screen::new(global);
    says(&mut screen, global, texts, "backup-restored", backup.says());
    if !global.json {
        screen.line(0, Look::Dim, &texts.get("backup-restored-next"));
    }
    screen.print();
    Ok(Exit::Answer)
}

fn open(path: &Path, file: Option<&Path>, secrets: &Secrets<'_>) -> Result<Checked, AppError> {
    let passphrase: Zeroizing<String> = secrets.once(file, "backup-ask")?;
    Checked::open(path, &passphrase)
}

fn says(screen: &mut Screen, global: &Global, texts: &Texts, id: &str, says: &BackupSays) {
    if global.json {
        screen.json(says);
    } else {
        screen.line(0, Look::Plain, &texts.with(id, &[("made", local(says.made).into())]));
    }
}

fn line(screen: &mut Screen, global: &Global, text: &str) {
    if global.json {
        screen.json(&serde_json::json!({ "done": true }));
    } else {
        screen.line(0, Look::Plain, text);
    }
}

/// In Japanese time, as everywhere on the screen.
fn local(at: DateTime<Utc>) -> String {
    in_japan(at).format("%Y-%m-%d %H:%M").to_string()
}
