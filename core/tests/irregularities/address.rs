//! Addresses, postal codes, positions.

use super::case::{Case, case};

const LAT: (&str, &str) = ("lat_e6", "34343092");
const LON: (&str, &str) = ("lon_e6", "134046553");

pub const CASES: &[Case] = &[
    case(
        "address-in-city",
        "名称,所在地_連結表記,所在地_市区町村\nひだまり,,高松市番町1-29\n",
        2,
        &[("address", "高松市番町1-29"), ("lg", "372013")],
    ),
    case(
        "address-from-parts",
        "名称,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下\nひだまり,,香川県,高松市,番町,1-29\n",
        2,
        &[("address", "香川県高松市番町1-29")],
    ),
    case("postal-no-hyphen", "名称,住所,郵便番号\nひだまり,高松市1,9290393\n", 2, &[("postal", "929-0393")]),
    case("postal-none", "名称,住所,郵便番号\nひだまり,高松市1,-\n", 2, &[("postal", "")]),
    case(
        "postal-in-address",
        "名称,住所\nひだまり,760-0052 高松市瓦町1\n",
        2,
        &[("postal", "760-0052"), ("address", "高松市瓦町1"), ("lg", "372013")],
    ),
    case("lot-mark", "名称,住所\nひだまり,加賀市大聖寺南町ニ41\n", 2, &[("address", "加賀市大聖寺南町ニ41")]),
    case("lot-mark", "名称,住所\nひだまり,加賀市上町イ46-6\n", 2, &[("address", "加賀市上町イ46-6")]),
    case(
        "address-katakana-ni",
        "名称,住所\nひだまり,高松市番町ニ丁目14番2号\nひだまり,高松市番町二丁目14番2号\n",
        2,
        &[("address", "高松市番町ニ丁目14番2号")],
    ),
    case("coord-swapped", "名称,緯度,経度\nひだまり,134.046553,34.343092\n", 2, &[LAT, LON]),
    case("coord-no-point", "名称,緯度,経度\nひだまり,34343092,134046553\n", 2, &[LAT, LON]),
    case("coord-no-point", "名称,緯度,経度\nひだまり,3702117,13696178\n", 2, &[("lat_e6", "37021170")]),
    case("coord-outside", "名称,緯度,経度\nひだまり,3707321,23693007\n", 2, &[("lat_e6", ""), ("lon_e6", "")]),
    case("coord-outside", "名称,緯度,経度\nひだまり,100,101\n", 2, &[("lat_e6", "")]),
    case("coord-pair", "#property,name,location\n1,ひだまり,\"34.343092,134.046553\"\n", 2, &[LAT, LON]),
    case("coord-not-number", "名称,緯度,経度\nひだまり,北緯34度,東経134度\n", 2, &[("lat_e6", "")]),
];
