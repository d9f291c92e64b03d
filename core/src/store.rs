//! All SQL: the directory database.
