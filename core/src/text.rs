//! Texts a person reads, from Fluent files in `core/locales/<language>/`. Every sentence exists in Japanese,
//! やさしい日本語 and English; a test compares the three sets of message ids.

mod bundle;
mod files;
mod ruby;

pub use bundle::{Argument, Texts};
pub use ruby::{plain, ruby_as_brackets, strip_ruby};
