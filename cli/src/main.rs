//! tsunagari on the command line.
fn main() {}
