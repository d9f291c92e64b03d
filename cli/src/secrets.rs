//! PINs and passphrases: from files, or asked for on the terminal without showing them.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use tsunagari_core::app::vault::VaultError;
use tsunagari_core::text::{Texts, plain};
use zeroize::Zeroizing;

use crate::args::KeptArgs;

/// A file with a secret is not longer, in bytes.
const LONGEST: u64 = 4_096;

/// How to come by what only the person knows.
pub(crate) struct Secrets<'a> {
    args: &'a KeptArgs,
    texts: &'a Texts,
}

impl<'a> Secrets<'a> {
    pub(crate) const fn new(args: &'a KeptArgs, texts: &'a Texts) -> Self {
        Self { args, texts }
    }

    /// Whether a passphrase was given without asking: then it is what protects a new key.
    pub(crate) const fn gives_passphrase(&self) -> bool {
        self.args.passphrase_file.is_some()
    }

    /// Whether the PIN of the lock was given without asking.
    pub(crate) const fn gives_pin(&self) -> bool {
        self.args.pin_file.is_some()
    }

    /// The passphrase of the key of this device.
    pub(crate) fn passphrase(&self) -> Result<Zeroizing<String>, VaultError> {
        self.once(self.args.passphrase_file.as_deref(), "vault-ask-passphrase")
    }

    /// A new one.
    pub(crate) fn new_passphrase(&self) -> Result<Zeroizing<String>, VaultError> {
        self.twice(self.args.passphrase_file.as_deref(), "vault-ask-new-passphrase")
    }

    /// The PIN of the lock.
    pub(crate) fn pin(&self) -> Result<Zeroizing<String>, VaultError> {
        self.once(self.args.pin_file.as_deref(), "vault-ask-pin")
    }

    /// A secret from a file, or asked for twice.
    pub(crate) fn twice(&self, file: Option<&Path>, question: &str) -> Result<Zeroizing<String>, VaultError> {
        let first = self.once(file, question)?;
        if file.is_none() && *self.once(None, "vault-ask-again")? != *first {
            return Err(VaultError::NotTheSame);
        }
        Ok(first)
    }

    /// A secret from a file, or asked for.
    pub(crate) fn once(&self, file: Option<&Path>, question: &str) -> Result<Zeroizing<String>, VaultError> {
        let question = plain(&self.texts.get(question), self.texts.language());
        line_of(file, &question)
    }
}

/// The first line of a file, or what is typed without showing it.
pub(crate) fn line_of(file: Option<&Path>, question: &str) -> Result<Zeroizing<String>, VaultError> {
    let Some(path) = file else {
        return rpassword::prompt_password(question).map(Zeroizing::new).map_err(|_| VaultError::NobodyToAsk);
    };
    let mut text = Zeroizing::new(String::new());
    let read = std::fs::File::open(path).and_then(|file| file.take(LONGEST).read_to_string(&mut text));
    read.map_err(|error| VaultError::File { path: PathBuf::from(path), detail: error.to_string() })?;
    Ok(Zeroizing::new(text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned()))
}
