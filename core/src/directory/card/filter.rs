//! Whether a card meets what a person asked for. What is unknown meets no condition.

use crate::directory::answer::{Card, Fee, Filters, Way};
use crate::model::Record;

/// Whether a card meets all conditions but distance and kind of record. Conditions on a way hold for one and the same
/// way: open now and free means one way that is both.
#[must_use]
pub fn meets(card: &Card, filters: &Filters) -> bool {
    let record = &card.record;
    let age = |age: u8| {
        let age = i64::from(age);
        record.int("min_age").is_none_or(|least| least <= age) && record.int("max_age").is_none_or(|most| age <= most)
    };
    if (filters.role_place && !record.is("role_place")) || !filters.age.is_none_or(age) {
        return false;
    }
    let asks_a_way = filters.open_now
        || filters.free
        || filters.no_voice
        || !filters.channels.is_empty()
        || filters.spoken.is_some();
    !asks_a_way || card.ways.iter().any(|way| way_meets(card, way, filters))
}

/// Leaves only ways on which the language asked for is spoken: another way being open says nothing of them.
pub fn only_spoken(card: &mut Card, filters: &Filters) {
    if let Some(language) = &filters.spoken {
        let Card { record, ways, .. } = card;
        ways.retain(|way| speaks(record, &way.id, language));
    }
}

/// Whether a language is stated to be spoken on a way.
#[must_use]
pub fn speaks(record: &Record, way: &str, language: &str) -> bool {
    record.is(&format!("ch/{way}/lang/{language}"))
}

fn way_meets(card: &Card, way: &Way, filters: &Filters) -> bool {
    (!filters.open_now || way.state.is_open())
        && (!filters.free || is_free(way))
        && (!filters.no_voice || way.no_voice)
        && (filters.channels.is_empty() || filters.channels.contains(&way.kind))
        && filters.spoken.as_ref().is_none_or(|language| speaks(&card.record, &way.id, language))
}

/// Nobody pays for using it. A website alone is no way of reaching somebody.
fn is_free(way: &Way) -> bool {
    way.fee == Fee::Free || (way.fee == Fee::NotACall && way.kind != "web")
}
