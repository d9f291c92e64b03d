//! What the answers lead to: weighed needs, records named by rules, filters.

use std::collections::BTreeMap;

use super::source::{Form, Opt, Rule};
use super::{Answers, Finder};
use crate::directory::answer::Filters;
use crate::directory::needs::Rank;
use crate::model::AreaCode;

/// What the answers lead to, before any record is looked at.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Outcome {
    /// Id of the form.
    pub form: String,
    /// Needs, heaviest first.
    pub needs: Vec<Weighed>,
    /// Records that rules put first, in order.
    pub named: Vec<Named>,
    /// Ids of records that are left out.
    pub skip: Vec<String>,
    /// What the answers rule out.
    #[serde(skip)]
    pub filters: Filters,
    /// Where the person is.
    pub area: Option<AreaCode>,
    /// Centre of that area, latitude and longitude; the caller sets it, and places near it come first.
    #[serde(skip)]
    pub centre: Option<(f64, f64)>,
    /// Ids of all rules that matched.
    pub rules: Vec<String>,
    /// A danger now: its records come before everything.
    pub danger: bool,
}

impl Outcome {
    /// Nothing in particular was chosen: neither a need nor a record follows from the answers.
    #[must_use]
    pub const fn is_for_anything(&self) -> bool {
        self.needs.is_empty() && self.named.is_empty()
    }
}

/// A need, how heavy it is, and the rules that gave it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Weighed {
    /// Code of the need.
    pub need: String,
    /// 1 to 1000.
    pub weight: u16,
    /// Ids of the rules.
    pub rules: Vec<String>,
}

/// A record named by rules.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Named {
    /// Id of the record.
    pub record: String,
    /// Ids of the rules.
    pub rules: Vec<String>,
}

/// Weight of a need by its rank: danger, what is needed now, feelings, the rest.
const fn weight_of(rank: Rank) -> u16 {
    match rank {
        Rank::Danger => 1000,
        Rank::Now => 850,
        Rank::Feeling => 800,
        Rank::Life => 500,
    }
}

/// Weight of what was chosen to weigh most.
const FIRST: u16 = 900;
/// What a need loses when a rule brought it up, or when it is not the first of its option.
const BESIDE: u16 = 100;

impl Finder {
    pub(super) fn outcome(&self, form: &Form, answers: &Answers) -> Outcome {
        let mut filters = Filters { kinds: form.kinds.clone(), ..Filters::default() };
        let mut rules: Vec<String> = Vec::new();
        let mut needs: BTreeMap<String, Weighed> = BTreeMap::new();
        let mut named: Vec<Named> = Vec::new();
        let mut skip = form.skip.clone();

        // A question of another form counts only if it led here: its ticks still say what is on the person's mind.
        for question in &self.source.questions {
            for option in question.options.iter().filter(|option| answers.ticked(&question.id, &option.id)) {
                let rule = format!("{}/{}", question.id, option.id);
                option.filter.add_to(&mut filters);
                let first = answers.ticked("first", &option.id) && question.id == form.concern;
                self.weigh(&mut needs, &option.need, &rule, first.then_some(FIRST), 0);
                if speaks(option) {
                    rules.push(rule);
                }
            }
        }
        for rule in self.source.rules.iter().filter(|rule| matches(rule, form, answers)) {
            rule.filter.add_to(&mut filters);
            self.weigh(&mut needs, &rule.need, &rule.id, rule.weight, BESIDE);
            skip.extend(rule.skip.iter().cloned());
            for id in &rule.record {
                match named.iter_mut().find(|named| named.record == *id) {
                    Some(known) => known.rules.push(rule.id.clone()),
                    None => named.push(Named { record: id.clone(), rules: vec![rule.id.clone()] }),
                }
            }
            rules.push(rule.id.clone());
        }

        let danger = needs.keys().any(|need| self.needs.rank(need) == Rank::Danger);
        let mut needs: Vec<Weighed> = needs.into_values().collect();
        needs.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.need.cmp(&b.need)));
        Outcome {
            form: form.id.clone(),
            needs,
            named,
            skip,
            filters,
            area: answers.area.clone(),
            centre: None,
            rules,
            danger,
        }
    }

    fn weigh(
        &self,
        needs: &mut BTreeMap<String, Weighed>,
        given: &[String],
        rule: &str,
        fixed: Option<u16>,
        beside: u16,
    ) {
        for (at, need) in given.iter().enumerate() {
            let rank = self.needs.rank(need);
            let less = beside + if at == 0 || rank == Rank::Danger { 0 } else { BESIDE };
            let weight = fixed.unwrap_or(0).max(weight_of(rank).saturating_sub(less));
            let entry = needs.entry(need.clone()).or_insert_with(|| Weighed {
                need: need.clone(),
                weight: 0,
                rules: Vec::new(),
            });
            entry.weight = entry.weight.max(weight);
            entry.rules.push(rule.to_owned());
        }
    }
}

/// Whether an option is a rule of its own.
fn speaks(option: &Opt) -> bool {
    !option.need.is_empty() || option.filter != super::Wish::default()
}

fn matches(rule: &Rule, form: &Form, answers: &Answers) -> bool {
    rule.form.as_ref().is_none_or(|id| *id == form.id)
        && rule.when.iter().all(|tick| answers.holds(tick))
        && (rule.any.is_empty() || rule.any.iter().any(|tick| answers.holds(tick)))
        && !rule.unless.iter().any(|tick| answers.holds(tick))
}
