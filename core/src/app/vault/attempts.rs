//! Wrong PINs cost time, also after a restart, from several programs at once, and with a clock set back.

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
    /// Where the clock stands before the last try: from when on it was seen there. Setting it forward again gains
    /// nothing, since `last` stays.
    back: Option<i64>,
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
            let mut words = text.split_whitespace();
            let (count, last) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            Some(Self { count, last, back: words.next().and_then(|word| word.parse().ok()) })
        });
        Ok(numbers.unwrap_or_default())
    }

    pub(super) fn write(self, folder: &Path) -> Result<(), VaultError> {
        let back = self.back.map(|back| format!(" {back}")).unwrap_or_default();
        files::write(&Self::path(folder), format!("{} {}{back}\n", self.count, self.last).as_bytes())
    }

    /// With a clock that was set back, the wait begins again now: it is neither skipped nor made endless.
    pub(super) fn seen(self, now: DateTime<Utc>) -> Self {
        let now = now.timestamp();
        let back = (now < self.last).then(|| self.back.map_or(now, |back| back.min(now)));
        Self { back, ..self }
    }

    /// One more try, if it may be made now.
    pub(super) fn next(self, now: DateTime<Utc>) -> Result<Self, VaultError> {
        let over = self.count.checked_sub(FREE).and_then(|over| usize::try_from(over).ok());
        if let Some(minutes) = over.and_then(|over| WAITS.get(over).or(WAITS.last())) {
            let last = DateTime::from_timestamp(self.back.unwrap_or(self.last), 0).unwrap_or(DateTime::UNIX_EPOCH);
            let from = last + TimeDelta::minutes(*minutes);
            if now < from {
                return Err(VaultError::TooSoon(from));
            }
        }
        let at = now.timestamp();
        Ok(Self { count: self.count.saturating_add(1), last: self.last.max(at), back: self.back.map(|_| at) })
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
        let seen = attempts.seen(back);
        assert_eq!(seen.next(back), Err(VaultError::TooSoon(back + TimeDelta::minutes(1))));
        assert_eq!(
            seen.seen(now).next(now),
            Err(VaultError::TooSoon(now + TimeDelta::minutes(1))),
            "and forward again"
        );
        assert!(seen.next(back + TimeDelta::minutes(1)).is_ok(), "nobody waits for ever");
        let later = now + TimeDelta::minutes(1);
        attempts = attempts.next(later).unwrap();
        assert_eq!(attempts.next(later), Err(VaultError::TooSoon(later + TimeDelta::minutes(5))));
        attempts.count = u32::MAX;
        assert_eq!(attempts.next(later), Err(VaultError::TooSoon(later + TimeDelta::minutes(240))));
    }
}
