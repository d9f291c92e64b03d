//! All that is known of one entry, drawn.

use tsunagari_core::app::Shown;
use tsunagari_core::app::say::{Fact, Section, Words};
use tsunagari_core::model::Record;

use super::{Look, Screen};

impl Screen {
    /// The page of an entry.
    pub(crate) fn detail(&mut self, words: &Words<'_>, shown: &Shown) {
        let detail = words.detail(shown);
        self.line(0, Look::Bold, &detail.name);
        if let Some(label) = &detail.label {
            self.line(0, Look::Dim, label);
        }
        for text in detail.season.iter().chain(&detail.summary) {
            self.line(0, Look::Plain, text);
        }
        if let Some((title, warning)) = detail.trace_warning {
            self.section(&Section { title, texts: vec![warning], points: false });
        }
        detail.about.iter().for_each(|section| self.section(section));
        if !detail.place.is_empty() {
            self.gap();
        }
        detail.place.iter().for_each(|text| self.line(0, Look::Plain, text));
        detail.next.iter().for_each(|section| self.section(section));
        self.ways(words, shown, &detail.ways, detail.other_areas.as_deref());
        let key = |menu: &tsunagari_core::app::say::MenuKey| {
            let said = [("key", menu.key.as_str().into()), ("label", menu.label.as_str().into())];
            words.texts.with("menu-key", &said)
        };
        self.titled(words, "menu-title", detail.menu.iter().map(key).collect(), false);
        self.facts(words, "promise-title", &detail.promise);
        self.facts(words, "first-visit-title", &detail.first_visit);
        self.titled(words, "opening-title", detail.opening, true);
        self.titled(words, "good-to-know", detail.caveats, true);
        self.gap();
        self.line(0, Look::Dim, &detail.assurance);
        detail.age.iter().for_each(|age| self.line(0, Look::Plain, age));
        if !detail.sources.is_empty() {
            self.line(0, Look::Dim, &words.texts.get("sources-title"));
        }
        for (page, date) in detail.sources {
            let line = words.texts.with("source-line", &[("ref", page.into()), ("date", date.into())]);
            self.hanging(2, "・", Look::Dim, &line);
        }
    }

    fn section(&mut self, section: &Section) {
        self.gap();
        self.line(0, Look::Bold, &section.title);
        for text in &section.texts {
            if section.points {
                self.hanging(2, "・", Look::Plain, text);
            } else {
                self.line(2, Look::Plain, text);
            }
        }
    }

    fn titled(&mut self, words: &Words<'_>, title: &str, texts: Vec<String>, points: bool) {
        if !texts.is_empty() {
            self.section(&Section { title: words.texts.get(title), texts, points });
        }
    }

    fn ways(&mut self, words: &Words<'_>, shown: &Shown, details: &[Vec<String>], other_areas: Option<&str>) {
        if shown.card.ways.is_empty() && other_areas.is_none() {
            return;
        }
        self.gap();
        self.line(0, Look::Bold, &words.texts.get("ways"));
        for (way, details) in shown.card.ways.iter().zip(details) {
            self.way(words, &shown.card, way);
            details.iter().for_each(|text| self.line(5, Look::Dim, text));
        }
        if let Some(text) = other_areas {
            self.line(3, Look::Dim, text);
            self.line(3, Look::Dim, &words.texts.get("area-hint"));
        }
        self.busy_hint(words, &shown.card, 3);
    }

    /// What is known about going there for the first time, in a line.
    pub(crate) fn first_visit(&mut self, words: &Words<'_>, record: &Record) {
        let said = |fact: &Fact| format!("{}＝{}", fact.words, fact.answer_words);
        let facts: Vec<String> = words.first_visit(record).iter().map(said).collect();
        self.line(3, Look::Dim, &[words.texts.get("first-visit-title"), facts.join(words.comma())].join(words.colon()));
    }

    fn facts(&mut self, words: &Words<'_>, title: &str, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        self.gap();
        self.line(0, Look::Bold, &words.texts.get(title));
        for fact in facts {
            let line = [fact.words.as_str(), &fact.answer_words].join(words.colon());
            self.line(2, if fact.answer.is_none() { Look::Dim } else { Look::Plain }, &line);
        }
    }
}
