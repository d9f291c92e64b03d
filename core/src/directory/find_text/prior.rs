//! What helps people comes before what merely exists: shelters, Wi-Fi, toilets and AED never drown places that help.

use crate::model::Record;

/// Prior of a record, 0 first. It is part of the row number, so that a list that is cut is cut at the end.
#[must_use]
pub fn bucket(record: &Record) -> u8 {
    if record.text("status") == Some("inactive") {
        return 7;
    }
    match record.text("kind") {
        Some("line") => 0,
        Some("desk" | "scheme") => 1,
        Some("site") => 3,
        _ => of_category(record.text("category").unwrap_or("other")),
    }
}

fn of_category(category: &str) -> u8 {
    match category {
        "elderly_support" | "food_bank" | "child_support" | "community_center" | "childrens_hall" | "elderly_place"
        | "welfare" | "disability" | "library" => 2,
        "public_office" | "childcare" | "after_school" | "care_service" | "hospital" => 3,
        "school" => 5,
        "evacuation" | "wifi" | "toilet" | "aed" => 6,
        _ => 4,
    }
}
