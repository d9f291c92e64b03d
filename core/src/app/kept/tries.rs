//! Tries of lines that did not answer: for a day, when the person opens their store for it.

use chrono::{DateTime, Utc};

use super::Kept;
use crate::app::{App, AppError, Busy, BusyRequest};
use crate::keepsakes::tries;

impl Kept {
    /// Erases tries that are older than a day, and those that a changed clock has put into the future.
    pub(super) fn forget_tries(&self, now: DateTime<Utc>) -> Result<(), AppError> {
        Ok(self.store.keep_tried(tries::forgotten(now), now)?)
    }

    /// Ids of the lines that are kept as tried, without how often or when. What is older than a day is erased first,
    /// also where the store has been open for longer.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn tries(&self, now: DateTime<Utc>) -> Result<Vec<String>, AppError> {
        self.forget_tries(now)?;
        let mut ids: Vec<String> = self.store.tried()?.into_iter().map(|tried| tried.record).collect();
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}

impl App {
    /// As [`App::chain`]; what was tried in the last day counts as tried, and what was tried now is kept for a day.
    ///
    /// # Errors
    /// As [`App::chain`]; nothing was kept then.
    pub fn chain_with_tries(&self, kept: &Kept, request: &BusyRequest, now: DateTime<Utc>) -> Result<Busy, AppError> {
        let busy = self.chain_after(request, &kept.tries(now)?)?;
        let mut kept_now = Vec::new();
        for id in &request.ids {
            let record = self.show(id, None)?.card.record;
            let kind = request.kind.as_deref().filter(|_| Some(id) == request.ids.last());
            kept_now.extend(tries::of(&record, kind, now));
        }
        kept.store.put_tried(&kept_now)?;
        Ok(busy)
    }
}
