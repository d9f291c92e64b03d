//! Who listens to heavy feelings, for pages that speak of them.

use super::{App, AppError};
use crate::directory::answer::{Card, Filters, FindRequest, NeedHit, Understood};
use crate::model::AreaCode;

/// Lines on such a page.
const LINES: usize = 3;

impl App {
    /// A few lines for feelings, each with its state at this moment; those that are open first.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn listening(&self, area: Option<&AreaCode>) -> Result<Vec<Card>, AppError> {
        let filters = Filters { kinds: vec!["line".into()], ..Filters::default() };
        let request = FindRequest { area: area.cloned(), filters, limit: LINES, ..FindRequest::default() };
        let need =
            |need: &str| NeedHit { need: need.into(), how: Understood::Chosen, words: Vec::new(), strength: 1000 };
        let needs = vec![need("lonely"), need("low-mood")];
        Ok(self.national.finding()?.answer(self.here(), &request, needs)?.cards)
    }
}
