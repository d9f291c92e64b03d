//! The behaviour of tsunagari, without any screen.
//!
//! Start at [`app::App`]: it opens the directory, answers [`app::App::find`], and imports open data. What it answers
//! with is plain data from [`model`]. Everything between the two is one feature per module; ARCHITECTURE.md has the
//! table of layers, which a test holds the code to.

pub mod app;
pub mod checkins;
pub mod crdt;
pub mod crypto;
pub mod directory;
pub mod env;
pub mod hours;
pub mod journal;
pub mod keepsakes;
pub mod model;
pub mod search;
pub mod store;
pub mod text;
