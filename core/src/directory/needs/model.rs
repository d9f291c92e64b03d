//! A linear model over pieces of text, read from the table that scripts/train-needs writes and describes.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::NeedsError;

const MAGIC: &[u8; 4] = b"TSNM";
const VERSION: u16 = 1;
/// Whole numbers stand for this many parts of a score of one.
const UNIT: i64 = 1000;

/// The trained table. Scores are whole numbers, so that every device answers alike.
#[derive(Debug, Clone)]
pub struct Model {
    needs: Vec<String>,
    biases: Vec<i64>,
    scale: i64,
    pieces: BTreeMap<[u8; 3], Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    weight: i64,
    classes: Vec<(u8, i8)>,
}

/// What the model says of one need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Code of the need.
    pub need: String,
    /// Distance from the border in thousandths: above 0 it speaks for the need.
    pub value: i64,
    /// The pieces that spoke most for it, strongest first, as they stand in the text.
    pub pieces: Vec<String>,
}

impl Model {
    /// Reads a table.
    ///
    /// # Errors
    /// [`NeedsError::Model`] when it is cut, of another version, or names a class it does not have.
    pub fn read(bytes: &[u8]) -> Result<Self, NeedsError> {
        let mut rest = Cursor(bytes);
        if rest.take(4)? != MAGIC || rest.u16()? != VERSION {
            return Err(NeedsError::Model("it does not begin as a table of version 1 does"));
        }
        let classes = rest.u16()?;
        let (mut needs, mut biases) = (Vec::new(), Vec::new());
        for _ in 0..classes {
            let length = rest.u8()?;
            let id = std::str::from_utf8(rest.take(usize::from(length))?)
                .map_err(|_| NeedsError::Model("a need is not text"))?;
            needs.push(id.to_owned());
            biases.push(i64::from(i32::from_le_bytes(rest.array()?)));
        }
        let scale = i64::from(u32::from_le_bytes(rest.array()?)).max(1);
        let count = u32::from_le_bytes(rest.array()?);
        let mut pieces = BTreeMap::new();
        for _ in 0..count {
            let hash: [u8; 3] = rest.array()?;
            let weight = i64::from(rest.u8()?);
            let entries = rest.u8()?;
            let mut found = Vec::with_capacity(usize::from(entries));
            for _ in 0..entries {
                let [class, value] = rest.array()?;
                if u16::from(class) >= classes {
                    return Err(NeedsError::Model("a weight belongs to no need"));
                }
                found.push((class, i8::from_le_bytes([value])));
            }
            pieces.insert(hash, Piece { weight, classes: found });
        }
        if !rest.0.is_empty() {
            return Err(NeedsError::Model("something follows its end"));
        }
        Ok(Self { needs, biases, scale, pieces })
    }

    /// Scores all needs for the pieces of a text, highest first.
    #[must_use]
    pub fn score(&self, features: &BTreeMap<String, String>) -> Vec<Score> {
        let known: Vec<(&Piece, &str)> = features
            .iter()
            .filter_map(|(piece, shown)| {
                let digest = Sha256::digest(piece.as_bytes());
                let hash: [u8; 3] = digest.get(..3)?.try_into().ok()?;
                Some((self.pieces.get(&hash)?, shown.as_str()))
            })
            .collect();
        let norm = known.iter().map(|(piece, _)| piece.weight * piece.weight).sum::<i64>().isqrt().max(1);
        let mut sums = vec![0_i64; self.needs.len()];
        let mut spoke: Vec<BTreeMap<&str, i64>> = vec![BTreeMap::new(); self.needs.len()];
        for (piece, shown) in known {
            for (class, value) in &piece.classes {
                let part = piece.weight * i64::from(*value);
                if let (Some(sum), Some(words)) =
                    (sums.get_mut(usize::from(*class)), spoke.get_mut(usize::from(*class)))
                {
                    *sum += part;
                    *words.entry(shown).or_default() += part;
                }
            }
        }
        let mut scores: Vec<Score> = self
            .needs
            .iter()
            .zip(&self.biases)
            .zip(sums.into_iter().zip(spoke))
            .map(|((need, bias), (sum, words))| Score {
                need: need.clone(),
                value: (sum * UNIT / norm + bias * UNIT) / self.scale,
                pieces: strongest(words),
            })
            .collect();
        scores.sort_by(|a, b| b.value.cmp(&a.value).then_with(|| a.need.cmp(&b.need)));
        scores
    }
}

/// At most three pieces, none inside another.
fn strongest(words: BTreeMap<&str, i64>) -> Vec<String> {
    let mut order: Vec<(&str, i64)> = words.into_iter().filter(|(_, part)| *part > 0).collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let mut chosen: Vec<String> = Vec::new();
    for (word, _) in order {
        if word.chars().count() > 1 && !chosen.iter().any(|other| other.contains(word) || word.contains(other.as_str()))
        {
            chosen.push(word.to_owned());
        }
        if chosen.len() == 3 {
            break;
        }
    }
    chosen
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], NeedsError> {
        let (head, tail) = self.0.split_at_checked(length).ok_or(NeedsError::Model("it is cut short"))?;
        self.0 = tail;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], NeedsError> {
        self.take(N)?.try_into().map_err(|_| NeedsError::Model("it is cut short"))
    }

    fn u8(&mut self) -> Result<u8, NeedsError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    fn u16(&mut self) -> Result<u16, NeedsError> {
        Ok(u16::from_le_bytes(self.array()?))
    }
}
