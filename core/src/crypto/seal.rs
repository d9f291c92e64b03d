//! Sealing bytes with a key: ChaCha20-Poly1305 (RFC 8439), a fresh nonce in front.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use zeroize::Zeroizing;

use super::CryptoError;
use crate::env::Random;
use crate::model::Key;

const NONCE_BYTES: usize = 12;

/// Seals bytes. `purpose` is bound to them: what was sealed for one purpose does not open for another.
///
/// # Errors
/// [`CryptoError::NoChance`].
pub fn seal(key: &Key, purpose: &str, plain: &[u8], random: &dyn Random) -> Result<Vec<u8>, CryptoError> {
    let mut nonce = [0; NONCE_BYTES];
    random.fill(&mut nonce).map_err(CryptoError::NoChance)?;
    let payload = Payload { msg: plain, aad: purpose.as_bytes() };
    let body = ChaCha20Poly1305::new(key.bytes().into())
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|_| CryptoError::Form)?;
    Ok([&nonce[..], &body].concat())
}

/// Opens what [`seal`] gave.
///
/// # Errors
/// [`CryptoError::Refused`] for another key, purpose or content; [`CryptoError::Form`] when it is cut short.
pub fn open(key: &Key, purpose: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
    let (nonce, body) = sealed.split_at_checked(NONCE_BYTES).ok_or(CryptoError::Form)?;
    let nonce = <[u8; NONCE_BYTES]>::try_from(nonce).map_err(|_| CryptoError::Form)?;
    let payload = Payload { msg: body, aad: purpose.as_bytes() };
    ChaCha20Poly1305::new(key.bytes().into())
        .decrypt(&Nonce::from(nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| CryptoError::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::env::SystemRandom;

    #[test]
    fn another_key_purpose_or_byte_is_refused() {
        let key = crate::crypto::draw(&SystemRandom).unwrap();
        let sealed = seal(&key, "private", b"hana", &SystemRandom).unwrap();
        assert_eq!(&**open(&key, "private", &sealed).unwrap(), b"hana");
        assert_eq!(open(&key, "duty", &sealed), Err(CryptoError::Refused));
        assert_eq!(open(&crate::crypto::draw(&SystemRandom).unwrap(), "private", &sealed), Err(CryptoError::Refused));
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(open(&key, "private", &changed), Err(CryptoError::Refused), "byte {place}");
            assert!(open(&key, "private", &sealed[..place]).is_err(), "cut at {place}");
        }
    }
}
