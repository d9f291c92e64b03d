//! The bytes of a single change, looked at before automerge sees them: whether they are one whole plain change, what its
//! head says, and whether reading its columns stays small.
//!
//! Automerge 0.12 takes the lengths and counts in a change as they are: a hundred bytes can announce a billion
//! operations. So they are counted here first, without making anything.

use sha2::{Digest as _, Sha256};

use super::actor::Actor;
use super::limits::{MAX_CHANGE_BYTES, MAX_CHANGE_OPS, MAX_CHANGE_OVERWRITES};
use super::refused::Refused;

/// SHA-256 of a change: what other changes name it by.
pub type ChangeHash = [u8; 32];

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const PLAIN_CHANGE: u8 = 1;

/// What the head of a change says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) hash: ChangeHash,
    pub(super) actor: Actor,
    pub(super) seq: u64,
    pub(super) start_op: u64,
    pub(super) deps: Vec<ChangeHash>,
}

/// Reads the head of a change and counts what is in it.
pub(super) fn read(bytes: &[u8]) -> Result<Head, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > MAX_CHANGE_BYTES {
        return Err(Refused::TooLarge(bytes.len()));
    }
    let mut chunk = Reader(bytes);
    if chunk.take(4) != Ok(&MAGIC) {
        return Err(Refused::NotAutomerge);
    }
    let sum = chunk.take(4).map_err(|_| Refused::Torn)?;
    let kind = chunk.byte().map_err(|_| Refused::Torn)?;
    if kind != PLAIN_CHANGE {
        return Err(Refused::Kind(kind));
    }
    let before = chunk.0;
    let length = chunk.length().map_err(|_| Refused::Torn)?;
    let length_bytes = before.get(..before.len() - chunk.0.len()).ok_or(Refused::Torn)?;
    let body = chunk.take(length).map_err(|_| Refused::Torn)?;
    if !chunk.0.is_empty() {
        return Err(Refused::Trailing(chunk.0.len()));
    }
    let hash: ChangeHash =
        Sha256::new().chain_update([kind]).chain_update(length_bytes).chain_update(body).finalize().into();
    if !hash.starts_with(sum) {
        return Err(Refused::CheckSum);
    }
    read_body(Reader(body), hash)
}

fn read_body(mut body: Reader<'_>, hash: ChangeHash) -> Result<Head, Refused> {
    let mut deps: Vec<ChangeHash> = Vec::new();
    for _ in 0..body.unsigned()? {
        let dep = body.take(32)?.try_into().map_err(|_| Refused::Unreadable)?;
        if deps.last().is_some_and(|last| *last >= dep) {
            return Err(Refused::Form);
        }
        deps.push(dep);
    }
    let actor = body.actor()?.ok_or(Refused::Actor)?;
    let seq = body.unsigned()?;
    let start_op = body.unsigned()?;
    if body.signed()? != 0 {
        return Err(Refused::Time);
    }
    if body.length()? != 0 {
        return Err(Refused::Message);
    }
    let others = body.unsigned()?;
    for _ in 0..others {
        body.actor()?.ok_or(Refused::Overwrites)?;
    }
    read_columns(body, others + 1)?;
    Ok(Head { hash, actor, seq, start_op, deps })
}

fn read_columns(mut body: Reader<'_>, actors: u64) -> Result<(), Refused> {
    let mut columns = Vec::new();
    for _ in 0..body.unsigned()? {
        let column = Column::of(body.unsigned()?).ok_or(Refused::Shape)?;
        columns.push((column, body.length()?));
    }
    let (mut ops, mut value_bytes, mut values) = (0, 0, 0);
    for (column, length) in columns {
        let bytes = body.take(length)?;
        match column {
            Column::Action => ops = runs(bytes, |cells, _| cells.unsigned().map(drop))?,
            Column::ValueMeta => {
                runs(bytes, |cells, times| {
                    value_bytes = (cells.unsigned()? >> 4).saturating_mul(times).saturating_add(value_bytes);
                    Ok(())
                })?;
            }
            Column::Value => values = length as u64,
            Column::KeyText => {
                runs(bytes, |cells, _| {
                    let length = cells.length()?;
                    cells.take(length).map(drop)
                })?;
            }
            Column::PredCount => {
                let mut all = 0_u64;
                runs(bytes, |cells, times| {
                    all = cells.unsigned()?.saturating_mul(times).saturating_add(all);
                    Ok(())
                })?;
                if all > MAX_CHANGE_OVERWRITES as u64 {
                    return Err(Refused::TooManyOverwrites);
                }
            }
            Column::PredActor => {
                runs(bytes, |cells, _| if cells.unsigned()? < actors { Ok(()) } else { Err(Refused::Unreadable) })?;
            }
            Column::PredCounter => read_overwritten(bytes)?,
            Column::Insert => {}
        }
    }
    if value_bytes != values {
        return Err(Refused::Unreadable);
    }
    match ops {
        0 => Err(Refused::NoOps),
        _ if ops > MAX_CHANGE_OPS as u64 => Err(Refused::TooManyOps),
        _ if !body.0.is_empty() => Err(Refused::Extra),
        _ => Ok(()),
    }
}

/// Reads the numbers of the operations that are overwritten, each written as the difference from the one before. Automerge
/// panics on those that no operation can have.
fn read_overwritten(bytes: &[u8]) -> Result<(), Refused> {
    let mut last = 0_i64;
    runs(bytes, |cells, times| {
        let step = cells.signed()?;
        let to = |times: i64| step.checked_mul(times)?.checked_add(last).filter(|to| u32::try_from(*to).is_ok());
        // Within a run they only rise or only fall.
        let ends = i64::try_from(times).ok().and_then(|times| to(1).and(to(times)));
        last = ends.ok_or(Refused::Overwrites)?;
        Ok(())
    })?;
    Ok(())
}

/// The columns that a change of keys of the one map has.
#[derive(Clone, Copy)]
enum Column {
    KeyText,
    Insert,
    Action,
    ValueMeta,
    Value,
    PredCount,
    PredActor,
    PredCounter,
}

impl Column {
    /// By its number: four bits of type, one of them for compression, and above them what it is of. Columns of objects,
    /// of places in lists and of marks in texts are not among them.
    const fn of(number: u64) -> Option<Self> {
        match number {
            0x15 => Some(Self::KeyText),
            0x34 => Some(Self::Insert),
            0x42 => Some(Self::Action),
            0x56 => Some(Self::ValueMeta),
            0x57 => Some(Self::Value),
            0x70 => Some(Self::PredCount),
            0x71 => Some(Self::PredActor),
            0x73 => Some(Self::PredCounter),
            _ => None,
        }
    }
}

/// Goes through a run-length column: `value` reads each cell that is written, once, and is told how often it stands.
/// Gives the number of rows.
fn runs(bytes: &[u8], mut value: impl FnMut(&mut Reader<'_>, u64) -> Result<(), Refused>) -> Result<u64, Refused> {
    let mut cells = Reader(bytes);
    let mut rows = 0_u64;
    while !cells.0.is_empty() {
        let times = cells.signed()?;
        let length = times.unsigned_abs();
        match times {
            0 => rows = rows.saturating_add(cells.unsigned()?),
            1.. => {
                value(&mut cells, length)?;
                rows = rows.saturating_add(length);
            }
            _ => {
                // Each takes a byte at least, so this ends with the column.
                for _ in 0..length {
                    value(&mut cells, 1)?;
                }
                rows = rows.saturating_add(length);
            }
        }
    }
    Ok(rows)
}

/// Takes from the front of bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Refused> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Refused::Unreadable)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Refused> {
        let (first, rest) = self.0.split_first().ok_or(Refused::Unreadable)?;
        self.0 = rest;
        Ok(*first)
    }

    /// An actor; nothing when its length is not that of ours.
    fn actor(&mut self) -> Result<Option<Actor>, Refused> {
        let length = self.length()?;
        Ok(self.take(length)?.try_into().ok())
    }

    fn length(&mut self) -> Result<usize, Refused> {
        usize::try_from(self.unsigned()?).map_err(|_| Refused::Unreadable)
    }

    /// LEB128, in its shortest form.
    fn unsigned(&mut self) -> Result<u64, Refused> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if (shift == 63 && bits > 1) || (shift > 0 && byte == 0) {
                return Err(Refused::Unreadable);
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Refused::Unreadable)
    }

    /// Signed LEB128.
    fn signed(&mut self) -> Result<i64, Refused> {
        let mut number = 0_i64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte != 0 && byte != 0x7f {
                return Err(Refused::Unreadable);
            }
            number |= i64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let negative = byte & 0x40 != 0 && shift < 57;
                return Ok(if negative { number | (-1 << (shift + 7)) } else { number });
            }
        }
        Err(Refused::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (bytes, number) in [(&[0x00][..], 0), (&[0x7f], -1), (&[0x80, 0x01], 128), (&[0x80, 0x7f], -128)] {
            assert_eq!(Reader(bytes).signed(), Ok(number), "{bytes:?}");
        }
        assert_eq!(Reader(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]).signed(), Ok(i64::MIN));
        assert_eq!(Reader(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]).unsigned(), Ok(u64::MAX));
        assert_eq!(Reader(&[0x80, 0x00]).unsigned(), Err(Refused::Unreadable), "longer than needed");
        assert_eq!(Reader(&[0x80]).unsigned(), Err(Refused::Unreadable), "cut short");
    }

    #[test]
    fn a_run_of_a_billion_is_counted_without_being_made() {
        let mut column = vec![0x80, 0x94, 0xeb, 0xdc, 0x03, 0x01];
        assert_eq!(runs(&column, |cells, _| cells.unsigned().map(drop)), Ok(1_000_000_000));
        column.pop();
        assert_eq!(runs(&column, |cells, _| cells.unsigned().map(drop)), Err(Refused::Unreadable));
    }
}
