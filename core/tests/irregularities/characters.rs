//! Characters: what is certain is mended, what may be meant is kept.

use super::case::{Case, case};

pub const CASES: &[Case] = &[
    case("html-in-cell", "名称,説明\nひだまり,だれでも<br>どうぞ\n", 2, &[("summary", "だれでも\nどうぞ")]),
    case("leading-space", "名称,住所\nひだまり,\t高松市1\n", 2, &[("address", "高松市1")]),
    case("leading-space", "名称,住所\nひだまり　,高松市1\n", 2, &[("name", "ひだまり")]),
    case(
        "control-character",
        "名称,住所\nひだ\u{7}まり,高松市番町一丁目八番十五号のとなりの建物の二階にある小さな部屋、黄色い扉が目印で、呼び鈴はなく、午後はたいてい開いていて、縁側からも入ることができ、犬もいる\n",
        2,
        &[("name", "ひだまり")],
    ),
    case(
        "hidden-character",
        "名称,説明,備\u{202e}考\nひだ\u{200b}まり,\u{2066}だれでも\u{202e}どうぞ,親子👩\u{200d}👧\n",
        2,
        &[("name", "ひだまり"), ("summary", "だれでもどうぞ"), ("x/備考", "親子👩\u{200d}👧")],
    ),
    case("nfd", "名称,住所\nひた\u{3099}まり,高松市1\n", 2, &[("name", "ひだまり")]),
    case("compatibility-character", "名称,住所\n㈱ひだまりⅡ,高松市1\n", 2, &[("name", "㈱ひだまりⅡ")]),
    case("old-kanji", "名称,住所\n澤﨑医院,高松市1\n", 2, &[("name", "澤﨑医院")]),
    case("half-width-kana", "名称,住所\nひだまり,字大町ﾄの3番地3\n", 2, &[("address", "字大町ﾄの3番地3")]),
    case("dash-variant", "名称,住所\nひだまり,高松市1ｰ40ｰ1\n", 2, &[("address", "高松市1ｰ40ｰ1")]),
    case(
        "dash-variant",
        "名称,住所\nスタッフステ\u{2015}ション,高松市1\n",
        2,
        &[("name", "スタッフステ\u{2015}ション")],
    ),
    case("wave-dash", "名称,説明\nひだまり,10時〜12時\n", 2, &[("summary", "10時〜12時")]),
    case("wave-dash", "名称,説明\nひだまり,10時～12時\n", 2, &[]),
    case("full-width-digits", "名称,住所\nひだまり,高松市１丁目\n", 2, &[("address", "高松市１丁目")]),
    case("kana-with-kanji-two", "名称,名称_カナ\n中港第二,ナカミナトダイ二\n", 2, &[("name_kana", "ナカミナトダイ二")]),
];
