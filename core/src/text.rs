//! Texts a person reads, from Fluent files.
