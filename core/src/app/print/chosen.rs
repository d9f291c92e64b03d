//! Which entries stand on a paper.

use crate::app::{App, AppError};
use crate::directory::answer::{Card, Filters, name_in};
use crate::directory::places::Filling;
use crate::model::{AreaCode, Language};

/// Lines on a sheet that nobody chose.
const ON_A_SHEET: usize = 8;
/// Of those, what is near, when somebody said where.
const NEAR: usize = 3;

impl App {
    /// The entries asked for, or the lines for everyone; one whose traces could endanger somebody only when the person
    /// said so (`traces`). The language is the one in which an error names it.
    ///
    /// # Errors
    /// [`AppError::TracesOnPaper`], [`AppError::NotFound`].
    pub fn cards_for_paper(
        &self,
        ids: &[String],
        area: Option<&AreaCode>,
        traces: bool,
        language: Language,
    ) -> Result<Vec<Card>, AppError> {
        if ids.is_empty() {
            return self.usual_cards(area);
        }
        ids.iter().map(|id| self.card_for_paper(id, area, traces, language)).collect()
    }

    /// One entry that is given to somebody, on paper or as a code; as [`App::cards_for_paper`].
    ///
    /// # Errors
    /// [`AppError::TracesOnPaper`], [`AppError::NotFound`].
    pub fn card_for_paper(
        &self,
        id: &str,
        area: Option<&AreaCode>,
        traces: bool,
        language: Language,
    ) -> Result<Card, AppError> {
        let card = self.show(id, area)?.card;
        if card.record.is("trace_warning") && !traces {
            return Err(AppError::TracesOnPaper { name: name_in(&card.record, language).to_owned() });
        }
        Ok(card)
    }

    /// Lines one can begin with, whatever the hour (paper outlives the moment), and what is near.
    fn usual_cards(&self, area: Option<&AreaCode>) -> Result<Vec<Card>, AppError> {
        let begins = |card: &Card| card.record.is("crisis_first") || card.record.is("chain");
        let unseen = |card: &Card| !card.record.is("trace_warning") && !card.record.is("emergency_row");
        let lines = self.lines(area, &Filters::default())?;
        let mut printed: Vec<Card> = lines.into_iter().filter(|card| begins(card) && unseen(card)).collect();
        printed.sort_by_key(|card| {
            let local = card.record.areas().iter().any(|area| area.prefecture().is_some());
            (local && area.is_none(), !card.record.is("crisis_first"), card.record.id.clone())
        });
        let near = area.map(|area| self.near_for_paper(area)).transpose()?.unwrap_or_default();
        printed.truncate(ON_A_SHEET.saturating_sub(near.len()));
        printed.extend(near);
        Ok(printed)
    }

    /// Whoever fills a slot of the municipality, then the nearest places.
    fn near_for_paper(&self, area: &AreaCode) -> Result<Vec<Card>, AppError> {
        let around = self.places(area, &Filters::default(), NEAR)?;
        let mut cards: Vec<Card> = Vec::new();
        for (_, slot) in &around.slots {
            let Filling::Filled(ids) = &slot.filling else { continue };
            for id in ids.iter().take(1) {
                cards.push(self.show(id, Some(area))?.card);
            }
        }
        for place in around.places {
            if !cards.iter().any(|card| card.record.id == place.card.record.id) {
                cards.push(place.card);
            }
        }
        cards.truncate(NEAR);
        Ok(cards)
    }
}
