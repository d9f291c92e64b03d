//! Cases of our own for every rule of the import.

mod address;
mod case;
mod characters;
mod file;
mod header;
mod hours;
mod identity;
mod phone;

pub use case::Case;

/// All cases.
pub fn all_cases() -> impl Iterator<Item = &'static Case> {
    [file::CASES, header::CASES, identity::CASES, address::CASES, phone::CASES, hours::CASES, characters::CASES]
        .into_iter()
        .flatten()
}
