//! Where a desktop keeps the key of the device: in the keyring of the system where there is one, else in a file of the
//! data folder under a passphrase.

use std::path::Path;
use std::sync::Arc;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use tsunagari_core::app::vault::{KEY_BOX_FILE, KeyBox, LOCK_FILE, Vault, VaultError};
use tsunagari_core::crypto::{KdfCost, draw};
use tsunagari_core::env::{SecretBox, SecretBoxError, SystemRandom};
use tsunagari_core::model::Key;

use crate::secrets::Secrets;

/// The name under which a keyring shows the key.
const SERVICE: &str = "tsunagari";
/// In the data folder: which key of the keyring is its own.
const KEYRING_FILE: &str = "keyring";

/// What somebody may do with the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Open what is there.
    Open,
    /// Make one, when there is none.
    Make,
    /// Throw it away; that needs no passphrase.
    Shred,
}

/// Forgetting waits until nobody has the folder open, and nobody opens it meanwhile: else a program that was at work
/// would go on with keys that are gone. Held until the program ends. Looking makes no file.
fn hold(folder: &Path, need: Need) -> std::io::Result<()> {
    let path = folder.join(LOCK_FILE);
    if need == Need::Make {
        std::fs::create_dir_all(folder)?;
    } else if !path.exists() {
        return Ok(());
    }
    let file = std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    // The first key is made by one program; others wait and open it.
    let first = need == Need::Make && !folder.join(KEY_BOX_FILE).exists() && !folder.join(KEYRING_FILE).exists();
    if need == Need::Shred || first {
        file.lock()?
    } else {
        file.lock_shared()?
    }
    std::mem::forget(file);
    Ok(())
}

/// The keystore of a data folder.
pub(crate) fn open(folder: &Path, need: Need, secrets: &Secrets<'_>) -> Result<Arc<dyn SecretBox>, VaultError> {
    hold(folder, need).map_err(|error| unusable(&folder.join(LOCK_FILE), &error))?;
    if folder.join(KEY_BOX_FILE).exists() {
        return Ok(Arc::new(match need {
            Need::Shred => KeyBox::closed(folder),
            Need::Open | Need::Make => KeyBox::open(folder, &secrets.passphrase()?)?,
        }));
    }
    let name = folder.join(KEYRING_FILE);
    match std::fs::read_to_string(&name) {
        Ok(id) => Ok(Arc::new(in_keyring(id.trim(), &name)?)),
        Err(_) if need == Need::Shred => Ok(Arc::new(KeyBox::closed(folder))),
        // Something is kept, and what opens it is not there.
        Err(_) if Vault::keeps_something(folder) => Err(VaultError::KeyLost),
        Err(_) if need == Need::Open => Err(VaultError::NoStore),
        Err(_) => make(folder, &name, secrets),
    }
}

fn make(folder: &Path, name: &Path, secrets: &Secrets<'_>) -> Result<Arc<dyn SecretBox>, VaultError> {
    std::fs::create_dir_all(folder).map_err(|error| unusable(name, &error))?;
    if !secrets.gives_passphrase() {
        let id = draw(&SystemRandom)?.hex().chars().take(16).collect::<String>();
        let key = draw(&SystemRandom)?;
        if entry(&id).and_then(|entry| entry.set_secret(key.bytes())).is_ok() {
            tsunagari_core::app::write_whole(name, id.as_bytes()).map_err(|error| unusable(name, &error))?;
            return Ok(Arc::new(in_keyring(&id, name)?));
        }
    }
    let passphrase = secrets.new_passphrase()?;
    Ok(Arc::new(KeyBox::make(folder, &passphrase, KdfCost::PHONE, &SystemRandom)?))
}

/// The key that the keyring has under this id.
fn in_keyring(id: &str, name: &Path) -> Result<KeyBox, VaultError> {
    let key = match entry(id).and_then(|entry| entry.get_secret()) {
        Ok(mut bytes) => Key::take(&mut bytes),
        Err(Error::NoEntry) => None,
        Err(Error::NoStorageAccess(_)) => return Err(SecretBoxError::Locked.into()),
        Err(error) => return Err(SecretBoxError::Unavailable(error.to_string()).into()),
    };
    let (id, name) = (id.to_owned(), name.to_path_buf());
    Ok(KeyBox::new(key, move || {
        match entry(&id).and_then(|entry| entry.delete_credential()) {
            Ok(()) | Err(Error::NoEntry) => {}
            Err(error) => return Err(SecretBoxError::Unavailable(error.to_string())),
        }
        // Nothing secret: which key it was.
        tsunagari_core::app::vault::forget::shred(&name).map_err(|error| SecretBoxError::Unavailable(error.to_string()))
    }))
}

fn entry(id: &str) -> Result<Entry, Error> {
    #[cfg(all(unix, not(target_os = "macos")))]
    let store = dbus_secret_service_keyring_store::Store::new()?;
    #[cfg(target_os = "macos")]
    let store = apple_native_keyring_store::keychain::Store::new()?;
    #[cfg(windows)]
    let store = windows_native_keyring_store::Store::new()?;
    store.build(SERVICE, id, None)
}

fn unusable(path: &Path, error: &std::io::Error) -> VaultError {
    VaultError::File { path: path.to_path_buf(), detail: error.to_string() }
}
