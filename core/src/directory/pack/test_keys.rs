//! Keys that everybody has: they sign the pack of every build but an official one, so that nothing else differs.

use sha2::{Digest, Sha256};

use crate::crypto::{Charter, CryptoError, SigningKey};

/// Names of the keys that the charter of the trial pack gives roles to.
pub(super) const ROOTS: [&str; 3] = ["root-1", "root-2", "root-3"];
pub(super) const HEAD: &str = "head";
pub(super) const EDITORS: [&str; 2] = ["editor-1", "editor-2"];

/// The key of a name: its seed is a hash that everybody can compute.
///
/// # Errors
/// [`CryptoError::Form`], which nothing leads to.
pub(super) fn test_key(name: &str) -> Result<SigningKey, CryptoError> {
    SigningKey::from_seed(&Sha256::digest(format!("tsunagari test key jp {name}")).into())
}

/// Whether keys that everybody has decide about a pack: 試験用の名簿.
#[must_use]
pub fn is_trial(charter: &Charter) -> bool {
    let known = |name: &&str| test_key(name).is_ok_and(|key| charter.root.keys.contains(&key.public()));
    ROOTS.iter().any(known)
}
