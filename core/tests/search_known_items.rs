//! Known-item search: a person who knows what a place is called finds it, however they write it. Every record of two
//! cities, every way of writing its name.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    missing_docs
)]

mod import_support;

use std::collections::BTreeMap;
use std::convert::Infallible;

use chrono::NaiveDate;
use import_support::{data, import_into, municipalities};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::find_text::{TextQuery, bucket, prepare, search};
use tsunagari_core::directory::import::Gathered;
use tsunagari_core::model::{OpenState, Record, Unknown};
use tsunagari_core::search::{Synonyms, normalise, phone_digits};
use tsunagari_core::store::{Pack, Reader, Store};

fn records() -> Option<Vec<Record>> {
    let root = data()?;
    let table = municipalities();
    let mut all = Vec::new();
    for city in ["takamatsu", "yaizu"] {
        let mut sink = Gathered::default();
        import_into(&root.join(city), &table, &mut sink).unwrap();
        all.extend(sink.rows.into_iter().map(|(record, _)| record));
    }
    Some(all)
}

/// Every katakana as half-width, as old systems print them; `None` when there is none.
fn half_width(text: &str) -> Option<String> {
    const WHOLE: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    let half = |c: char| {
        WHOLE.chars().position(|whole| whole == c).map(|n| char::from_u32(0xFF66 + u32::try_from(n).unwrap()).unwrap())
    };
    let mut out = String::new();
    for c in text.chars() {
        if let Some(half) = half(c) {
            out.push(half);
        } else if let Some(voiceless) = half(char::from_u32(u32::from(c).wrapping_sub(1)).unwrap_or(c))
            .filter(|_| "ガギグゲゴザジズゼゾダヂヅデドバビブベボ".contains(c))
        {
            out.push(voiceless);
            out.push('ﾞ');
        } else if let Some(voiceless) =
            half(char::from_u32(u32::from(c).wrapping_sub(2)).unwrap_or(c)).filter(|_| "パピプペポ".contains(c))
        {
            out.push(voiceless);
            out.push('ﾟ');
        } else {
            out.push(c);
        }
    }
    (out != text).then_some(out)
}

fn hiragana(text: &str) -> Option<String> {
    let out: String = text
        .chars()
        .map(|c| if ('ァ'..='ヶ').contains(&c) { char::from_u32(u32::from(c) - 0x60).unwrap() } else { c })
        .collect();
    (out != text).then_some(out)
}

fn number(record: &Record) -> Option<String> {
    record
        .channels()
        .iter()
        .filter(|channel| channel.kind() == "tel")
        .find_map(|channel| phone_digits(channel.text("dial")?))
}

/// What a person would type for a record, by kind.
fn typed(record: &Record) -> Vec<(&'static str, String)> {
    let name = record.name().to_owned();
    let kana = record.text("name_kana").map(str::to_owned);
    let mut all = vec![("2 characters", normalise(&name).chars().take(2).collect())];
    all.extend(half_width(&name).map(|text| ("half-width", text)));
    all.extend(hiragana(kana.as_deref().unwrap_or(&name)).map(|text| ("hiragana", text)));
    all.extend(number(record).map(|text| ("digits", text)));
    all.extend(kana.map(|text| ("kana", text)));
    all.push(("name", name));
    all
}

#[derive(Default)]
struct Tally {
    asked: usize,
    first: usize,
    in_five: usize,
}

impl Tally {
    fn add(&mut self, place: Option<usize>) {
        self.asked += 1;
        self.first += usize::from(place == Some(0));
        self.in_five += usize::from(place.is_some_and(|place| place < 5));
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.asked.max(1) as f64
    }
}

fn place_of(reader: &Reader, synonyms: &Synonyms, typed: &str, id: &str) -> Option<usize> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let wanted = TextQuery::new(typed, synonyms, today, 5);
    let answer = search(&reader.look(), &wanted, &mut |_| OpenState::Unknown { why: Unknown::NotStated }).unwrap();
    answer.hits.iter().position(|hit| hit.record.id == id)
}

fn stored(records: &[Record]) -> Store {
    let store = Store::in_memory().unwrap();
    let rows = records.iter().map(|record| {
        Ok::<_, Infallible>(prepare(&Storable::imported(record.clone()).unwrap(), bucket(record)).unwrap())
    });
    store.install(&Pack { id: "cities".into(), class: "listing".into(), ..Pack::default() }, rows).unwrap();
    store
}

type Tallies = BTreeMap<(&'static str, bool), Tally>;
type Sharing = BTreeMap<(&'static str, String), usize>;

fn ask_all(part: &[Record], store: &Store, sharing: &Sharing) -> Tallies {
    let (reader, synonyms) = (store.reader().unwrap(), Synonyms::default());
    let mut tallies = Tallies::new();
    for record in part {
        for (kind, text) in typed(record) {
            let unique = sharing[&(kind, normalise(&text))] == 1;
            let place = place_of(&reader, &synonyms, &text, &record.id);
            if unique && place != Some(0) && std::env::var_os("MISSES").is_some() {
                println!("missed: {kind} {text} at {place:?}");
            }
            tallies.entry((kind, false)).or_default().add(place);
            if unique {
                tallies.entry((kind, true)).or_default().add(place);
            }
        }
    }
    tallies
}

#[test]
fn known_items_are_found_however_they_are_written() {
    let Some(records) = records() else { return };
    let store = stored(&records);
    // How many records answer to what is typed; one that shares its name cannot always be first.
    let mut sharing: Sharing = BTreeMap::new();
    for (kind, text) in records.iter().flat_map(typed) {
        *sharing.entry((kind, normalise(&text))).or_default() += 1;
    }
    // All of them take a minute; `scripts/bench known-items` asks all, the ordinary run every sixth.
    let asked: Vec<Record> =
        if std::env::var_os("ALL").is_some() { records } else { records.into_iter().step_by(6).collect() };
    let half = asked.len().div_ceil(2);
    let tallies: Vec<Tallies> = std::thread::scope(|scope| {
        let (store, sharing) = (&store, &sharing);
        let parts: Vec<_> = asked.chunks(half).map(|part| scope.spawn(move || ask_all(part, store, sharing))).collect();
        parts.into_iter().map(|part| part.join().unwrap()).collect()
    });
    let mut total: Tallies = BTreeMap::new();
    for (key, tally) in tallies.into_iter().flatten() {
        let sum = total.entry(key).or_default();
        sum.asked += tally.asked;
        sum.first += tally.first;
        sum.in_five += tally.in_five;
    }
    println!("{} records of Takamatsu and Yaizu asked for\n", asked.len());
    println!("| typed | only one record | asked | recall@5 | success@1 |\n|---|---|---|---|---|");
    for ((kind, unique), tally) in &total {
        let (five, first) = (tally.share(tally.in_five), tally.share(tally.first));
        println!("| {kind} | {} | {} | {five:.3} | {first:.3} |", if *unique { "yes" } else { "all" }, tally.asked);
    }
    for kind in ["name", "kana", "half-width", "hiragana"] {
        let tally = &total[&(kind, true)];
        assert!(tally.share(tally.first) >= 0.95, "{kind}: success@1 {:.3}", tally.share(tally.first));
    }
}
