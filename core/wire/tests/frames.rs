//! A few codes carry a small file, in whatever order they are read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::*;
use tsunagari_wire::WireError;
use tsunagari_wire::frames::{FRAME_BYTES, FRAMES, Frames, frames};

#[test]
fn what_does_not_fit_is_said() {
    let bytes = vec![7; FRAME_BYTES * FRAMES];
    assert_eq!(frames(&bytes).unwrap().len(), FRAMES);
    assert!(matches!(frames(&vec![7; FRAME_BYTES * FRAMES + 1]), Err(WireError::TooLarge { .. })));
}

#[test]
fn another_code_begins_anew_and_a_changed_one_is_refused() {
    let (one, other) = (frames(&[1; 1_000]).unwrap(), frames(&[2; 1_000]).unwrap());
    let mut read = Frames::default();
    assert_eq!(read.take(&one[0]), Ok(None));
    assert_eq!(read.take(&other[1]), Ok(None));
    assert_eq!(read.progress(), (1, 2));
    assert_eq!(read.take(&other[0]), Ok(Some(vec![2; 1_000])));
    let changed = one[1].replace("PGO", "PGP");
    assert_eq!(read.take(&one[0]), Ok(None));
    let refused = read.take(&if changed == one[1] { format!("{}00", one[1]) } else { changed });
    assert_eq!(refused, Err(WireError::Damaged));
    assert_eq!(read.take("https://example.jp/"), Err(WireError::NotOurs));
    assert_eq!(read.take("TSUNA1:99ABCDEF01:00"), Err(WireError::Damaged));
}

proptest! {
    #[test]
    fn any_order_and_repetition_gives_the_same_bytes(
        bytes in proptest::collection::vec(any::<u8>(), 1..4_000),
        turns in proptest::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let frames = frames(&bytes).unwrap();
        let mut read = Frames::default();
        let all = turns.iter().map(|turn| turn.index(frames.len())).chain(0..frames.len());
        let mut whole = None;
        for at in all {
            if let Some(read) = read.take(&frames[at]).unwrap() {
                whole = Some(read);
            }
        }
        prop_assert_eq!(whole, Some(bytes));
    }

    #[test]
    fn any_text_is_a_frame_or_an_error(text in "TSUNA1:[0-9]{2}[0-9A-F]{8}:[0-9A-Z $%*+./:-]{0,60}") {
        let _whatever = Frames::default().take(&text);
    }
}
