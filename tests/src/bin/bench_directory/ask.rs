//! Asking: first answer of a new process, memory, and every kind of question to every engine in turn.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use tsunagari_core::directory::card::Cards;
use tsunagari_core::directory::find_text::{TextQuery, search};
use tsunagari_core::hours::Holidays;
use tsunagari_core::model::{AreaCode, OpenState, Record, Unknown};
use tsunagari_core::search::{Query, Synonyms};
use tsunagari_core::store::{Reader, Store};
use tsunagari_tests::figures::{Result, Took, peak_mib, percentile, timed};
use tsunagari_tests::peers::{Asked, HITS, Like, Peer, TantivyBigrams, Trigram};
use tsunagari_tests::questions::{Kind, from_corpus};

/// LIKE is asked every so many-th question only: it takes as long as all others together.
const LIKE_EVERY: usize = 8;

/// Everything a search needs, as an application holds it.
struct Ours {
    reader: Reader,
    synonyms: Synonyms,
    cards: Cards,
    now: NaiveDateTime,
}

impl Ours {
    fn open(database: &Path) -> Result<Self> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let holidays = Holidays::from_toml(include_str!("../../../../core/national/holidays.toml"))?;
        Ok(Self {
            reader: Store::open(database)?.reader()?,
            synonyms: synonyms()?,
            cards: Cards::new(holidays, None),
            now: day.and_hms_opt(14, 0, 0).unwrap_or_default(),
        })
    }

    fn ask(&self, text: &str, area: Option<&str>) -> Result<(usize, bool)> {
        let mut wanted = TextQuery::new(text, &self.synonyms, self.now.date(), HITS);
        wanted.area = area.and_then(AreaCode::parse);
        let answer = search(&self.reader.look(), &wanted, &mut |record| self.state(record))?;
        Ok((answer.hits.len(), answer.cut))
    }

    fn state(&self, record: &Record) -> OpenState {
        let states = record.channels().into_iter().map(|channel| self.cards.state(&channel, self.now));
        states.min_by_key(|state| !state.is_open()).unwrap_or(OpenState::Unknown { why: Unknown::NotStated })
    }
}

fn synonyms() -> Result<Synonyms> {
    let table: BTreeMap<String, Vec<BTreeMap<String, Vec<String>>>> =
        toml::from_str(include_str!("../../../../core/national/synonyms.toml"))?;
    let groups = table.into_values().flatten().filter_map(|mut group| group.remove("words"));
    Ok(Synonyms::new(groups))
}

/// Opens and asks once.
pub(crate) fn cold(database: &Path) -> Result<()> {
    let (answer, time) = timed(|| Ours::open(database)?.ask("子ども 相談", Some("372013")));
    answer?;
    println!("{}", json!({ "ms": time.wall.as_secs_f64() * 1_000.0 }));
    Ok(())
}

/// Asks everything once and says how much memory that took. The questions are read before; they count.
pub(crate) fn memory(database: &Path, rows: &Path, sentences: &Path) -> Result<()> {
    let kinds = from_corpus(rows, sentences)?;
    let ours = Ours::open(database)?;
    for (text, area) in kinds.iter().flat_map(|kind| &kind.asked) {
        ours.ask(text, area.as_deref())?;
    }
    println!("{}", json!({ "peak_mib": peak_mib() }));
    Ok(())
}

/// Asks every engine every question, one after the other, so that whatever else the machine does meets all of them.
pub(crate) fn all_engines(folder: &Path, sentences: &Path) -> Result<()> {
    let kinds = from_corpus(&folder.join("whole"), sentences)?;
    let ours = Ours::open(&folder.join("whole.db"))?;
    let peers: [(&str, Box<dyn Peer>); 3] = [
        ("LIKE", Box::new(Like::open(&folder.join("whole.like"))?)),
        ("trigram", Box::new(Trigram::open(&folder.join("whole.trigram"))?)),
        ("tantivy", Box::new(TantivyBigrams::open(&folder.join("whole.tantivy"))?)),
    ];
    println!(
        "Milliseconds on the processor (median / 95th of a hundred), in brackets the 95th by the clock on the wall.\n"
    );
    println!(
        "| kind of query | asked | cut | tsunagari | LIKE | trigram | tantivy | 95th to LIKE | to trigram | to tantivy |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for kind in &kinds {
        one_kind(kind, &ours, &peers)?;
    }
    println!("{}", json!({}));
    Ok(())
}

/// Asks tsunagari alone, so many times over: to compare two versions of it, or for a profile.
pub(crate) fn alone(database: &Path, rows: &Path, sentences: &Path, rounds: usize) -> Result<()> {
    let kinds = from_corpus(rows, sentences)?;
    let ours = Ours::open(database)?;
    println!("| kind of query | median / 95th on the processor (95th by the clock) | found |\n|---|---|---|");
    for kind in &kinds {
        let (mut times, mut found) = (Vec::new(), 0);
        for (text, area) in (0..rounds).flat_map(|_| &kind.asked) {
            let (answer, time) = timed(|| ours.ask(text, area.as_deref()));
            found += answer?.0;
            times.push(time);
        }
        println!("| {} | {} | {found} |", kind.name, summary(&times).0);
    }
    println!("{}", json!({}));
    Ok(())
}

fn one_kind(kind: &Kind, ours: &Ours, peers: &[(&str, Box<dyn Peer>)]) -> Result<()> {
    let mut own: Vec<Took> = Vec::new();
    let mut others: Vec<Vec<Took>> = vec![Vec::new(); peers.len()];
    let mut cut = 0;
    for (n, (text, area)) in kind.asked.iter().enumerate() {
        let (answer, time) = timed(|| ours.ask(text, area.as_deref()));
        cut += usize::from(answer?.1);
        own.push(time);
        for ((name, peer), times) in peers.iter().zip(&mut others) {
            if *name == "LIKE" && n % LIKE_EVERY != 0 {
                continue;
            }
            let (answer, time) = timed(|| {
                let query = Query::new(text);
                peer.ask(&Asked { query: &query, area: area.as_deref(), any: kind.any })
            });
            if answer?.is_some() {
                times.push(time);
            }
        }
    }
    let (cell, ours) = summary(&own);
    let mut line = format!("| {} | {} | {cut} | {cell} |", kind.name, kind.asked.len());
    let mut ratios = String::new();
    for times in &others {
        let (cell, theirs) = summary(times);
        line.push_str(&format!(" {cell} |"));
        ratios.push_str(&if times.is_empty() {
            " – |".to_owned()
        } else {
            format!(" {:.2} |", ours / theirs.max(0.001))
        });
    }
    println!("{line}{ratios}");
    Ok(())
}

/// A cell of the table, and the 95th on the processor.
fn summary(times: &[Took]) -> (String, f64) {
    if times.is_empty() {
        return ("cannot".to_owned(), 0.0);
    }
    let mut processor: Vec<Duration> = times.iter().map(|took| took.processor).collect();
    let mut wall: Vec<Duration> = times.iter().map(|took| took.wall).collect();
    let (p50, p95) = (percentile(&mut processor, 50), percentile(&mut processor, 95));
    (format!("{p50:.2} / {p95:.2} ({:.1})", percentile(&mut wall, 95)), p95)
}
