//! Finding help: what was typed, understood as needs and searched as text, becomes few cards with their reasons.
//!
//! Order of an answer: danger now (119, 110), then listening lines for heavy feelings, then a name that was typed
//! whole, then what fits the needs and the words best. Near a place, one of the first three is somewhere to go.

mod order;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::answer::{Answer, Card, Filters, FindRequest, NeedHit, PackLabel, Reason, Understood};
use super::areas::Areas;
use super::card::{Cards, only_spoken, speaks};
use super::find_text::{FindError, Hit, TextAnswer, TextQuery, search};
use super::needs::{Needs, NeedsError, Rank, Sources};
use super::pack::Pack;
use crate::model::{OpenState, Record};
use crate::search::Synonyms;
use crate::store::{Reader, Ticket};

/// Records that are ranked before the order of the answer is made.
const RANKED: usize = 60;
/// A record that serves more needs than this is a line for everything, and says so.
const FOR_EVERYTHING: usize = 13;
/// From this strength on a need was understood for sure; below it was guessed from a few pieces of words.
const SURE: u16 = 260;

/// What finding needs to know, read once from the national pack.
#[derive(Debug, Clone)]
pub struct Finding {
    needs: Needs,
    synonyms: Synonyms,
}

/// What the moment and the directory give to one search.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// Reader of the directory.
    pub reader: &'a Reader,
    /// Draws cards.
    pub cards: &'a Cards,
    /// Areas and their centres.
    pub areas: &'a Areas,
    /// Japanese local time.
    pub now: NaiveDateTime,
    /// What stops it; without one nothing does.
    pub ticket: Option<Ticket>,
}

impl Finding {
    /// Reads needs, phrases, rules, model and synonyms from the national pack.
    ///
    /// # Errors
    /// [`NeedsError`] with file and line.
    pub fn from_pack(pack: &Pack) -> Result<Self, NeedsError> {
        let text = |name: &str| pack.files.get(name).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default();
        let phrases: Vec<(&str, &str)> = pack
            .files
            .iter()
            .filter(|(name, _)| name.starts_with("phrases/") || *name == "scenes.tsv")
            .filter_map(|(name, bytes)| Some((name.as_str(), std::str::from_utf8(bytes).ok()?)))
            .collect();
        let model = pack.files.get("needs-model.bin").map(Vec::as_slice).unwrap_or_default();
        let sources = Sources { needs: text("needs.toml"), danger: text("danger.toml"), phrases: &phrases, model };
        Ok(Self { needs: Needs::read(sources)?, synonyms: synonyms(text("synonyms.toml"))? })
    }

    /// The needs.
    #[must_use]
    pub const fn needs(&self) -> &Needs {
        &self.needs
    }

    /// The synonyms.
    #[must_use]
    pub const fn synonyms(&self) -> &Synonyms {
        &self.synonyms
    }

    /// Answers what a person typed.
    ///
    /// # Errors
    /// [`FindError`], also when it was stopped.
    pub fn find(&self, here: Here<'_>, request: &FindRequest) -> Result<Answer, FindError> {
        self.answer(here, request, self.needs.understand(&request.text))
    }

    /// Answers needs that are already known, chosen in the guided finder; a text may go with them.
    ///
    /// # Errors
    /// As [`Finding::find`].
    pub fn answer(&self, here: Here<'_>, request: &FindRequest, needs: Vec<NeedHit>) -> Result<Answer, FindError> {
        let danger = needs.iter().any(|hit| self.needs.catalogue.rank(&hit.need) == Rank::Danger);
        let feeling = needs.iter().any(|hit| {
            self.needs.catalogue.rank(&hit.need) == Rank::Feeling && hit.how != Understood::Pieces
                || hit.need == "danger-suicide-now"
        });
        let weights: Vec<(String, u16)> = needs.iter().map(|hit| (hit.need.clone(), hit.strength)).collect();
        let mut found = ranked(here, request, &self.synonyms, &request.text, &weights)?;
        let mut seen = BTreeSet::new();
        // A folder and a folder inside it may both have been imported.
        found.hits.retain(|hit| seen.insert(hit.record.id.clone()));
        // Conditions leave records out: what is missing then is not missing in the directory.
        let asked_for_all = request.filters == Filters::default();
        let gaps = if asked_for_all { self.gaps(&needs, &found.hits) } else { Vec::new() };
        if found.hits.iter().any(|hit| !gaps.is_empty() && below_a_gap(hit, &needs, &gaps)) {
            found.hits.retain(|hit| below_a_gap(hit, &needs, &gaps));
        }
        let limit = if request.limit == 0 { FindRequest::DEFAULT_LIMIT } else { request.limit };
        let order = order::Order { danger, feeling, local: request.area.is_some() };
        let cards = order.apply(found.hits, &needs, limit).into_iter().map(|hit| card(here, request, hit)).collect();
        Ok(Answer { needs, danger, cards, gaps, cut: found.cut })
    }

    /// Needs for which nothing is made: a line for everything does not fill the gap, it only stands below the notice.
    fn gaps(&self, needs: &[NeedHit], hits: &[Hit]) -> Vec<String> {
        let named = hits.iter().any(|hit| hit.reasons.iter().any(|reason| matches!(reason, Reason::NameIs(_))));
        let danger = needs.iter().any(|hit| self.needs.catalogue.rank(&hit.need) == Rank::Danger);
        if named || danger {
            return Vec::new();
        }
        // In the national pack `best` says so; what a person imported serves what its kind serves.
        let made_for = |hit: &Hit, need: &str| {
            hit.record.text("kind") != Some("site")
                && (hit.record.is(&format!("best/{need}"))
                    || (hit.class != "core" && hit.record.is(&format!("topic/{need}"))))
        };
        let first = needs.first().map_or(0, |first| first.strength);
        let heard = needs.iter().take(2).filter(|hit| hit.strength >= first / 4 * 3).map(|hit| &hit.need);
        heard.filter(|need| !hits.iter().any(|hit| made_for(hit, need))).cloned().collect()
    }
}

/// What may stand below the notice that nobody is made for a need: those who are there for everything, and whoever is
/// made for another need that was understood for sure; no neighbour.
fn below_a_gap(hit: &Hit, needs: &[NeedHit], gaps: &[String]) -> bool {
    let record = &hit.record;
    // Somebody may be typing the name of a place of their town.
    let called = hit.class != "core" && hit.reasons.iter().any(|reason| matches!(reason, Reason::NameHas(_)));
    let for_all = is_for_everything(record) || record.text("kind") == Some("site");
    let sure = |hit: &&NeedHit| hit.strength >= SURE && !gaps.contains(&hit.need);
    called
        || (for_all && gaps.iter().any(|need| record.is(&format!("topic/{need}"))))
        || needs.iter().filter(sure).any(|hit| record.is(&format!("best/{}", hit.need)))
}

/// Whether a record serves nearly everything.
pub(super) fn is_for_everything(record: &Record) -> bool {
    record.text("kind") == Some("line") && record.members("topic").count() > FOR_EVERYTHING
}

/// Ranked hits that are shown at this moment.
fn ranked(
    here: Here<'_>,
    request: &FindRequest,
    synonyms: &Synonyms,
    text: &str,
    needs: &[(String, u16)],
) -> Result<TextAnswer, FindError> {
    let query = TextQuery {
        needs,
        area: request.area.clone(),
        position: request.area.as_ref().and_then(|area| here.areas.centre(area)),
        filters: request.filters.clone(),
        ..TextQuery::new(text, synonyms, here.now.date(), RANKED)
    };
    let mut open = |record: &Record| best_state(here, request, record);
    let session = here.ticket.map_or_else(|| here.reader.look(), |ticket| here.reader.search(ticket));
    let mut found = search(&session, &query, &mut open)?;
    found.hits.retain(|hit| here.cards.is_shown(&hit.record, here.now));
    Ok(found)
}

/// The best state of the ways that are offered here.
fn best_state(here: Here<'_>, request: &FindRequest, record: &Record) -> OpenState {
    let mut ways = here.cards.ways(record, request.area.as_ref(), here.now);
    if let Some(language) = &request.filters.spoken {
        ways.retain(|way| speaks(record, &way.id, language));
    }
    let best = ways.iter().find(|way| way.state.is_open()).or_else(|| ways.iter().find(|way| !way.state.is_closed()));
    best.or_else(|| ways.first())
        .map_or(OpenState::Unknown { why: crate::model::Unknown::NotStated }, |way| way.state.clone())
}

fn card(here: Here<'_>, request: &FindRequest, hit: Hit) -> Card {
    let label = PackLabel::of(&hit.pack);
    let everything = is_for_everything(&hit.record);
    let mut card = here.cards.card(hit.record, request.area.as_ref(), here.now, label);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates; no place is that far")]
    let whole = |km: f64| km.round() as u32;
    card.distance_km = hit.km.map(whole);
    only_spoken(&mut card, &request.filters);
    let mut seen = BTreeSet::new();
    card.reasons = hit.reasons.into_iter().filter(|reason| seen.insert(format!("{reason:?}"))).collect();
    if everything || card.reasons.is_empty() {
        card.reasons.push(Reason::Anything);
    }
    card
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymFile {
    synonym: Vec<SynonymGroup>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymGroup {
    words: Vec<String>,
}

fn synonyms(text: &str) -> Result<Synonyms, NeedsError> {
    let file: SynonymFile =
        toml::from_str(text).map_err(|error| NeedsError::Toml("synonyms.toml", error.to_string()))?;
    Ok(Synonyms::new(file.synonym.into_iter().map(|group| group.words)))
}
