//! Japanese text search: normalising, tokens, ranking. Pure functions.
//!
//! What was published and what a person types go through [`normalise`]. A record becomes tokens ([`Tokens`]); what is
//! typed becomes a [`Query`] with no syntax in it; [`fit`] says how well a candidate fits and why.

mod fit;
mod normalise;
mod old_forms;
mod phone;
mod query;
mod romaji;
mod scripts;
mod synonyms;
mod tokens;

pub use fit::{Fit, NameFit, Where, fit};
pub use normalise::normalise;
pub use phone::{phone_digits, phone_query};
pub use query::{Chunk, Query, Term};
pub use romaji::romaji_to_hiragana;
pub use synonyms::{Heard, Synonyms};
pub use tokens::{NAME_MARK, Tokens, pieces};
