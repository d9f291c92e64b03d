//! All that is known of one entry.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use tsunagari_core::app::Shown;
use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::{Card, Way, name_in};
use tsunagari_core::directory::card::Season;
use tsunagari_core::model::{Channel, OpenState, Record, Unknown};

use super::{Look, Screen};

/// Facts of the promise card, in the order in which they are shown; わかりません is shown, too.
const PROMISES: [&str; 6] = ["anonymous", "free", "hang_up_ok", "told_to_others", "recorded", "no_lecture"];
/// Facts of the first-visit card.
const FIRST_VISIT: [&str; 5] = ["silent_ok", "leave_any_time", "alone_ok", "landmark", "free"];

impl Screen {
    /// The page of an entry.
    pub(crate) fn detail(&mut self, words: &Words<'_>, shown: &Shown) {
        let card = &shown.card;
        let record = &card.record;
        self.line(0, Look::Bold, name_in(record, words.language()));
        if let Some(label) = words.label(card) {
            self.line(0, Look::Dim, &label);
        }
        self.season(words, shown.season);
        if let Some(summary) = record.localised("summary", words.language()) {
            self.line(0, Look::Plain, summary);
        }
        if record.is("trace_warning") {
            self.section(words, "trace-title");
            self.line(2, Look::Plain, &words.texts.get("trace-warning"));
        }
        self.text_section(words, record, "target", "for-whom");
        self.scheme(words, record);
        self.where_it_is(words, card);
        self.ways(words, shown);
        self.menu(words, record);
        if card.ways.iter().any(|way| way.kind == "tel") {
            self.facts(words, record, "promise", "promise-title", &PROMISES);
        }
        if matches!(record.text("kind"), Some("place" | "desk")) {
            self.facts(words, record, "first_visit", "first-visit-title", &FIRST_VISIT);
        }
        self.list(words, record, "opening", "opening-title");
        self.list(words, record, "caveat", "good-to-know");
        self.sources(words, card);
    }

    fn section(&mut self, words: &Words<'_>, id: &str) {
        self.gap();
        self.line(0, Look::Bold, &words.texts.get(id));
    }

    fn season(&mut self, words: &Words<'_>, season: Season) {
        let say = |id: &str, name, day: NaiveDate| words.texts.with(id, &[(name, day.to_string().into())]);
        match season {
            Season::Always | Season::On(None) => {}
            Season::On(Some(to)) => self.line(0, Look::Plain, &say("season-on", "to", last_day(to))),
            Season::Off { last, next } => {
                if let Some((from, to)) = last {
                    let from = from.map_or_else(String::new, |from| from.date().to_string());
                    let said = [("from", from.into()), ("to", last_day(to).to_string().into())];
                    self.line(0, Look::Plain, &words.texts.with("season-last", &said));
                }
                if let Some(next) = next {
                    self.line(0, Look::Plain, &say("season-next", "from", next.date()));
                }
            }
        }
    }

    fn text_section(&mut self, words: &Words<'_>, record: &Record, key: &str, title: &str) {
        if let Some(text) = record.localised(key, words.language()) {
            self.section(words, title);
            self.line(2, Look::Plain, text);
        }
    }

    fn scheme(&mut self, words: &Words<'_>, record: &Record) {
        for key in ["who", "what", "where", "how"] {
            self.text_section(words, record, key, &format!("scheme-{key}"));
        }
        self.list(words, record, "bring", "scheme-bring");
    }

    fn where_it_is(&mut self, words: &Words<'_>, card: &Card) {
        let record = &card.record;
        if let Some(address) = record.text("address") {
            self.gap();
            self.line(0, Look::Plain, &words.texts.with("address", &[("place", address.into())]));
        }
        if let Some(access) = record.localised("access", words.language()) {
            self.line(0, Look::Plain, &words.texts.with("access", &[("words", access.into())]));
        }
        if record.text("kind") == Some("place") {
            self.section(words, "next-dates");
            if card.next.is_empty() {
                self.line(2, Look::Plain, &words.texts.get("next-dates-unknown"));
            }
            for (from, to) in card.opens_later() {
                self.line(2, Look::Plain, &words.span(*from, *to));
            }
        }
    }

    fn ways(&mut self, words: &Words<'_>, shown: &Shown) {
        if shown.card.ways.is_empty() && !shown.other_areas {
            return;
        }
        self.section(words, "ways");
        for way in &shown.card.ways {
            self.way(words, &shown.card, way);
            self.way_details(words, &shown.card, way);
        }
        if shown.other_areas {
            self.line(3, Look::Dim, &words.texts.get("other-areas"));
        }
        self.busy_hint(words, &shown.card, 3);
    }

    fn way_details(&mut self, words: &Words<'_>, card: &Card, way: &Way) {
        let channel = Channel { record: &card.record, id: &way.id };
        let mut say = |id: &str, name, text: String| {
            self.line(5, Look::Dim, &words.texts.with(id, &[(name, text.into())]));
        };
        let told = matches!(way.state, OpenState::Unknown { why: Unknown::NotUnderstood | Unknown::PartlyUnderstood });
        if let (false, Some(raw)) = (told, channel.text("hours_raw")) {
            say("hours-as-stated", "words", raw.to_owned());
        }
        let languages: Vec<String> = channel.members("lang").map(|code| words.spoken(code)).collect();
        if languages.len() > 1 || channel.members("lang").any(|code| code != "ja") {
            say("languages-spoken", "languages", languages.join(words.comma()));
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
                .map(|phone| words.texts.get(&format!("reach-{phone}")))
                .collect();
            if !phones.is_empty() {
                say(&format!("reach-{answer}"), "phones", phones.join(words.comma()));
            }
        }
    }

    fn menu(&mut self, words: &Words<'_>, record: &Record) {
        let ids = record.parts("menu");
        if ids.is_empty() {
            return;
        }
        self.section(words, "menu-title");
        for id in ids {
            let key = record.text(&format!("menu/{id}/key")).unwrap_or_default();
            let label = record.localised(&format!("menu/{id}/label"), words.language()).unwrap_or_default();
            let line = words.texts.with("menu-key", &[("key", key.into()), ("label", label.into())]);
            self.line(2, Look::Plain, &line);
        }
    }

    /// What is known about going there for the first time, in a line.
    pub(crate) fn first_visit(&mut self, words: &Words<'_>, record: &Record) {
        let said = |fact: &&str| {
            let answer = answer_of(record, "first_visit", fact);
            format!(
                "{}＝{}",
                words.texts.get(&format!("first-visit-{fact}")),
                words.texts.get(&format!("answer-{answer}"))
            )
        };
        let facts: Vec<String> = FIRST_VISIT.iter().map(said).collect();
        self.line(3, Look::Dim, &[words.texts.get("first-visit-title"), facts.join(words.comma())].join(words.colon()));
    }

    fn facts(&mut self, words: &Words<'_>, record: &Record, set: &str, title: &str, facts: &[&str]) {
        self.section(words, title);
        let prefix = title.trim_end_matches("title");
        for fact in facts {
            let answer = answer_of(record, set, fact);
            let line = [words.texts.get(&format!("{prefix}{fact}")), words.texts.get(&format!("answer-{answer}"))]
                .join(words.colon());
            self.line(2, if answer == "unknown" { Look::Dim } else { Look::Plain }, &line);
        }
    }

    fn list(&mut self, words: &Words<'_>, record: &Record, set: &str, title: &str) {
        let ids = record.parts(set);
        if ids.is_empty() {
            return;
        }
        self.section(words, title);
        for id in ids {
            if let Some(text) = record.localised(&format!("{set}/{id}"), words.language()) {
                self.hanging(2, "・", Look::Plain, text);
            }
        }
    }

    fn sources(&mut self, words: &Words<'_>, card: &Card) {
        self.gap();
        self.line(0, Look::Dim, &words.assurance(&card.assurance));
        if let Some(age) = words.age(card.assurance.freshness) {
            self.line(0, Look::Plain, &age);
        }
        let record = &card.record;
        let ids = record.parts("source");
        if ids.is_empty() {
            return;
        }
        self.line(0, Look::Dim, &words.texts.get("sources-title"));
        for id in ids {
            let field = |name: &str| record.text(&format!("source/{id}/{name}"));
            let Some(page) = field("ref") else { continue };
            let date = field("opened").or_else(|| field("date")).unwrap_or_default();
            let line = words.texts.with("source-line", &[("ref", page.into()), ("date", date.into())]);
            self.hanging(2, "・", Look::Dim, &line);
        }
    }
}

/// The last day of a window that is over from an instant on.
fn last_day(over: NaiveDateTime) -> NaiveDate {
    (over - TimeDelta::seconds(1)).date()
}

/// yes, no or unknown.
fn answer_of<'r>(record: &'r Record, set: &str, fact: &str) -> &'r str {
    match record.text(&format!("{set}/{fact}/answer")) {
        Some(answer @ ("yes" | "no")) => answer,
        _ => "unknown",
    }
}
