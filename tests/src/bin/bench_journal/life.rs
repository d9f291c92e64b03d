//! Five simulated years: the same from every run.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, FixedOffset, NaiveDate, Offset as _, TimeDelta, Utc, Weekday};
use tsunagari_core::app::MoodDraft;
use tsunagari_core::env::Random;
use tsunagari_core::journal::vocabulary;
use tsunagari_core::model::{About, Days, Happened, Level, MinuteOfDay, Rule, What};
use tsunagari_tests::figures::Result;

/// Weeks of five years.
pub(crate) const WEEKS: u32 = 261;
/// Entries of a week.
const EVENTS: u64 = 20;
/// Days of the week on which the eight check-ins speak, as bits: twenty times a week.
const CHECK_INS: [u8; 8] = [0x7f, 0x15, 0x54, 0x22, 0x48, 0x01, 0x10, 0x40];
/// The seed, of the draws and of the ids.
const SEED: u64 = 4;
/// Notes are made of these.
const SENTENCES: [&str; 6] = [
    "朝からあめで、でかけるのをやめた。",
    "お昼に卵のサンドイッチを食べた。",
    "Called my sister in the evening; she laughed a lot.",
    "夜になると頭の中が同じところを回る。",
    "図書館の二階のまどぎわは静かだった。",
    "きょうは書くことがあまりない。",
];

/// Draws that are the same each time (splitmix64).
#[derive(Debug)]
pub(crate) struct Seeded(AtomicU64);

impl Seeded {
    pub(crate) const fn new() -> Self {
        Self(AtomicU64::new(SEED))
    }

    fn next(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let drawn = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        let drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        drawn ^ (drawn >> 31)
    }

    fn below(&self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn index(&self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap_or(0)
    }
}

impl Random for Seeded {
    fn fill(&self, bytes: &mut [u8]) -> std::result::Result<(), String> {
        for part in bytes.chunks_mut(8) {
            for (to, from) in part.iter_mut().zip(self.next().to_le_bytes()) {
                *to = from;
            }
        }
        Ok(())
    }
}

/// One week.
pub(crate) struct Week {
    /// Entries with the instant of writing, in order.
    pub(crate) entries: Vec<(MoodDraft, DateTime<FixedOffset>)>,
    /// What happened to check-ins, in order.
    pub(crate) happened: Vec<Happened>,
}

/// The day on which it begins, a Monday.
pub(crate) fn first_day() -> NaiveDate {
    NaiveDate::from_isoywd_opt(2021, 47, Weekday::Mon).unwrap_or_default()
}

/// An instant after all of it.
pub(crate) fn now() -> DateTime<FixedOffset> {
    at(WEEKS * 7, 12 * 60)
}

fn at(day: u32, minute: u64) -> DateTime<FixedOffset> {
    let japan = FixedOffset::east_opt(9 * 3600).unwrap_or_else(|| Utc.fix());
    let since = TimeDelta::days(i64::from(day)) + TimeDelta::minutes(i64::try_from(minute).unwrap_or(0));
    (first_day().and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(9) + since).with_timezone(&japan)
}

/// The eight check-ins, in the daytime.
pub(crate) fn rules() -> Vec<Rule> {
    let rule = |(index, bits): (usize, &u8)| {
        let about = match index % 4 {
            0 | 2 => About::Feeling,
            1 => About::People,
            _ => About::Own("お茶をのむ。".to_owned()),
        };
        let (from, to) = (MinuteOfDay::new(10 * 60)?, MinuteOfDay::new(20 * 60)?);
        let id = format!("{index:032x}");
        let days = Days::from_bits(*bits)?;
        Some(Rule { id, about, days, from, to, unless_logged_hours: 0, rarer: 0, since: first_day(), on: true })
    };
    CHECK_INS.iter().enumerate().filter_map(rule).collect()
}

/// All weeks.
pub(crate) fn weeks() -> Result<Vec<Week>> {
    let draw = Seeded::new();
    let rules = rules();
    let week = |week: u32| {
        let mut entries = Vec::new();
        for _ in 0..EVENTS {
            let minute = 7 * 60 + draw.below(16 * 60);
            entries.push((draft(&draw)?, at(week * 7 + u32::try_from(draw.below(7))?, minute)));
        }
        entries.sort_by_key(|(_, at)| *at);
        Ok(Week { entries, happened: happened(&draw, &rules, week) })
    };
    (0..WEEKS).map(week).collect()
}

/// One entry.
pub(crate) fn draft(draw: &Seeded) -> Result<MoodDraft> {
    let vocabulary = vocabulary()?;
    let some = |codes: Vec<&String>, most: u64| -> BTreeSet<String> {
        (0..draw.below(most + 1)).filter_map(|_| codes.get(draw.index(codes.len())).copied().cloned()).collect()
    };
    let labels = some(vocabulary.labels.iter().map(|named| &named.code).collect(), 4);
    let contexts = some(vocabulary.contexts.iter().map(|named| &named.code).collect(), 3);
    // Three of ten write nothing, four a line, five of twenty a paragraph, one of twenty a page.
    let length = match draw.below(20) {
        0..6 => 0,
        6..14 => 1 + draw.index(40),
        14..19 => 40 + draw.index(360),
        _ => 400 + draw.index(3_600),
    };
    let begin = draw.index(SENTENCES.len());
    let note = SENTENCES.iter().cycle().skip(begin).flat_map(|sentence| sentence.chars()).take(length).collect();
    let level = u8::try_from(1 + draw.below(5)).ok().and_then(Level::new).ok_or("a level from 1 to 5")?;
    Ok(MoodDraft { level, labels, contexts, note, at: None })
}

/// Each check-in fires on its days; half are answered, three of ten swiped away, one of ten put off, one of ten left.
fn happened(draw: &Seeded, rules: &[Rule], week: u32) -> Vec<Happened> {
    let mut happened = Vec::new();
    for rule in rules {
        for day in (0..7_u32).filter(|day| rule.days.bits() >> day & 1 == 1) {
            let fired = at(week * 7 + day, 10 * 60 + draw.below(10 * 60)).to_utc();
            let later = fired + TimeDelta::minutes(1 + i64::try_from(draw.below(60)).unwrap_or(0));
            let answer = match draw.below(10) {
                0..5 => Some(What::Answered),
                5..8 => Some(What::Dismissed),
                8 => Some(What::Snoozed(later + TimeDelta::minutes(30))),
                _ => None,
            };
            let all = [(fired, Some(What::Fired)), (later, answer)];
            let all = all.into_iter().filter_map(|(at, what)| Some((at, what?)));
            happened.extend(all.map(|(at, what)| Happened { rule: rule.id.clone(), at, what }));
        }
    }
    happened.sort_by_key(|one| one.at);
    happened
}
