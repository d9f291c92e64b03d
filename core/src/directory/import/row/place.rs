//! Where a row says it is: address, postal code, position.

use crate::model::Record;

use super::super::clean::{fold, is_nothing};
use super::super::field::Field;
use super::super::{FileReport, Rule, coord};
use super::Cells;

/// The code of a point of interest, without the letter of the older form.
pub(super) fn poi(cell: &str, mut note: impl FnMut(Rule)) -> String {
    let folded = fold(cell);
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    if digits.len() == 4 && folded.len() == 5 {
        note(if cell.chars().any(|c| matches!(c, 'ａ'..='ｚ' | 'Ａ'..='Ｚ')) {
            Rule::PoiFullWidth
        } else {
            Rule::PoiLetter
        });
    }
    digits
}

pub(super) fn address(row: &Cells<'_>, report: &mut FileReport) -> String {
    let line = row.line;
    let mut address = row.text(Field::Address, report).replace('\n', " ");
    let city = row.text(Field::AddressCity, report);
    if is_nothing(&address) {
        address = String::new();
        let town = row.text(Field::AddressTown, report);
        let block = row.text(Field::AddressBlock, report);
        let whole =
            town.is_empty() && block.is_empty() && city.chars().any(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
        if whole {
            report.note(Rule::AddressInCity, line, row.header(Field::AddressCity));
        } else if !city.is_empty() {
            report.note(Rule::AddressFromParts, line, None);
        }
        let prefecture = if row.has(Field::AddressCity) { row.text(Field::Prefecture, report) } else { String::new() };
        if !city.is_empty() {
            let prefecture = if city.starts_with(&prefecture) { "" } else { &prefecture };
            address = format!("{prefecture}{city}{town}{block}");
        }
    } else if city.chars().any(|c| c.is_ascii_digit()) {
        report.note(Rule::AddressInCity, line, row.header(Field::AddressCity));
    }
    let chars: Vec<char> = address.chars().collect();
    let mut lot = false;
    for at in 0..chars.len() {
        let Some(mark) = chars.get(at) else { break };
        if *mark == 'ニ' && chars.get(at + 1) == Some(&'丁') {
            report.note(Rule::AddressKatakanaNi, line, row.header(Field::Address));
        }
        let alone = at == 0 || chars.get(at - 1).is_some_and(|c| !('\u{30a1}'..='\u{30ff}').contains(c));
        let digit = chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || matches!(c, '０'..='９'));
        lot |= alone
            && digit
            && matches!(mark, 'イ' | 'ロ' | 'ハ' | 'ニ' | 'ホ' | 'ヘ' | 'ト' | 'チ' | 'リ' | 'ヌ' | 'ル' | 'ツ');
    }
    if lot {
        report.note(Rule::LotMark, line, row.header(Field::Address));
    }
    let building = row.text(Field::Building, report);
    if !is_nothing(&building) && !address.contains(&building) {
        address = format!("{address} {building}");
    }
    if let Some((code, rest)) =
        address.split_once([' ', '　']).filter(|(code, _)| is_postal(&fold(code).replace('〒', "")))
    {
        let _ = code;
        report.note(Rule::PostalInAddress, line, row.header(Field::Address));
        address = rest.trim().to_owned();
    }
    address.trim().to_owned()
}

pub(super) fn is_postal(text: &str) -> bool {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    digits.len() == 7
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (text.len() == 7 || text.as_bytes().get(3) == Some(&b'-'))
}

pub(super) fn fill_postal(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    let cell = row.get(Field::Postal);
    let folded = fold(cell).replace('〒', "");
    let from_address = || {
        let word = fold(row.get(Field::Address).trim().split([' ', '　']).next().unwrap_or_default()).replace('〒', "");
        is_postal(&word).then_some(word)
    };
    let code = if is_postal(&folded) {
        if !folded.contains('-') {
            report.note(Rule::PostalNoHyphen, row.line, row.header(Field::Postal));
        }
        folded
    } else {
        if !folded.is_empty() {
            report.note(Rule::PostalNone, row.line, row.header(Field::Postal));
        }
        let Some(code) = from_address() else { return };
        code
    };
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if let Some((front, back)) = digits.split_at_checked(3) {
        record.set("postal", format!("{front}-{back}"));
    }
}

pub(super) fn fill_position(record: &mut Record, row: &Cells<'_>, report: &mut FileReport) {
    let line = row.line;
    let (latitude, longitude) = (row.get(Field::Latitude), row.get(Field::Longitude));
    let position = if !latitude.is_empty() || !longitude.is_empty() {
        coord::read(latitude, longitude, |rule| report.note(rule, line, row.header(Field::Latitude)))
    } else if !row.get(Field::LonLat).is_empty() {
        // Published longitude first, and said so: no swap.
        let cell = row.get(Field::LonLat);
        let (lon, lat) = cell.trim_matches(['[', ']']).split_once(',').unwrap_or_default();
        coord::read(lat, lon, |rule| report.note(rule, line, row.header(Field::LonLat)))
    } else {
        let cell = row.get(Field::LatLon);
        let position = coord::read_pair(cell, |rule| report.note(rule, line, row.header(Field::LatLon)));
        if position.is_some() {
            report.note(Rule::CoordPair, line, row.header(Field::LatLon));
        }
        position
    };
    if let Some((lat, lon)) = position {
        record.set("lat_e6", lat).set("lon_e6", lon);
    }
}
