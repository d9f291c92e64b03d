//! Published IDs and codes.

use super::case::{Case, case};

const BY_NAME: (&str, &str) = ("id_rule", "name-and-address");

pub const CASES: &[Case] = &[
    case("duplicate-id", "ID,名称,住所\nA-11111,ひだまり,高松市1\nA-11111,こかげ,高松市2\n", 2, &[BY_NAME]).records(2),
    case("id-empty", "ID,名称,住所\n,ひだまり,高松市1\n", 2, &[BY_NAME]),
    case("id-exponent", "ID,名称,住所\n4.00E+12,ひだまり,高松市1\n", 2, &[BY_NAME]),
    case("id-exponent", "ID,名称,住所\n1.31025E+11,ひだまり,高松市1\n", 2, &[BY_NAME]),
    case("id-zeros", "ID,名称,住所\n132152000000,ひだまり,高松市1\n132152000000,こかげ,高松市2\n", 2, &[BY_NAME])
        .records(2),
    case("id-row-number", "NO,名称,住所\n1,ひだまり,高松市1\n", 2, &[BY_NAME]),
    case("id-ckan", "_id,ID,名称,住所\n7,0000000007,ひだまり,高松市1\n", 2, &[("id_rule", "published-id")]),
    case(
        "code-five-digits",
        "全国地方公共団体コード,名称\n37201,ひだまり\n",
        2,
        &[("lg", "372013"), ("area/372013", "true")],
    ),
    case("code-five-digits", "全国地方公共団体コード,名称\n11011,ひだまり\n", 2, &[("lg", "011011")]),
    case("code-bad", "全国地方公共団体コード,名称,住所\n372014,ひだまり,1-1\n", 2, &[("lg", "")]),
    case("code-stale", "全国地方公共団体コード,名称\n221317,ひだまり\n", 2, &[("lg", "221384")]),
    case("code-stale", "全国地方公共団体コード,名称\n403059,ひだまり\n", 2, &[("lg", "402311")]),
    case("code-from-address", "名称,住所\nひだまり,香川県高松市番町1\n", 2, &[("lg", "372013")]),
    case("code-from-address", "都道府県名,市区町村名,名称\n広島県,府中市,ひだまり\n", 2, &[("lg", "342084")]),
    case("code-from-file", "名称,住所\nひだまり,高松市番町1\nこかげ,番町ニ丁目14番2号\n", 3, &[]).records(2),
    case("code-from-file", "名称,住所\nこかげ,番町2\n", 2, &[("lg", "372013")]).file("takamatsu/community_center.csv"),
    case("code-missing", "市区町村名,名称\n府中市,ひだまり\n", 2, &[("lg", "")]),
    case("code-missing", "名称,住所\nひだまり,北海道泊村1\n", 2, &[("lg", "")]),
    case("ward-space", "都道府県名,市区町村名,名称\n北海道,札幌市 中央区,ひだまり\n", 2, &[("lg", "011011")]),
    case("number-exponent", "名称,住所,法人番号\nひだまり,高松市1,2.00002E+12\n", 2, &[("x/法人番号", "")]),
    case("poi-letter", "名称,住所,POIコード\nひだまり,高松市1,1403a\n", 2, &[("category", "childrens_hall")])
        .file("public_facility.csv"),
    case("poi-full-width", "名称,住所,POIコード\nひだまり,高松市1,1307ａ\n", 2, &[("category", "community_center")])
        .file("public_facility.csv"),
];
