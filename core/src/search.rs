//! Japanese text search: normalising, tokens, ranking. Pure functions.

mod normalise;
mod old_forms;
mod phone;
mod romaji;

pub use normalise::normalise;
pub use phone::{phone_digits, phone_query};
pub use romaji::romaji_to_hiragana;
