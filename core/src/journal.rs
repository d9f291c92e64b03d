//! The mood log and つながりの質問 without any store or screen: words, views, files, pages, as pure functions.
//!
//! Nothing here averages, compares, counts or says better or worse; a day without an entry is paper.

mod calendar;
mod csv;
mod entry;
mod error;
mod file;
mod json;
mod page;
mod questions;
mod rfc4180;
mod steps;
mod vocabulary;

pub use calendar::{DayCell, MonthView, YearView, month, year};
pub use csv::to_csv;
pub use entry::Entry;
pub use error::{DataError, FileError, JournalError};
pub use file::{Format, LARGEST_LOG, read};
pub use json::to_json;
pub use page::{Page, PageDay, PageEntry, PageWish, date_in_words, page};
pub use questions::{Band, Form, Item, Questions, Survey, questions};
pub use steps::{Step, Why, step};
pub use vocabulary::{LevelWords, Named, Vocabulary, vocabulary};
