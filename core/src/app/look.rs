//! Looking entries up: one by its identifier, all lines, all of a kind.

use super::national::NATIONAL_PACK;
use super::{App, AppError};
use crate::directory::answer::{Card, Filters, PackLabel};
use crate::directory::card::{Cards, Season, meets, only_spoken, season};
use crate::directory::find_text::bucket;
use crate::directory::pack::cbor;
use crate::model::{AreaCode, Record};
use crate::store::Found;

/// Rows read in one step.
const STEP: usize = 500;

/// One entry with all that is known of it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Shown {
    /// The card.
    #[serde(flatten)]
    pub card: Card,
    /// Its season, if it has one.
    #[serde(skip)]
    pub season: Season,
    /// It has ways that are for other areas than the one asked for.
    pub other_areas: bool,
}

impl App {
    /// One entry. The first of those with that identifier; the national one before an imported one.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is none.
    pub fn show(&self, id: &str, area: Option<&AreaCode>) -> Result<Shown, AppError> {
        let found = self.reader.look().with_id(id)?.into_iter().next();
        let found = found.ok_or_else(|| AppError::NotFound { id: id.to_owned() })?;
        let now = self.now();
        let label = label(&found);
        let record = record_of(&found)?;
        let season = season(&record, now);
        let ways = record.channels().len();
        let card = self.cards.card(record, area, now, label);
        Ok(Shown { other_areas: card.ways.len() < ways, card, season })
    }

    /// All lines and desks of the national pack that are there at this moment, open ones first.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn lines(&self, area: Option<&AreaCode>, filters: &Filters) -> Result<Vec<Card>, AppError> {
        let now = self.now();
        let mut cards = Vec::new();
        for record in self.records(Some(NATIONAL_PACK))? {
            let kind = record.text("kind").unwrap_or_default();
            let wanted =
                if filters.kinds.is_empty() { kind == "line" } else { filters.kinds.iter().any(|k| k == kind) };
            let here = area.is_none_or(|area| applies(&record, area));
            if wanted && here && self.cards.is_shown(&record, now) {
                cards.push(self.cards.card(record, area, now, None));
            }
        }
        cards.retain(|card| meets(card, filters));
        cards.iter_mut().for_each(|card| only_spoken(card, filters));
        // What can be called by everyone before what is for one prefecture, when nobody said where they are.
        cards.sort_by_key(|card| {
            let open = card.ways.iter().any(|way| way.state.is_open());
            let local = area.is_none() && card.record.areas().iter().any(|area| area.prefecture().is_some());
            (!open, local, card.record.is("emergency_row"), bucket(&card.record), card.record.id.clone())
        });
        Ok(cards)
    }

    /// The drawer of cards, with the schedules compiled so far.
    #[must_use]
    pub const fn cards(&self) -> &Cards {
        &self.cards
    }

    /// All records of a set, or of all, in the order of the store.
    pub(super) fn records(&self, pack: Option<&str>) -> Result<Vec<Record>, AppError> {
        let session = self.reader.look();
        let (mut records, mut after) = (Vec::new(), i64::MIN);
        loop {
            let step = session.records_after(after, pack, STEP)?;
            let Some(last) = step.last() else { return Ok(records) };
            after = last.row;
            for found in &step {
                records.push(record_of(found)?);
            }
        }
    }
}

/// Whether an entry is for people in an area; one without areas is for everyone.
fn applies(record: &Record, area: &AreaCode) -> bool {
    let areas = record.areas();
    areas.is_empty() || areas.iter().any(|own| own.covers(area) || area.covers(own))
}

/// What must be said about where an entry comes from; nothing for the national pack.
pub(super) fn label(found: &Found) -> Option<PackLabel> {
    PackLabel::of(&found.pack)
}

pub(super) fn record_of(found: &Found) -> Result<Record, AppError> {
    cbor::decode(&found.body)
        .map(crate::directory::confidential::Storable::into_record)
        .map_err(|why| AppError::Record { id: found.id.clone(), problem: why.to_string() })
}
