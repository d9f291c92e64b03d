//! The order of an answer: what a person in danger or despair needs stands first, whatever else fits.

use crate::directory::answer::{NeedHit, Reason};
use crate::directory::find_text::Hit;
use crate::model::OpenState;

/// What decides the order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order {
    /// Danger now was understood.
    pub danger: bool,
    /// A heavy feeling was understood.
    pub feeling: bool,
    /// The person named an area.
    pub local: bool,
}

impl Order {
    /// Puts hits in order and keeps at most `limit`.
    pub(super) fn apply(self, hits: Vec<Hit>, needs: &[NeedHit], limit: usize) -> Vec<Hit> {
        let mut hits: Vec<(u8, usize, Hit)> =
            hits.into_iter().enumerate().map(|(place, hit)| (self.tier(&hit, needs), place, hit)).collect();
        hits.sort_by_key(|(tier, place, _)| (*tier, *place));
        let mut hits: Vec<Hit> = hits.into_iter().map(|(_, _, hit)| hit).collect();
        spread_kinds(&mut hits);
        if !self.danger && !self.feeling {
            hear_both(&mut hits, needs);
        }
        if self.local && !self.danger && !self.feeling {
            somewhere_to_go(&mut hits);
        }
        hits.truncate(limit);
        hits
    }

    /// 0 stands first.
    fn tier(self, hit: &Hit, needs: &[NeedHit]) -> u8 {
        let record = &hit.record;
        let core = hit.class == "core";
        let best_for = |prefix: &str| {
            needs.iter().any(|need| need.need.starts_with(prefix) && record.is(&format!("best/{}", need.need)))
        };
        if core && self.danger && record.is("emergency_row") && best_for("danger-") {
            return 0;
        }
        if core && self.feeling && record.is("crisis_first") {
            return match hit.open {
                OpenState::Open { .. } => 1,
                OpenState::Unknown { .. } => 2,
                OpenState::Closed { .. } => 3,
            };
        }
        if is_named(hit) {
            4
        } else if !self.local && is_regional(hit) {
            // A line of one region is no answer for somebody who did not say where they are.
            6
        } else {
            5
        }
    }
}

fn is_regional(hit: &Hit) -> bool {
    let mut areas = hit.record.members("area").peekable();
    hit.class == "core" && areas.peek().is_some() && areas.all(|area| area != "JP")
}

fn is_named(hit: &Hit) -> bool {
    hit.reasons.iter().any(|reason| matches!(reason, Reason::NameIs(_)))
}

/// A site that only lists other places never stands before somebody to talk to.
fn spread_kinds(hits: &mut [Hit]) {
    let is_site = |hit: &Hit| hit.record.text("kind") == Some("site") && !is_named(hit);
    if let (Some(first), Some(other)) = (hits.first(), hits.iter().position(|hit| !is_site(hit)))
        && is_site(first)
    {
        hits.get_mut(..=other).map(|head| head.rotate_right(1)).unwrap_or_default();
    }
}

/// Where two needs were understood, one of the first three is for the second.
fn hear_both(hits: &mut [Hit], needs: &[NeedHit]) {
    let Some(second) = needs.get(1) else { return };
    let key = format!("best/{}", second.need);
    if !hits.iter().take(3).any(|hit| hit.record.is(&key))
        && let Some(at) = hits.iter().position(|hit| hit.record.is(&key))
        && let Some(part) = hits.get_mut(2..=at)
    {
        part.rotate_right(1);
    }
}

/// Near a place, one of the first three is somewhere to go, if anything near fits.
fn somewhere_to_go(hits: &mut [Hit]) {
    let goes = |hit: &Hit| matches!(hit.record.text("kind"), Some("place" | "desk"));
    if !hits.iter().take(3).any(goes)
        && let Some(at) = hits.iter().position(goes)
        && let Some(part) = hits.get_mut(2..=at)
    {
        part.rotate_right(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::answer::Understood;
    use crate::model::{Record, Unknown};

    #[test]
    fn only_core_records_stand_before_what_fits() {
        let hit = |class: &str| {
            let mut record = Record::new("37201.a");
            record.set("crisis_first", true).set("emergency_row", true).set("best/danger-overdose", true);
            let open = OpenState::Unknown { why: Unknown::NotStated };
            let (pack, class) = ("takamatsu".to_owned(), class.to_owned());
            Hit { record, pack, class, points: 0, reasons: Vec::new(), open, km: None }
        };
        let need = NeedHit { need: "danger-overdose".into(), how: Understood::Chosen, words: vec![], strength: 1000 };
        let danger = Order { danger: true, feeling: true, local: false };
        let feeling = Order { danger: false, ..danger };
        assert_eq!(danger.tier(&hit("core"), std::slice::from_ref(&need)), 0);
        assert_eq!(feeling.tier(&hit("core"), &[]), 2);
        for order in [danger, feeling] {
            assert_eq!(order.tier(&hit("listing"), std::slice::from_ref(&need)), 5);
        }
    }
}
