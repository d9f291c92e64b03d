//! Telephone numbers: safe or absent.

use super::case::{Case, case};

const DIAL: (&str, &str) = ("ch/tel/dial", "0760000001");
const NONE: (&str, &str) = ("ch/tel/dial", "");

pub const CASES: &[Case] = &[
    case("phone-brackets", "名称,電話番号\nひだまり,(076)000-0001\n", 2, &[DIAL, ("ch/tel/display", "076-000-0001")]),
    case("phone-brackets", "名称,電話番号\nひだまり,(0760)00 0001\n", 2, &[DIAL, ("ch/tel/display", "0760-00-0001")]),
    case("phone-full-width", "名称,電話番号\nひだまり,（０７６）０００－０００１\n", 2, &[DIAL]),
    case(
        "phone-several",
        "名称,電話番号\nひだまり,076-000-0001 / 0120-000001\n",
        2,
        &[DIAL, ("ch/tel2/type", "freephone"), ("ch/tel2/fee", "free")],
    ),
    case(
        "phone-labelled",
        "名称,電話番号\nひだまり,平日:076-000-0001;土日:076-000-0002\n",
        2,
        &[DIAL, ("ch/tel/label", "平日"), ("ch/tel2/label", "土日")],
    ),
    case(
        "phone-labelled",
        "名称,電話番号\nひだまり,\"（福祉課）\n076-000-0001\n（保健課）\n076-000-0002\"\n",
        5,
        &[("ch/tel/label", "福祉課"), ("ch/tel2/label", "保健課")],
    ),
    case("phone-extension", "名称,電話番号\nひだまり,076-000-0001（内線399）\n", 2, &[DIAL, ("ch/tel/ext", "399")]),
    case("phone-shortened", "名称,電話番号\nひだまり,076-000-0001、5930\n", 2, &[DIAL, ("ch/tel2/dial", "")]),
    case("phone-shortened", "名称,電話番号\nひだまり,076-000-0001・4010\n", 2, &[DIAL, ("ch/tel2/dial", "")]),
    case("phone-no-area-code", "名称,電話番号\nひだまり,3636-9365\n", 2, &[NONE, ("x/電話番号", "3636-9365")]),
    case("phone-no-area-code", "名称,電話番号\nひだまり,（市役所：33-1111）\n", 2, &[NONE]),
    case("phone-hyphen-lost", "名称,電話番号\nひだまり,076000-0001\n", 2, &[DIAL]),
    case("phone-international", "名称,電話番号\nひだまり,+81 (076)000-0001\n", 2, &[DIAL]),
    case("phone-none", "名称,電話番号\nひだまり,なし（無人施設のため）\n", 2, &[NONE]),
    case("phone-none", "名称,電話番号\nひだまり,-\n", 2, &[NONE]),
    case("phone-unreadable", "名称,電話番号\nひだまり,00000000000001\n", 2, &[NONE]),
];
