//! A key in memory: wiped when it is dropped, never shown.

use zeroize::{Zeroize as _, Zeroizing};

/// Bytes of every key.
pub const KEY_BYTES: usize = 32;

/// 32 secret bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Takes a key from bytes and wipes them; `None` when there are not exactly [`KEY_BYTES`].
    #[must_use]
    pub fn take(bytes: &mut [u8]) -> Option<Self> {
        let key = <[u8; KEY_BYTES]>::try_from(&*bytes).ok().map(|bytes| Self(Zeroizing::new(bytes)));
        bytes.zeroize();
        key
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// As hexadecimal digits, wiped when dropped: the form in which the database takes a raw key.
    #[must_use]
    pub fn hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(KEY_BYTES * 2));
        for byte in self.0.iter() {
            for digit in [byte >> 4, byte & 0xf] {
                text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        text
    }
}
