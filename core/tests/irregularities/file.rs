//! Encodings, line ends, delimiters, rows before the header, files that are left out.

use super::case::{Case, Written, case};

pub const CASES: &[Case] = &[
    case("encoding-bom", "\u{feff}名称,住所\nひだまり,高松市1\n", 1, &[("name", "ひだまり")]),
    case("encoding-cp932", "名称,住所\r\nひだまり①,高松市1\r\n", 1, &[("name", "ひだまり①")]).written(Written::Cp932),
    case("encoding-utf16", "名称,住所\r\nひだまり,高松市1\r\n", 1, &[("name", "ひだまり")]).written(Written::Utf16Le),
    case("encoding-utf16", "名称,住所\nひだまり,高松市1\n", 1, &[("name", "ひだまり")]).written(Written::Utf16Be),
    case("newline-bare-cr", "名称,住所\rひだまり,高松市1\rこかげ,高松市2\r", 1, &[("name", "ひだまり")]).records(2),
    case("newline-mixed", "名称,住所\r\nひだまり,高松市1\nこかげ,高松市2\r\n", 1, &[]).records(2),
    case("delimiter-not-comma", "名称\t住所\nひだまり\t高松市1,2\n", 1, &[("address", "高松市1,2")]),
    case("delimiter-not-comma", "名称;住所\nひだまり;高松市1\n", 1, &[("address", "高松市1")]),
    case("metadata-rows", "#LINK,\n#lang,ja\n#property,name,address\n1,ひだまり,高松市1\n", 1, &[("name", "ひだまり")]),
    case(
        "metadata-rows",
        "高松市の居場所一覧,\n令和8年4月1日現在,\n,\n名称,住所\nひだまり,高松市1\n",
        1,
        &[("name", "ひだまり")],
    ),
    case(
        "type-rows",
        "#property,name,address\n#object_type_xsd,string,string\n#property_context,A,A\n1,ひだまり,高松市1\n",
        2,
        &[("name", "ひだまり")],
    ),
    case("test-export", "10:text,11:text,12:zipcode,15:time\nひだまり,ヒダマリ,,\n", 1, &[]).records(0),
    case("test-export", "名称,住所\nひだまり,高松市1\n", 1, &[]).file("テスト（お店）/a.csv").records(0),
    case("not-help", "店名,住所,業態\nすし花,高松市1,飲食店\n", 1, &[]).file("list.csv").records(0),
    case("not-help", "名称,住所\n消火栓,高松市1\n", 1, &[]).file("fire_hydrant.csv").records(0),
    case("no-header", "あ,い\nう,え\n", 1, &[]).file("list.csv").records(0),
    case("no-name-column", "ID,緯度,経度\n1,34.3,134.0\n", 1, &[]).file("list.csv").records(0),
    case("toml-other-table", "[[record]]\nid = \"a\"\nname = \"ひだまり\"\n[[holiday]]\nid = 1\n", 1, &[("name", "ひだまり")])
        .file("a.toml"),
    case("toml-not-a-record", "[[record]]\nname = \"こかげ\"\n[[record]]\nid = \"a\"\nname = \"ひだまり\"\n", 1, &[("name", "ひだまり")])
        .file("a.toml"),
    case("toml-key", "[[record]]\nid = \"a\"\nname = \"ひだまり\"\nstars = 5\nkind = \"shop\"\n", 1, &[("stars", ""), ("kind", "")])
        .file("a.toml"),
    case(
        "toml-claimed-rank",
        "[[record]]\nid = \"a\"\nname = \"ひだまり\"\nclass = \"core\"\ncrisis_first = true\n[[record.ch]]\nid = \"t\"\nkind = \"tel\"\ndial = \"0870000001\"\nconf = \"high\"\n",
        1,
        &[("class", "listing"), ("crisis_first", ""), ("ch/t/dial", "0870000001"), ("ch/t/conf", "")],
    )
    .file("a.toml"),
];
