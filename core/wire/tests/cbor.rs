//! One value has one form.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, missing_docs)]

use proptest::prelude::*;
use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{Fields, Value, decode, encode, map};

/// Kept for ever: what was written once is read by every later version.
const GOLDEN: &[(&str, &str)] = &[
    ("00", "0"),
    ("1903e8", "1000"),
    ("3903e7", "-1000"),
    ("f5", "true"),
    ("43010203", "bytes"),
    ("66e381a4e381aa", "つな"),
    ("83010203", "list"),
];

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn golden_bytes_stay() {
    let values = [
        Value::Int(0),
        Value::Int(1000),
        Value::Int(-1000),
        Value::Bool(true),
        Value::Bytes(vec![1, 2, 3]),
        Value::Text("つな".to_owned()),
        Value::List(vec![Value::Int(1), Value::Int(2), Value::Int(3)]),
    ];
    for ((hex, name), value) in GOLDEN.iter().zip(values) {
        assert_eq!(encode(&value), bytes(hex), "{name}");
        assert_eq!(decode(&bytes(hex)).unwrap(), value, "{name}");
    }
    // Shorter keys first, then by their bytes.
    let sorted = map([("b", Value::Int(1)), ("aa", Value::Int(2)), ("a", Value::Int(3))]);
    assert_eq!(encode(&sorted), bytes("a361610361620162616102"));
}

#[test]
fn a_second_form_is_refused() {
    for (hex, what) in [
        ("1800", "a number longer than it needs to be"),
        ("1b0000000000000001", "a number of eight bytes"),
        ("a2616201616101", "keys out of order"),
        ("a2616101616102", "a key twice"),
        ("0000", "something behind it"),
    ] {
        assert_eq!(decode(&bytes(hex)), Err(WireError::NotCanonical), "{what}");
    }
    for (hex, what) in [
        ("f6", "nothing"),
        ("f93c00", "a float"),
        ("c000", "a tag"),
        ("a10101", "a number as key"),
        ("9f01ff", "a list without a length"),
        ("7f6161ff", "a text in pieces"),
    ] {
        assert!(matches!(decode(&bytes(hex)), Err(WireError::Malformed(_))), "{what}");
    }
}

#[test]
fn lengths_that_lie_and_deep_nests_are_refused_without_making_room_for_them() {
    for hex in ["9bffffffffffffffff", "bbffffffffffffffff", "5b7fffffffffffffff", "7b7fffffffffffffff"] {
        assert!(decode(&bytes(hex)).is_err());
    }
    assert!(decode(&vec![0x81; 100_000]).is_err());
}

#[test]
fn fields_are_taken_by_name_and_none_is_left() {
    let value = map([("a", Value::Int(1)), ("b", Value::Text("x".to_owned()))]);
    let mut fields = Fields::decode(&encode(&value)).unwrap();
    assert_eq!(fields.number("a"), Ok(1));
    assert_eq!(fields.number("a"), Err(WireError::Missing("a")));
    assert_eq!(fields.number("b"), Err(WireError::Wrong("b")));
    let fields = Fields::decode(&encode(&value)).unwrap();
    assert_eq!(fields.end(), Err(WireError::Unknown("a".to_owned())));
}

proptest! {
    #[test]
    fn any_bytes_are_one_value_in_one_form_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(value) = decode(&bytes) {
            prop_assert_eq!(encode(&value), bytes);
        }
    }
}
