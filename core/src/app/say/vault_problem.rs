//! What is wrong with keys, locks, check-ins and backups, in the language of the screen.

use super::{store_problem, system_problem};
use crate::app::BackupError;
use crate::app::vault::VaultError;
use crate::env::{SecretBoxError, in_japan};
use crate::model::{Rule, RuleError};
use crate::text::{Argument, Texts};

/// Why the private store did not open, and what a person can do about it.
#[must_use]
pub fn vault_problem(error: &VaultError, texts: &Texts) -> String {
    let path = |path: &std::path::Path| Argument::from(path.display().to_string());
    match error {
        VaultError::NoStore => texts.get("vault-no-store"),
        VaultError::Locked => texts.get("vault-locked"),
        VaultError::WrongPin => texts.get("vault-wrong-pin"),
        // Japan's time, as everywhere on the screen.
        VaultError::TooSoon(from) => {
            let from = in_japan(*from);
            texts.with("vault-too-soon", &[("time", from.format("%Y-%m-%d %H:%M").to_string().into())])
        }
        VaultError::ShortPin => texts.with("vault-short-pin", &[("min", VaultError::SHORTEST_PIN.to_string().into())]),
        VaultError::NotTheSame => texts.get("vault-ask-differ"),
        VaultError::NobodyToAsk => texts.get("vault-no-terminal"),
        VaultError::NoLock => texts.get("vault-no-lock"),
        VaultError::NoBiometric => texts.get("vault-no-biometric"),
        VaultError::KeyMismatch { path: at } => texts.with("vault-key-mismatch", &[("path", path(at))]),
        VaultError::Gone { path: at, beside } => {
            texts.with("vault-gone", &[("path", path(at)), ("beside", path(beside))])
        }
        VaultError::KeyLost => texts.get("vault-key-lost"),
        VaultError::KeyFile { path: at, .. } => texts.with("vault-key-file", &[("path", path(at))]),
        VaultError::File { path: at, detail } => {
            let problem = system_problem(detail, texts).into();
            texts.with("store-cannot-open", &[("path", path(at)), ("problem", problem)])
        }
        VaultError::Keystore(SecretBoxError::Locked) => texts.get("vault-keystore-locked"),
        VaultError::Keystore(SecretBoxError::Refused) => texts.get("vault-keystore-refused"),
        VaultError::Keystore(SecretBoxError::Unavailable(detail)) => {
            texts.with("vault-keystore-unavailable", &[("problem", system_problem(detail, texts).into())])
        }
        VaultError::Crypto(_) => texts.get("vault-crypto"),
        VaultError::Store(error) => store_problem(error, texts),
    }
}

/// Why a check-in cannot be kept so.
#[must_use]
pub fn rule_problem(error: RuleError, texts: &Texts) -> String {
    let max = |id: &str, max: usize| texts.with(id, &[("max", max.to_string().into())]);
    match error {
        RuleError::Text(_) => max("rule-text", Rule::LONGEST_TEXT),
        RuleError::Window => texts.get("rule-window"),
        RuleError::Unless => max("rule-unless", usize::from(Rule::LONGEST_UNLESS)),
        RuleError::OnlyQuiet => texts.get("rule-only-quiet"),
        RuleError::TooMany => max("rule-too-many", Rule::MOST),
    }
}

/// Why a backup was not made or not restored.
#[must_use]
pub fn backup_problem(error: &BackupError, texts: &Texts) -> String {
    let about = |id: &str, path: &std::path::Path| texts.with(id, &[("path", path.display().to_string().into())]);
    match error {
        BackupError::Damaged { path } => about("backup-damaged", path),
        BackupError::Passphrase { path } => about("backup-passphrase", path),
        BackupError::TooCostly { path } => about("backup-too-costly", path),
        BackupError::Newer => texts.get("backup-newer"),
        BackupError::Content(problem) => texts.with("backup-content", &[("problem", problem.as_str().into())]),
        BackupError::NotEmpty => texts.get("backup-not-empty"),
        BackupError::ShortPassphrase => {
            texts.with("backup-short-passphrase", &[("min", BackupError::SHORTEST.to_string().into())])
        }
    }
}
