//! Benchmarks, and what they share. Development only; nothing here is shipped.

pub mod children;
pub mod corpus;
pub mod figures;
#[cfg(feature = "peers")]
pub mod peers;
pub mod questions;
