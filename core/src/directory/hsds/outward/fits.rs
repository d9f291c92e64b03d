//! What the official schemas let stand in a field.

use super::super::extras::owner_table;
use super::super::table::{LINKS, NUMBERS, Table};
use super::super::{ids, tree};

/// Whether a text may stand in a field by the official schemas; what may not goes to an attribute.
pub(super) fn fits(table: Table, field: &str, text: &str) -> bool {
    let one_of = |words: &[&str]| words.contains(&text);
    match field {
        "id" => true,
        "url" | "uri" | "website" | "term_uri" | "schedule_link"
            if !(table == Table::ServiceArea && field == "uri") =>
        {
            is_uri(text)
        }
        "email" | "assurer_email" => is_email(text),
        "last_modified" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
        "status" => one_of(&["active", "inactive", "defunct", "temporarily closed"]),
        "location_type" | "address_type" => one_of(&["physical", "postal", "virtual"]),
        "freq" => one_of(&["WEEKLY", "MONTHLY"]),
        "wkst" => one_of(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
        "extension" => {
            text == "0" || (!text.starts_with('0') && text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit()))
        }
        _ if NUMBERS.contains(&field) => tree::number(text).is_some(),
        _ if field == "parent_organization_id"
            || owner_table(field).is_some()
            || LINKS.contains(&field)
            || field == "parent_id" =>
        {
            ids::is_uuid(text)
        }
        _ => true,
    }
}

fn is_uri(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
        let escapes = rest
            .split('%')
            .skip(1)
            .all(|after| after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()));
        !host.is_empty()
            && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
            && rest.chars().all(plain)
            && escapes
            && rest.matches('#').count() <= 1
    })
}

fn is_email(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .split('.')
                .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_+".contains(c)))
    };
    text.split_once('@').is_some_and(|(name, host)| {
        plain(name)
            && name.len() <= 64
            && plain(host)
            && host.contains('.')
            && host.split('.').all(|word| !word.starts_with('-') && !word.ends_with('-') && !word.contains(['_', '+']))
    })
}
