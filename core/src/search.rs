//! Japanese text search: normalising, tokens, ranking. Pure functions.
