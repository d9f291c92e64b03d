//! Finding help: in words, by questions, near a place, in an emergency.

use super::look::record_of;
use super::national::NATIONAL_PACK;
use super::{App, AppError};
use crate::directory::answer::{Answer, Filters, FindRequest, PackLabel};
use crate::directory::emergency::{EmergencyEntry, EmergencyRow};
use crate::directory::find::Here;
use crate::directory::find_text::{Hit, MOST_CANDIDATES, TextQuery, search};
use crate::directory::finder::{Answers, Chosen, Outcome, Step, Words, choose};
use crate::directory::places::{Nearby, Place, Places, Slot};
use crate::model::{AreaCode, OpenState, Record, Unknown};
use crate::store::Ticket;

impl App {
    /// Answers what a person typed. A search that is running on this app is stopped for it.
    ///
    /// # Errors
    /// [`AppError`]; [`AppError::Stopped`] when a later search took over.
    pub fn find(&self, request: &FindRequest) -> Result<Answer, AppError> {
        self.find_as(self.ticket(), request)
    }

    /// A number for a search that begins soon, so that [`App::stop`] can name it.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        self.reader.ticket()
    }

    /// As [`App::find`], for a search that can be stopped.
    ///
    /// # Errors
    /// [`AppError`]; [`AppError::Stopped`] when it was stopped, or a later search took over.
    pub fn find_as(&self, ticket: Ticket, request: &FindRequest) -> Result<Answer, AppError> {
        Ok(self.national.finding()?.find(Here { ticket: Some(ticket), ..self.here() }, request)?)
    }

    /// Stops a search, from any thread, also one that has not begun.
    pub fn stop(&self, ticket: Ticket) {
        self.reader.stop(ticket);
    }

    /// This moment and this directory, for a search that nothing stops.
    pub(super) fn here(&self) -> Here<'_> {
        let (areas, now) = (self.national.areas(), self.now());
        Here { reader: &self.reader, cards: &self.cards, areas, now, ticket: None }
    }

    /// The next questions of the guided finder, or what the answers lead to.
    ///
    /// # Errors
    /// [`AppError::Answer`] when a question or an answer is unknown.
    pub fn ask(&self, answers: &Answers) -> Result<Step, AppError> {
        let finder = self.national.finder()?;
        finder.check(answers)?;
        let mut step = finder.steps(answers);
        if let Step::Results(outcome) = &mut step {
            outcome.centre = outcome.area.as_ref().and_then(|area| self.national.areas().centre(area));
        }
        Ok(step)
    }

    /// Few cards for what the answers led to, each with its rule: lines of the national pack, and what was imported
    /// for the area asked for, with its label.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn choose(&self, outcome: &Outcome) -> Result<Chosen, AppError> {
        let national = self.records(Some(NATIONAL_PACK))?.into_iter().map(|record| (record, None));
        let mut records: Vec<(Record, Option<PackLabel>)> = national.collect();
        if let Some(area) = &outcome.area {
            let needs: Vec<(String, u16)> = outcome.needs.iter().map(|need| (need.need.clone(), need.weight)).collect();
            let hits = self.around(area, &needs, Filters::default())?;
            let imported = hits.into_iter().map(|hit| (hit.record, PackLabel::of(&hit.pack)));
            records.extend(imported.filter(|(_, label)| label.is_some()));
        }
        Ok(choose(outcome, records, &self.cards, self.now()))
    }

    /// What every municipality should have, for one of them; an empty slot says that nothing is known yet.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn slots(&self, area: &AreaCode) -> Result<Vec<(Words, Slot)>, AppError> {
        let wide = Filters { kinds: vec!["place".into(), "desk".into()], ..Filters::default() };
        Ok(slots_of(&self.kinds_of_places()?, area, &self.around(area, &[], wide)?))
    }

    fn kinds_of_places(&self) -> Result<Places, AppError> {
        Places::from_toml(self.national.file("places.toml")).map_err(|error| AppError::National(error.to_string()))
    }

    /// Entries in or near an area, those that serve the needs first.
    fn around(&self, area: &AreaCode, needs: &[(String, u16)], filters: Filters) -> Result<Vec<Hit>, AppError> {
        let finding = self.national.finding()?;
        let query = TextQuery {
            needs,
            area: Some(area.clone()),
            position: self.national.areas().centre(area),
            filters,
            ..TextQuery::new("", finding.synonyms(), self.now().date(), MOST_CANDIDATES)
        };
        let mut unknown = |_: &Record| OpenState::Unknown { why: Unknown::NotStated };
        Ok(search(&self.reader.look(), &query, &mut unknown)?.hits)
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
        let kinds = self.kinds_of_places()?;
        let hits = self.all_around(area)?;
        let slots = slots_of(&kinds, area, &hits);
        let nearby = Nearby { area, centre: self.national.areas().centre(area), categories: &[], filters, limit };
        Ok(Around { places: self.near(&kinds, &nearby, hits), slots })
    }

    /// One place nearby that is for anybody, for somebody of whom nothing is known.
    ///
    /// # Errors
    /// [`AppError`].
    pub fn place_for_everyone(&self, area: &AreaCode) -> Result<Option<Place>, AppError> {
        let kinds = self.kinds_of_places()?;
        let everyone: Vec<String> =
            kinds.categories().iter().filter(|kind| kind.everyone).map(|kind| kind.id.clone()).collect();
        let (centre, filters) = (self.national.areas().centre(area), &Filters::default());
        let nearby = Nearby { area, centre, categories: &everyone, filters, limit: 1 };
        Ok(self.near(&kinds, &nearby, self.all_around(area)?).into_iter().next())
    }

    fn all_around(&self, area: &AreaCode) -> Result<Vec<Hit>, AppError> {
        let wide = Filters { kinds: vec!["place".into(), "desk".into()], ..Filters::default() };
        self.around(area, &[], wide)
    }

    fn near(&self, kinds: &Places, nearby: &Nearby<'_>, hits: Vec<Hit>) -> Vec<Place> {
        let records = hits.into_iter().map(|hit| (hit.record, PackLabel::of(&hit.pack)));
        kinds.near(nearby, records, &self.cards, self.now())
    }
}

/// The slots of a municipality, each with its name.
fn slots_of(places: &Places, area: &AreaCode, hits: &[Hit]) -> Vec<(Words, Slot)> {
    let slots = places.slots_of(area, hits.iter().map(|hit| &hit.record));
    let named = slots.into_iter().filter_map(|slot| {
        let name = places.slots().iter().find(|kind| kind.id == slot.kind)?.name.clone();
        Some((name, slot))
    });
    named.collect()
}

/// What there is around a place.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Around {
    /// Places to go.
    pub places: Vec<Place>,
    /// What every municipality should have, by name.
    pub slots: Vec<(Words, Slot)>,
}
