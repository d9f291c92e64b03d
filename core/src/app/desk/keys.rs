//! Keys that sign, each in a file under a passphrase that the standard tool `age` opens, too.

use std::path::PathBuf;

use super::{Desk, DeskError};
use crate::crypto::{PublicKey, SigningKey, open_file, seal_file};

/// Where a key lies.
fn path(name: &str, ending: &str) -> PathBuf {
    PathBuf::from("keys").join(format!("{name}.{ending}"))
}

pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 40
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl Desk {
    /// Draws a new key and keeps it under a passphrase. What it may do is for the charter to say.
    ///
    /// # Errors
    /// [`DeskError::KeyThere`], [`DeskError::Name`].
    pub fn new_key(folder: &std::path::Path, name: &str, passphrase: &str, cost: u8) -> Result<PublicKey, DeskError> {
        if !is_name(name) {
            return Err(DeskError::Name(name.to_owned()));
        }
        let file = folder.join(path(name, "age"));
        if file.exists() {
            return Err(DeskError::KeyThere(name.to_owned()));
        }
        let seed = SigningKey::draw_seed()?;
        let public = SigningKey::from_seed(&seed)?.public();
        let sealed = seal_file(passphrase, cost, &*seed)?;
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent).map_err(|error| DeskError::write(parent, &error))?;
        }
        let hex: String = public.0.iter().map(|byte| format!("{byte:02x}")).collect();
        let write = |file: &std::path::Path, bytes: &[u8]| {
            crate::app::write_whole(file, bytes).map_err(|error| DeskError::write(file, &error))
        };
        write(&folder.join(path(name, "pub")), format!("{hex}\n").as_bytes())?;
        write(&file, &sealed)?;
        // Read back: a key that does not open is found now, not when it is needed.
        open(&sealed, name, passphrase)?;
        Ok(public)
    }

    /// Opens a key.
    ///
    /// # Errors
    /// [`DeskError::NoKey`], [`DeskError::Passphrase`].
    pub fn key(folder: &std::path::Path, name: &str, passphrase: &str) -> Result<SigningKey, DeskError> {
        let file = folder.join(path(name, "age"));
        let sealed = std::fs::read(&file).map_err(|_| DeskError::NoKey(name.to_owned()))?;
        open(&sealed, name, passphrase)
    }

    /// Names of keys in the folder, each with its public half. The private halves may be elsewhere.
    ///
    /// # Errors
    /// [`DeskError::File`].
    pub fn keys(folder: &std::path::Path) -> Result<Vec<(String, PublicKey)>, DeskError> {
        let mut keys = Vec::new();
        let below = folder.join("keys");
        let Ok(entries) = std::fs::read_dir(&below) else { return Ok(keys) };
        for entry in entries {
            let path = entry.map_err(|error| DeskError::file(&below, &error))?.path();
            if path.extension().is_none_or(|ending| ending != "pub") {
                continue;
            }
            let text = std::fs::read_to_string(&path).map_err(|error| DeskError::file(&path, &error))?;
            let public = public(text.trim()).ok_or_else(|| DeskError::torn(&path, &"this is no public key"))?;
            keys.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), public));
        }
        keys.sort();
        Ok(keys)
    }
}

fn open(sealed: &[u8], name: &str, passphrase: &str) -> Result<SigningKey, DeskError> {
    let seed = open_file(passphrase, sealed).map_err(|_| DeskError::Passphrase(name.to_owned()))?;
    let seed: &[u8; 32] = seed.as_slice().try_into().map_err(|_| DeskError::Passphrase(name.to_owned()))?;
    Ok(SigningKey::from_seed(seed)?)
}

/// A public key from 64 hexadecimal digits.
#[must_use]
pub(super) fn public(hex: &str) -> Option<PublicKey> {
    let digits: Option<Vec<u8>> = hex.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| digits.len() == 64)?;
    let bytes: Vec<u8> = digits.chunks(2).filter_map(|pair| Some(pair.first()? << 4 | pair.get(1)?)).collect();
    PublicKey::from_slice(&bytes)
}
