//! How often a check-in comes when nobody answers: only ever more rarely.

/// Every how many of a rule's days, from one step to the next.
const STEPS: [u16; 6] = [1, 2, 4, 7, 14, 28];
/// So many unanswered ones make it one step rarer.
const PATIENCE: u16 = 2;

/// Every how many of its days a rule speaks, after もっと少なく was chosen `rarer` times and so many stayed unanswered
/// since the last answer.
#[must_use]
pub fn every(rarer: u8, unanswered: u16) -> u16 {
    let step = usize::from(rarer).saturating_add(usize::from(unanswered / PATIENCE));
    STEPS.get(step).or(STEPS.last()).copied().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_only_answered_with_more_silence() {
        for rarer in 0..=u8::MAX {
            for unanswered in 0..100 {
                assert!(every(rarer, unanswered) <= every(rarer, unanswered + 1));
                assert!(every(rarer, unanswered) <= every(rarer.saturating_add(1), unanswered));
            }
        }
        assert_eq!(every(0, 1), 1);
        assert_eq!(every(0, 2), 2);
        assert_eq!(every(0, 9999), 28);
    }
}
