//! Headers, and rows that are not as long as they should be.

use super::case::{Case, case};

pub const CASES: &[Case] = &[
    case("header-space", "名称　,telephone　number\nひだまり,087-000-0001\n", 1, &[("ch/tel/dial", "0870000001")]),
    case("header-space", "名称,\"都道府県コード又は\n市区町村コード\"\nひだまり,372013\n", 2, &[("lg", "372013")]),
    case("header-u2015", "都道府県コ―ド又は市区町村コ―ド,名称\n372013,ひだまり\n", 1, &[("lg", "372013")]),
    case("header-misprint", "名称,所在地_連結標記\nひだまり,高松市1\n", 1, &[("address", "高松市1")]),
    case("header-misprint", "名称,所在地＿連結表記\nひだまり,高松市1\n", 1, &[("address", "高松市1")]),
    case("header-empty", "名称,住所,\nひだまり,高松市1,\n", 1, &[("name", "ひだまり")]),
    case("header-cut", "名称,住所,その他の設\nひだまり,高松市1,スロープ\n", 1, &[("x/その他の設", "スロープ")]),
    case("header-twice", "名称,住所,広さ,広さ\nひだまり,高松市1,10,20\n", 1, &[("name", "ひだまり")]),
    case("blank-row", "名称,住所\nひだまり,高松市1\n,\n\n", 3, &[]),
    case("ragged-row", "名称,住所,電話番号\nひだまり,高松市1\n", 2, &[("name", "ひだまり")]),
    case("ragged-row", "名称,住所\nひだまり,高松市1,おまけ\n", 2, &[("name", "ひだまり")]),
    case("no-name", "名称,住所,電話番号\n,高松市1,087-000-0001\n", 2, &[]).records(0),
    case("not-a-row", "名称,住所,備考\n,※調査中の施設は含まない,\n", 2, &[]).records(0),
    case("not-a-row", "名称,住所\n新規マップピン,高松市1\n", 2, &[]).records(0),
    case("merged", "名称,住所\nひだまり,高松市番町一丁目8番15号\nひだまり,高松市番町１丁目８－１５\n", 3, &[]),
    case("older-vintage", "名称,住所\nひだまり,高松市1\n", 2, &[("status", "unknown"), ("assured_date", "")])
        .file("old_data/community_center.csv"),
    case(
        "confidential",
        "名称,種別,住所,緯度,経度,電話番号,説明\nみなみ寮,母子生活支援施設,高松市番町1-2,34.3,134.0,087-000-0001,説明文\n",
        2,
        &[
            ("confidential", "true"),
            ("trace_warning", "true"),
            ("ch/tel/dial", "0870000001"),
            ("area/37", "true"),
            ("area/372013", ""),
            ("address", ""),
            ("lg", ""),
            ("lat_e6", ""),
            ("lon_e6", ""),
            ("summary", ""),
            ("x/種別", ""),
            ("ch/visit/kind", ""),
        ],
    )
    .file("welfare_hall.csv"),
];
