//! Wrong PINs cost time, also after a restart and with a clock set back.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use super::{VaultError, files};

const FILE: &str = "attempts";
/// So many tries are free.
const FREE: u32 = 5;
/// Minutes to wait after each further one; the last repeats.
const WAITS: [i64; 5] = [1, 5, 15, 60, 240];

/// How many tries were made since the last right one, and when the last was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Attempts {
    count: u32,
    last: i64,
}

impl Attempts {
    pub(super) fn path(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    /// A file that cannot be understood counts as none: only the owner can write it, and nobody is locked out for a
    /// torn write.
    pub(super) fn read(folder: &Path) -> Result<Self, VaultError> {
        let text = files::read(&Self::path(folder))?.and_then(|bytes| String::from_utf8(bytes).ok());
        let numbers = text.and_then(|text| {
            let (count, last) = text.trim().split_once(' ')?;
            Some(Self { count: count.parse().ok()?, last: last.parse().ok()? })
        });
        Ok(numbers.unwrap_or_default())
    }

    pub(super) fn write(self, folder: &Path) -> Result<(), VaultError> {
        files::write(&Self::path(folder), format!("{} {}\n", self.count, self.last).as_bytes())
    }

    /// With a clock that was set back, the wait begins again now: it is neither skipped nor made endless.
    pub(super) fn rebased(self, now: DateTime<Utc>) -> Self {
        Self { last: self.last.min(now.timestamp()), ..self }
    }

    /// One more try, if it may be made now.
    pub(super) fn next(self, now: DateTime<Utc>) -> Result<Self, VaultError> {
        let over = self.count.checked_sub(FREE).and_then(|over| usize::try_from(over).ok());
        if let Some(minutes) = over.and_then(|over| WAITS.get(over).or(WAITS.last())) {
            let last = DateTime::from_timestamp(self.last, 0).unwrap_or(DateTime::UNIX_EPOCH);
            let from = last + TimeDelta::minutes(*minutes);
            if now < from {
                return Err(VaultError::TooSoon(from));
            }
        }
        Ok(Self { count: self.count.saturating_add(1), last: now.timestamp() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_no_clock_shortens_them() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut attempts = Attempts::default();
        for _ in 0..FREE {
            attempts = attempts.next(now).unwrap();
        }
        assert_eq!(attempts.next(now), Err(VaultError::TooSoon(now + TimeDelta::minutes(1))));
        let back = now - TimeDelta::days(400);
        assert_eq!(attempts.rebased(back).next(back), Err(VaultError::TooSoon(back + TimeDelta::minutes(1))));
        let later = now + TimeDelta::minutes(1);
        attempts = attempts.next(later).unwrap();
        assert_eq!(attempts.next(later), Err(VaultError::TooSoon(later + TimeDelta::minutes(5))));
        attempts.count = u32::MAX;
        assert_eq!(attempts.next(later), Err(VaultError::TooSoon(later + TimeDelta::minutes(240))));
    }
}
