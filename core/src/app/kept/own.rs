//! Entries of one's own: written, found, and beside the answers of the directory when the person opens their store.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::Kept;
use crate::app::{App, AppError};
use crate::directory::answer::{Answer, FindRequest};
use crate::hours::Holidays;
use crate::keepsakes::{KeepError, own};
use crate::model::{EventId, OpenState, Own};
use crate::search::Query;
use crate::store::Ticket;

/// What a person writes into an entry of their own; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct OwnWords {
    /// Name.
    pub name: Option<String>,
    /// Reading.
    pub kana: Option<String>,
    /// Telephone number.
    pub tel: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// When it is open, in words.
    pub hours: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// An entry of one's own as it is shown: always as such, its number as it was written down.
#[derive(Debug, Clone, serde::Serialize)]
pub struct OwnCard {
    /// Its id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Telephone number, as written down.
    pub tel: String,
    /// Where it is.
    pub address: String,
    /// When it is open, in words.
    pub hours: String,
    /// Whether it is open now, as far as these words are understood.
    pub state: OpenState,
    /// Anything else.
    pub note: String,
}

/// An answer of the directory, and beside it what the person wrote themselves.
#[derive(Debug, Clone, serde::Serialize)]
pub struct WithOwn {
    /// The answer.
    #[serde(flatten)]
    pub answer: Answer,
    /// Entries of one's own, best first.
    pub own: Vec<OwnCard>,
}

impl Kept {
    /// Writes a new entry; gives its id.
    ///
    /// # Errors
    /// [`KeepError::Empty`] without a name, [`KeepError::TooLong`], [`KeepError::Full`] for more than [`own::MOST`];
    /// nothing was changed.
    pub fn add_own(&self, words: &OwnWords, now: DateTime<Utc>) -> Result<EventId, AppError> {
        let text = String::new;
        let (name, kana, tel, address, hours, note) = (text(), text(), text(), text(), text(), text());
        let empty = Own { id: self.new_id()?, name, kana, tel, address, hours, note, changed: now };
        self.put_own(empty, words, now)
    }

    /// Changes an entry.
    ///
    /// # Errors
    /// As [`Self::add_own`], and [`KeepError::NoOwn`].
    pub fn change_own(&self, id: &str, words: &OwnWords, now: DateTime<Utc>) -> Result<EventId, AppError> {
        let own = self.one(id)?;
        self.put_own(own, words, now)
    }

    fn put_own(&self, mut own: Own, words: &OwnWords, now: DateTime<Utc>) -> Result<EventId, AppError> {
        let OwnWords { name, kana, tel, address, hours, note } = words.clone();
        for (new, old) in [
            (name, &mut own.name),
            (kana, &mut own.kana),
            (tel, &mut own.tel),
            (address, &mut own.address),
            (hours, &mut own.hours),
            (note, &mut own.note),
        ] {
            *old = new.unwrap_or_else(|| old.clone());
        }
        let own = Own { changed: now, ..own::checked(&own)? };
        if !self.store.put_own(&own, &own::tokens(&own), own::MOST)? {
            return Err(KeepError::Full { most: own::MOST }.into());
        }
        Ok(own.id)
    }

    /// Erases an entry.
    ///
    /// # Errors
    /// [`KeepError::NoOwn`].
    pub fn remove_own(&self, id: &str) -> Result<(), AppError> {
        let own = self.one(id)?;
        self.store.remove_own(own.id)?;
        Ok(())
    }

    fn one(&self, id: &str) -> Result<Own, AppError> {
        let found = EventId::parse(id).map(|id| self.store.own(id)).transpose()?.flatten();
        found.ok_or_else(|| KeepError::NoOwn { id: id.to_owned() }.into())
    }

    /// Entries that fit what was typed, best first.
    fn matching(&self, typed: &str) -> Result<Vec<Own>, AppError> {
        let query = Query::new(typed);
        let mut candidates = Vec::new();
        for group in own::wanted(&query) {
            candidates.extend(self.store.owns_with(&group)?);
        }
        Ok(own::fitting(&query, candidates))
    }
}

impl App {
    /// All entries of one's own, by reading or name.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn owns(&self, kept: &Kept) -> Result<Vec<OwnCard>, AppError> {
        Ok(self.drawn(kept.store.owns()?))
    }

    /// Entries of one's own that fit what was typed, best first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn find_own(&self, kept: &Kept, typed: &str) -> Result<Vec<OwnCard>, AppError> {
        Ok(self.drawn(kept.matching(typed)?))
    }

    /// As [`App::find`], with what the person wrote themselves beside it.
    ///
    /// # Errors
    /// As [`App::find`].
    pub fn find_with_own(&self, kept: &Kept, request: &FindRequest) -> Result<WithOwn, AppError> {
        self.find_with_own_as(self.ticket(), kept, request)
    }

    /// As [`App::find_as`], with what the person wrote themselves beside it.
    ///
    /// # Errors
    /// As [`App::find_as`].
    pub fn find_with_own_as(&self, ticket: Ticket, kept: &Kept, request: &FindRequest) -> Result<WithOwn, AppError> {
        let mut own = self.find_own(kept, &request.text)?;
        own.truncate(if request.limit == 0 { FindRequest::DEFAULT_LIMIT } else { request.limit });
        Ok(WithOwn { answer: self.find_as(ticket, request)?, own })
    }

    fn drawn(&self, owns: Vec<Own>) -> Vec<OwnCard> {
        let (now, holidays) = (self.now(), self.national().holidays());
        owns.into_iter().map(|own| self.drawn_at(own, now, holidays)).collect()
    }

    fn drawn_at(&self, own: Own, now: NaiveDateTime, holidays: &Holidays) -> OwnCard {
        let clock = OpenState::Unknown { why: crate::model::Unknown::ClockNotTrusted };
        let state = if self.trusts_clock() { own::state(&own, now, holidays) } else { clock };
        let Own { id, name, kana, tel, address, hours, note, .. } = own;
        OwnCard { id: id.to_string(), name, kana, tel, address, hours, state, note }
    }
}
