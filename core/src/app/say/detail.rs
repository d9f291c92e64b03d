//! All that is known of one entry, in words, in the order in which a page shows it. A screen only draws it.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::Words;
use crate::app::Shown;
use crate::directory::answer::{Card, Way, name_in};
use crate::directory::card::Season;
use crate::model::{Channel, OpenState, Record, Unknown};

/// Facts of the promise card (電話するとどうなる), in the order in which they are shown; わかりません is shown, too.
const PROMISES: [&str; 6] = ["anonymous", "free", "hang_up_ok", "told_to_others", "recorded", "no_lecture"];
/// Facts of the first-visit card.
const FIRST_VISIT: [&str; 5] = ["silent_ok", "leave_any_time", "alone_ok", "landmark", "free"];

/// All that is known of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Its name.
    pub name: String,
    /// What must be said about the publisher.
    pub label: Option<String>,
    /// When it takes place, for what has a season.
    pub season: Vec<String>,
    /// What it is.
    pub summary: Option<String>,
    /// The warning before an entry whose traces could endanger somebody: title and text.
    pub trace_warning: Option<(String, String)>,
    /// For whom it is; for a scheme also who, what, where, how and what to bring.
    pub about: Vec<Section>,
    /// Where it is, and how to get there.
    pub place: Vec<String>,
    /// The next times it is open, for places; that nothing is known counts as a line.
    pub next: Option<Section>,
    /// What is told of each way beside its state and cost, in the order of the ways of the card.
    pub ways: Vec<Vec<String>>,
    /// That there are ways for other areas than the one asked for.
    pub other_areas: Option<String>,
    /// The keys of the voice menu.
    pub menu: Vec<MenuKey>,
    /// What happens when one calls.
    pub promise: Vec<Fact>,
    /// What is known about going there for the first time.
    pub first_visit: Vec<Fact>,
    /// Words to begin with.
    pub opening: Vec<String>,
    /// What is good to know before.
    pub caveats: Vec<String>,
    /// Who assured it and when.
    pub assurance: String,
    /// What its age means; nothing while it is fresh.
    pub age: Option<String>,
    /// Pages that say so: address or name of the page, and the day on which it was read.
    pub sources: Vec<(String, String)>,
}

/// A title with its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The title.
    pub title: String,
    /// One text, or several points.
    pub texts: Vec<String>,
    /// They are points of a list.
    pub points: bool,
}

/// A key of a voice menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuKey {
    /// What to press.
    pub key: String,
    /// What comes then.
    pub label: String,
}

/// A fact with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its code, such as `anonymous`.
    pub code: &'static str,
    /// What is asked.
    pub words: String,
    /// `None` when nobody stands behind an answer.
    pub answer: Option<bool>,
    /// The answer.
    pub answer_words: String,
}

impl Words<'_> {
    /// All that is known of an entry.
    #[must_use]
    pub fn detail(&self, shown: &Shown) -> Detail {
        let card = &shown.card;
        let record = &card.record;
        let warning = || (self.texts.get("trace-title"), self.texts.get("trace-warning"));
        let calls = card.ways.iter().any(|way| way.kind == "tel");
        Detail {
            name: name_in(record, self.language()).to_owned(),
            label: self.label(card),
            season: self.season(shown.season),
            summary: record.localised("summary", self.language()).map(str::to_owned),
            trace_warning: record.is("trace_warning").then(warning),
            about: self.about(record),
            place: self.place(record),
            next: (record.text("kind") == Some("place")).then(|| self.next(card)),
            ways: card.ways.iter().map(|way| self.way_details(card, way)).collect(),
            other_areas: shown.other_areas.then(|| self.texts.get("other-areas")),
            menu: self.menu(record),
            promise: if calls { self.facts(record, "promise", &PROMISES) } else { Vec::new() },
            first_visit: if is_visited(record) { self.first_visit(record) } else { Vec::new() },
            opening: self.list(record, "opening"),
            caveats: self.list(record, "caveat"),
            assurance: self.assurance(&card.assurance),
            age: self.age(card.assurance.freshness),
            sources: sources(record),
        }
    }

    /// What is known about going there for the first time.
    #[must_use]
    pub fn first_visit(&self, record: &Record) -> Vec<Fact> {
        self.facts(record, "first_visit", &FIRST_VISIT)
    }

    fn season(&self, season: Season) -> Vec<String> {
        let say = |id: &str, name, day: NaiveDate| self.texts.with(id, &[(name, day.to_string().into())]);
        match season {
            Season::Always | Season::On(None) => Vec::new(),
            Season::On(Some(to)) => vec![say("season-on", "to", last_day(to))],
            Season::Off { last, next } => {
                let last = last.map(|(from, to)| {
                    let from = from.map_or_else(String::new, |from| from.date().to_string());
                    let said = [("from", from.into()), ("to", last_day(to).to_string().into())];
                    self.texts.with("season-last", &said)
                });
                last.into_iter().chain(next.map(|next| say("season-next", "from", next.date()))).collect()
            }
        }
    }

    fn about(&self, record: &Record) -> Vec<Section> {
        let text = |key: &str, title: String| {
            let text = record.localised(key, self.language())?;
            Some(Section { title: self.texts.get(&title), texts: vec![text.to_owned()], points: false })
        };
        let scheme = ["who", "what", "where", "how"].map(|key| text(key, format!("scheme-{key}")));
        let bring = self.list(record, "bring");
        let bring =
            (!bring.is_empty()).then(|| Section { title: self.texts.get("scheme-bring"), texts: bring, points: true });
        text("target", "for-whom".into()).into_iter().chain(scheme.into_iter().flatten()).chain(bring).collect()
    }

    fn place(&self, record: &Record) -> Vec<String> {
        let address = record.text("address").map(|place| self.texts.with("address", &[("place", place.into())]));
        let access = record.localised("access", self.language());
        let access = access.map(|words| self.texts.with("access", &[("words", words.into())]));
        address.into_iter().chain(access).collect()
    }

    fn next(&self, card: &Card) -> Section {
        let texts = if card.next.is_empty() {
            vec![self.texts.get("next-dates-unknown")]
        } else {
            card.opens_later().map(|(from, to)| self.span(*from, *to)).collect()
        };
        Section { title: self.texts.get("next-dates"), texts, points: false }
    }

    fn way_details(&self, card: &Card, way: &Way) -> Vec<String> {
        let channel = Channel { record: &card.record, id: &way.id };
        let mut said = Vec::new();
        let mut say = |id: &str, name, text: String| said.push(self.texts.with(id, &[(name, text.into())]));
        let told = matches!(way.state, OpenState::Unknown { why: Unknown::NotUnderstood | Unknown::PartlyUnderstood });
        if let (false, Some(raw)) = (told, channel.text("hours_raw")) {
            say("hours-as-stated", "words", raw.to_owned());
        }
        let languages: Vec<String> = channel.members("lang").map(|code| self.spoken(code)).collect();
        if languages.len() > 1 || channel.members("lang").any(|code| code != "ja") {
            say("languages-spoken", "languages", languages.join(self.comma()));
        }
        if let Some(extension) = channel.text("ext") {
            say("way-extension", "number", extension.to_owned());
        }
        match channel.text("beside") {
            Some("none") => say("way-beside-none", "number", String::new()),
            Some(other) => {
                let other = Channel { record: &card.record, id: other };
                if let Some(number) = other.text("display").or_else(|| other.text("dial")) {
                    say("way-beside", "number", number.to_owned());
                }
            }
            None => {}
        }
        for answer in ["yes", "no"] {
            let phones: Vec<String> = card
                .record
                .parts(&format!("ch/{}/reach", way.id))
                .into_iter()
                .filter(|phone| channel.text(&format!("reach/{phone}")) == Some(answer))
                .map(|phone| self.texts.get(&format!("reach-{phone}")))
                .collect();
            if !phones.is_empty() {
                say(&format!("reach-{answer}"), "phones", phones.join(self.comma()));
            }
        }
        said
    }

    fn menu(&self, record: &Record) -> Vec<MenuKey> {
        let key = |id: &str| MenuKey {
            key: record.text(&format!("menu/{id}/key")).unwrap_or_default().to_owned(),
            label: record.localised(&format!("menu/{id}/label"), self.language()).unwrap_or_default().to_owned(),
        };
        record.parts("menu").into_iter().map(key).collect()
    }

    fn facts(&self, record: &Record, set: &str, facts: &[&'static str]) -> Vec<Fact> {
        let fact = |code: &&'static str| {
            let answer = match record.text(&format!("{set}/{code}/answer")) {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            };
            let id = answer.map_or("answer-unknown", |yes| if yes { "answer-yes" } else { "answer-no" });
            let words = self.texts.get(&format!("{}-{code}", set.replace('_', "-")));
            Fact { code, words, answer, answer_words: self.texts.get(id) }
        };
        facts.iter().map(fact).collect()
    }

    fn list(&self, record: &Record, set: &str) -> Vec<String> {
        let text = |id: &str| record.localised(&format!("{set}/{id}"), self.language()).map(str::to_owned);
        record.parts(set).into_iter().filter_map(text).collect()
    }
}

/// Whether one goes there.
fn is_visited(record: &Record) -> bool {
    matches!(record.text("kind"), Some("place" | "desk"))
}

/// The last day of a window that is over from an instant on.
fn last_day(over: NaiveDateTime) -> NaiveDate {
    (over - TimeDelta::seconds(1)).date()
}

fn sources(record: &Record) -> Vec<(String, String)> {
    let source = |id: &str| {
        let field = |name: &str| record.text(&format!("source/{id}/{name}"));
        let date = field("opened").or_else(|| field("date")).unwrap_or_default();
        Some((field("ref")?.to_owned(), date.to_owned()))
    };
    record.parts("source").into_iter().filter_map(source).collect()
}
