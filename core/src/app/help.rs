//! Finding help: in words, by questions, near a place, in an emergency.

use super::look::{label_of, record_of};
use super::{App, AppError};
use crate::directory::answer::{Answer, Filters, FindRequest};
use crate::directory::emergency::{EmergencyEntry, EmergencyRow};
use crate::directory::find::Here;
use crate::directory::find_text::{MOST_CANDIDATES, TextQuery, search};
use crate::directory::finder::{Answers, Chosen, Outcome, Step, Words, choose};
use crate::directory::places::{Nearby, Place, Places, Slot};
use crate::model::{AreaCode, OpenState, Record, Unknown};

impl App {
    /// Answers what a person typed. A search that is running on this app is stopped for it.
    ///
    /// # Errors
    /// [`AppError`]; [`AppError::Stopped`] when a later search took over.
    pub fn find(&self, request: &FindRequest) -> Result<Answer, AppError> {
        let here = Here { reader: &self.reader, cards: &self.cards, areas: self.national.areas(), now: self.now() };
        Ok(self.national.finding()?.find(here, request)?)
    }

    /// The next questions of the guided finder, or what the answers lead to.
    ///
    /// # Errors
    /// [`AppError::Answer`] when a question or an answer is unknown.
    pub fn ask(&self, answers: &Answers) -> Result<Step, AppError> {
        let finder = self.national.finder()?;
        finder.check(answers).map_err(|error| AppError::Answer(error.to_string()))?;
        Ok(finder.steps(answers))
    }

    /// Few cards for what the answers led to, each with its rule.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn choose(&self, outcome: &Outcome) -> Result<Chosen, AppError> {
        let records = self.records(Some(super::national::NATIONAL_PACK))?;
        Ok(choose(outcome, records.into_iter().map(|record| (record, None)), &self.cards, self.now()))
    }

    /// The emergency row for a place.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn emergency(&self, area: Option<&AreaCode>) -> Result<Vec<EmergencyEntry>, AppError> {
        let row = EmergencyRow::from_toml(self.national.file("emergency.toml"))
            .map_err(|error| AppError::National(error.to_string()))?;
        let session = self.reader.look();
        let mut records: Vec<Record> = Vec::new();
        for id in row.ids() {
            if let Some(found) = session.with_id(id)?.into_iter().find(|found| found.class == "core") {
                records.push(record_of(&found)?);
            }
        }
        let look = |id: &str| records.iter().find(|record| record.id == id).cloned();
        Ok(row.entries(look, area, &self.cards, self.now()))
    }

    /// Places to go near a place, with their next dates, and what every municipality should have there.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn places(&self, area: &AreaCode, filters: &Filters, limit: usize) -> Result<Around, AppError> {
        let places = Places::from_toml(self.national.file("places.toml"))
            .map_err(|error| AppError::National(error.to_string()))?;
        let centre = self.national.areas().centre(area);
        let finding = self.national.finding()?;
        let wide = Filters { kinds: vec!["place".into(), "desk".into()], ..Filters::default() };
        let query = TextQuery {
            area: Some(area.clone()),
            position: centre,
            filters: wide,
            ..TextQuery::new("", finding.synonyms(), self.now().date(), MOST_CANDIDATES)
        };
        let mut unknown = |_: &Record| OpenState::Unknown { why: Unknown::NotStated };
        let hits = search(&self.reader, &query, &mut unknown)?.hits;
        let slots = places.slots_of(area, hits.iter().map(|hit| &hit.record));
        let slots = slots.into_iter().filter_map(|slot| {
            let name = places.slots().iter().find(|kind| kind.id == slot.kind)?.name.clone();
            Some((name, slot))
        });
        let slots = slots.collect();
        let nearby = Nearby { area, centre, categories: &[], filters, limit };
        let records = hits.into_iter().map(|hit| (hit.record, label_of(&hit.pack)));
        let places = places.near(&nearby, records, &self.cards, self.now());
        Ok(Around { places, slots })
    }
}

/// What there is around a place.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Around {
    /// Places to go.
    pub places: Vec<Place>,
    /// What every municipality should have, by name.
    pub slots: Vec<(Words, Slot)>,
}
