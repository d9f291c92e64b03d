//! A line did not answer: what else there is at this moment.

use super::national::NATIONAL_PACK;
use super::{App, AppError};
use crate::directory::answer::Card;
use crate::directory::chain::{BusyLine, Choice, Tried, choices};
use crate::model::{AreaCode, Record};

/// What was tried, and who is asking. Nothing of it is stored, unless the person keeps tries ([`App::chain_with_tries`]).
#[derive(Debug, Clone, Default)]
pub struct BusyRequest {
    /// Entries that did not answer, the latest last; none where it was some other line.
    pub ids: Vec<String>,
    /// Kind of the way that was tried, such as `chat`.
    pub kind: Option<String>,
    /// Where the person is.
    pub area: Option<AreaCode>,
    /// Language code they want to speak.
    pub spoken: Option<String>,
    /// Their age.
    pub age: Option<u8>,
}

/// What can be done when a line did not answer.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Busy {
    /// The line that did not answer just now.
    pub line: Option<Card>,
    /// What can be done, side by side; the last is always to stop for today.
    pub choices: Vec<Choice>,
}

impl App {
    /// What can be done when a line did not answer. It is never nothing.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when an entry does not exist.
    pub fn chain(&self, request: &BusyRequest) -> Result<Busy, AppError> {
        self.chain_after(request, &[])
    }

    /// The same after other tries, which may be of entries that are gone.
    pub(super) fn chain_after(&self, request: &BusyRequest, earlier: &[String]) -> Result<Busy, AppError> {
        let area = request.area.as_ref();
        let cards = request.ids.iter().map(|id| self.show(id, area).map(|shown| shown.card));
        let cards = cards.collect::<Result<Vec<Card>, _>>()?;
        let mut tried = Tried::default();
        for card in &cards {
            tried.note(&card.record);
        }
        for id in earlier {
            match self.show(id, None) {
                Ok(shown) => tried.note(&shown.card.record),
                Err(AppError::NotFound { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        let line = cards.into_iter().next_back();
        let record = line.as_ref().map_or_else(|| Record::new(""), |card| card.record.clone());
        let of_kind = |kind: &str| record.channels().into_iter().find(|channel| channel.kind() == kind);
        let way = request.kind.as_deref().and_then(of_kind).map(|channel| channel.id.to_owned());
        let busy = BusyLine {
            record: &record,
            way: way.as_deref(),
            tried: &tried,
            place: area,
            spoken: request.spoken.as_deref(),
            age: request.age,
        };
        let mut choices = choices(&busy, self.records(Some(NATIONAL_PACK))?, &self.cards, self.now());
        if matches!(choices.as_slice(), [Choice::EnoughForToday]) && busy.spoken.is_some() {
            // Nobody in that language now or later: a line in Japanese is more than nothing.
            let busy = BusyLine { spoken: None, ..busy };
            choices =
                crate::directory::chain::choices(&busy, self.records(Some(NATIONAL_PACK))?, &self.cards, self.now());
        }
        // What a person imported is in no chain, its own other ways included.
        if line.as_ref().is_some_and(|card| card.label.is_some()) {
            choices.retain(|choice| !matches!(choice, Choice::OtherWay { .. }));
        }
        Ok(Busy { line, choices })
    }
}
