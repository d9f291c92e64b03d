//! Answers in words: reasons, open states, cost, age, in the language of the screen.

#[cfg(feature = "publish")]
mod desk;
mod detail;
mod home;
mod journal_problem;
mod keepsakes;
mod package;
mod problem;
mod reason;
mod system;
mod time;
mod vault_problem;
mod why;

use chrono::NaiveDateTime;

#[cfg(feature = "publish")]
pub use desk::desk_problem;
pub use detail::{Detail, Fact, MenuKey, Section};
pub use home::home_why;
pub use journal_problem::journal_problem;
pub use keepsakes::keep_problem;
pub use package::{build_problem, refusal};
pub use problem::{answer_problem, file_problem, store_problem};
pub use system::system_problem;
pub use vault_problem::{backup_problem, rule_problem, vault_problem};
pub use why::why;

use super::National;
use crate::directory::answer::{Answer, Assurance, Card, Fee, Freshness, NeedHit, PackTrust, Understood, Way, name_in};
use crate::directory::emergency::{EmergencyEntry, Here};
use crate::model::{AreaCode, Channel, Language, OpenState, Unknown};
use crate::text::Texts;

/// Who assured the entries that were compared with public pages only.
const PUBLIC: &str = "公開資料から。窓口には未確認";
/// Who stands behind what a person imported, as it is stored.
const IMPORTED: &str = "公開されているデータから。施設には未確認";
/// A need that was only weighed is told from this strength on: what nobody said must not be held against them.
const SAID: u16 = 500;

/// Words for one screen: its language, its moment, and the tables that names come from.
#[derive(Debug)]
pub struct Words<'a> {
    /// The sentences.
    pub texts: &'a Texts,
    /// Names of areas and needs.
    pub national: &'a National,
    /// The moment the screen is drawn.
    pub now: NaiveDateTime,
}

impl Words<'_> {
    /// The language of the screen.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.texts.language()
    }

    /// Whether a way is open, and until when or from when.
    #[must_use]
    pub fn state(&self, state: &OpenState) -> String {
        let at = |id: &str, time: NaiveDateTime| self.texts.with(id, &[("time", self.time(time).into())]);
        match state {
            OpenState::Open { always: true, .. } => self.texts.get("open-always"),
            OpenState::Open { until: Some(until), .. } => at("open-until", *until),
            OpenState::Open { until: None, .. } => self.texts.get("open-now"),
            OpenState::Closed { opens_next: Some(next) } => at("closed-next", *next),
            OpenState::Closed { opens_next: None } => self.texts.get("closed-now"),
            OpenState::Unknown { why } => self.texts.get(match why {
                Unknown::NotStated => "unknown-not-stated",
                Unknown::NotUnderstood => "unknown-not-understood",
                Unknown::PartlyUnderstood => "unknown-partly",
                Unknown::NotAssured => "unknown-not-assured",
                Unknown::HolidaysNotKnown => "unknown-holidays",
                Unknown::ClockNotTrusted => "unknown-clock",
            }),
        }
    }

    /// What a call costs; nothing for what is no call.
    #[must_use]
    pub fn fee(&self, fee: Fee) -> Option<String> {
        let id = match fee {
            Fee::Free => "fee-free",
            Fee::Caller => "fee-caller",
            Fee::Navi => "fee-navi",
            Fee::Unknown => "fee-unknown",
            Fee::NotACall => return None,
        };
        Some(self.texts.get(id))
    }

    /// 電話, チャット …, or the name the channel has.
    #[must_use]
    pub fn way_name(&self, card: &Card, way: &Way) -> String {
        let channel = Channel { record: &card.record, id: &way.id };
        channel
            .localised("label", self.language())
            .map_or_else(|| self.texts.get(&format!("kind-{}", way.kind)), str::to_owned)
    }

    /// What is dialled, opened or written to; nothing where one goes.
    #[must_use]
    pub fn way_target<'c>(&self, card: &'c Card, way: &'c Way) -> Option<&'c str> {
        let channel = Channel { record: &card.record, id: &way.id };
        ["display", "dial", "url", "email"].into_iter().find_map(|field| channel.text(field))
    }

    /// Cost, need for data, no voice: what is said beside a way.
    #[must_use]
    pub fn way_notes(&self, way: &Way) -> Vec<String> {
        let mut notes: Vec<String> = self.fee(way.fee).into_iter().collect();
        if way.needs_data {
            notes.push(self.texts.get("needs-data"));
        }
        if way.no_voice {
            notes.push(self.texts.get("no-voice"));
        }
        notes
    }

    /// Who assured an entry, and when.
    #[must_use]
    pub fn assurance(&self, assurance: &Assurance) -> String {
        let Some(on) = assurance.on else { return self.texts.get("assured-undated") };
        let date = on.to_string();
        match assurance.by.as_deref() {
            Some(PUBLIC) => self.texts.with("assured-public", &[("date", date.into())]),
            Some(IMPORTED) => self.texts.with("assured-imported", &[("date", date.into())]),
            Some(by) => self.texts.with("assured-by", &[("by", by.into()), ("date", date.into())]),
            None => self.texts.with("assured-nobody", &[("date", date.into())]),
        }
    }

    /// What the age of an entry means; nothing while it is fresh.
    #[must_use]
    pub fn age(&self, freshness: Freshness) -> Option<String> {
        match freshness {
            Freshness::Old => Some(self.texts.get("age-old")),
            Freshness::VeryOld => Some(self.texts.get("age-very-old")),
            Freshness::Fresh | Freshness::Undated => None,
        }
    }

    /// What must be said about the publisher.
    #[must_use]
    pub fn label(&self, card: &Card) -> Option<String> {
        card.label.as_ref().map(|label| {
            self.texts.get(match label.kind {
                PackTrust::OwnImport => "label-own-import",
                PackTrust::Listed => "label-listed",
                PackTrust::Unlisted => "label-unlisted",
            })
        })
    }

    /// What was understood, each need with the words that spoke for it.
    #[must_use]
    pub fn understood(&self, needs: &[NeedHit]) -> Option<String> {
        let one = |hit: &NeedHit| {
            let need = self.need(&hit.need);
            if hit.words.is_empty() {
                return need;
            }
            self.texts.with("understood-words", &[("need", need.into()), ("words", hit.words.join("・").into())])
        };
        let sure = |hit: &&NeedHit| hit.how != Understood::Pieces || hit.strength >= SAID;
        let names: Vec<String> = needs.iter().filter(sure).map(one).collect();
        (!names.is_empty()).then(|| self.texts.with("understood", &[("needs", names.join(self.comma()).into())]))
    }

    /// Needs that were understood but for which there is nothing.
    #[must_use]
    pub fn gaps(&self, answer: &Answer) -> Vec<String> {
        answer.gaps.iter().map(|need| self.texts.with("gap", &[("need", self.need(need).into())])).collect()
    }

    /// What must be said of numbers in an emergency that may not work here; nothing where all of them do.
    #[must_use]
    pub fn emergency_notes(&self, entries: &[EmergencyEntry]) -> Vec<String> {
        let name = |entry: &EmergencyEntry| name_in(&entry.card.record, self.language()).to_owned();
        let all = |id: &str, here: &Here| {
            let names: Vec<String> = entries.iter().filter(|entry| entry.here == *here).map(name).collect();
            (!names.is_empty()).then(|| self.texts.with(id, &[("names", names.join(self.comma()).into())]))
        };
        let mut notes: Vec<String> = Vec::new();
        for entry in entries {
            if let Here::PartOnly(areas) = &entry.here {
                let areas: Vec<String> = areas.iter().map(|area| self.area(area.as_str())).collect();
                let said = [("name", name(entry).into()), ("areas", areas.join(self.comma()).into())];
                notes.push(self.texts.with("emergency-part", &said));
            }
        }
        notes.extend(all("emergency-not-named", &Here::NotNamed));
        notes.extend(all("emergency-depends", &Here::DependsOnPlace));
        notes
    }

    /// The emergency row as one line, each number with what it is for; `None` when none is offered here.
    #[must_use]
    pub fn emergency_line(&self, entries: &[EmergencyEntry]) -> Option<String> {
        let named = |entry: &EmergencyEntry| {
            let number = self.way_target(&entry.card, entry.card.ways.first()?)?;
            let name = name_in(&entry.card.record, self.language());
            Some(if name.contains(number) { name.to_owned() } else { format!("{number} {name}") })
        };
        let numbers: Vec<String> = entries.iter().filter_map(named).collect();
        (!numbers.is_empty()).then(|| [self.texts.get("emergency-title"), numbers.join(" ・ ")].join(self.colon()))
    }

    /// Name of a need.
    #[must_use]
    pub fn need(&self, need: &str) -> String {
        self.national.need_name(need, self.language()).to_owned()
    }

    /// Name of an area, with its prefecture.
    #[must_use]
    pub fn area(&self, code: &str) -> String {
        let areas = self.national.areas();
        AreaCode::parse(code)
            .and_then(|code| areas.get(&code).map(|area| areas.full_name(area)))
            .unwrap_or_else(|| code.to_owned())
    }

    /// Name of a language by its code.
    #[must_use]
    pub fn spoken(&self, code: &str) -> String {
        let id = format!("language-{code}");
        if self.texts.has(&id) { self.texts.get(&id) } else { code.to_owned() }
    }

    /// What stands between a title and what it is about.
    #[must_use]
    pub const fn colon(&self) -> &'static str {
        match self.language() {
            Language::Japanese | Language::EasyJapanese => "：",
            Language::English => ": ",
        }
    }

    /// A text with a remark in brackets after it; nothing in brackets when there is no remark.
    #[must_use]
    pub fn remark(&self, text: &str, remark: &str) -> String {
        match self.language() {
            _ if remark.is_empty() => text.to_owned(),
            Language::Japanese | Language::EasyJapanese => format!("{text}（{remark}）"),
            Language::English => format!("{text} ({remark})"),
        }
    }

    /// What stands between two parts of a list.
    #[must_use]
    pub const fn comma(&self) -> &'static str {
        match self.language() {
            Language::Japanese | Language::EasyJapanese => "、",
            Language::English => "; ",
        }
    }
}
