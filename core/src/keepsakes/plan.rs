//! つらいときのメモ: seven steps of lines in the person's order. Any step may stay empty.

use super::{KeepError, written};
use crate::model::{PlanLine, Step};

/// How many characters a line has at most.
pub const LONGEST_LINE: usize = 200;
/// How many lines a step has at most.
pub const MOST_LINES: usize = 20;

/// The whole plan: every step, with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan(Vec<(Step, Vec<PlanLine>)>);

impl Plan {
    /// From lines in order.
    #[must_use]
    pub fn new(lines: impl IntoIterator<Item = (Step, PlanLine)>) -> Self {
        let mut steps: Vec<(Step, Vec<PlanLine>)> = Step::ALL.map(|step| (step, Vec::new())).into();
        for (of, line) in lines {
            steps.iter_mut().filter(|(step, _)| *step == of).for_each(|(_, lines)| lines.push(line.clone()));
        }
        Self(steps)
    }

    /// The steps in order, empty ones too.
    pub fn steps(&self) -> impl Iterator<Item = (Step, &[PlanLine])> {
        self.0.iter().map(|(step, lines)| (*step, lines.as_slice()))
    }
}

/// A line in the person's words, without white space at its ends.
///
/// # Errors
/// [`KeepError::Empty`]; [`KeepError::TooLong`] for more than [`LONGEST_LINE`] characters: nothing is cut.
pub fn line(text: &str) -> Result<PlanLine, KeepError> {
    let text = written::line(text, LONGEST_LINE).and_then(written::stated)?;
    Ok(PlanLine { text, record: None })
}

/// Adds a line at the end of a step.
///
/// # Errors
/// [`KeepError::Full`] when the step has [`MOST_LINES`] lines.
pub fn add(lines: &mut Vec<PlanLine>, line: PlanLine) -> Result<(), KeepError> {
    if lines.len() >= MOST_LINES {
        return Err(KeepError::Full { most: MOST_LINES });
    }
    lines.push(line);
    Ok(())
}

/// Puts another line in the place of one. Places begin at 1.
///
/// # Errors
/// [`KeepError::NoLine`].
pub fn change(lines: &mut [PlanLine], place: usize, line: PlanLine) -> Result<(), KeepError> {
    let at = place.checked_sub(1).and_then(|at| lines.get_mut(at)).ok_or(KeepError::NoLine { place })?;
    *at = line;
    Ok(())
}

/// Moves a line to another place of its step; behind the last place is the last place.
///
/// # Errors
/// [`KeepError::NoLine`] when there is no such line, or for place 0.
pub fn move_to(lines: &mut Vec<PlanLine>, place: usize, to: usize) -> Result<(), KeepError> {
    let to = to.checked_sub(1).ok_or(KeepError::NoLine { place: to })?;
    let line = remove(lines, place)?;
    lines.insert(to.min(lines.len()), line);
    Ok(())
}

/// Takes a line away.
///
/// # Errors
/// [`KeepError::NoLine`].
pub fn remove(lines: &mut Vec<PlanLine>, place: usize) -> Result<PlanLine, KeepError> {
    match place.checked_sub(1).filter(|at| *at < lines.len()) {
        Some(at) => Ok(lines.remove(at)),
        None => Err(KeepError::NoLine { place }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[PlanLine]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    fn three() -> Vec<PlanLine> {
        ["一", "二", "三"].map(|text| line(text).unwrap()).into()
    }

    #[test]
    fn lines_stand_in_the_order_of_the_person() {
        let mut lines = three();
        move_to(&mut lines, 3, 1).unwrap();
        assert_eq!(texts(&lines), ["三", "一", "二"]);
        move_to(&mut lines, 1, 99).unwrap();
        assert_eq!(texts(&lines), ["一", "二", "三"]);
        change(&mut lines, 2, line("に").unwrap()).unwrap();
        assert_eq!(remove(&mut lines, 1).unwrap().text, "一");
        assert_eq!(texts(&lines), ["に", "三"]);
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        for place in [0, 4, usize::MAX] {
            let mut lines = three();
            assert_eq!(change(&mut lines, place, line("x").unwrap()), Err(KeepError::NoLine { place }));
            assert_eq!(move_to(&mut lines, place, 1), Err(KeepError::NoLine { place }));
            assert_eq!(remove(&mut lines, place), Err(KeepError::NoLine { place }));
            assert_eq!(lines, three());
        }
        let mut lines = three();
        assert_eq!(move_to(&mut lines, 1, 0), Err(KeepError::NoLine { place: 0 }));
        assert_eq!(lines, three());
    }

    #[test]
    fn too_much_is_said_and_nothing_is_cut() {
        assert_eq!(line(" \n\t"), Err(KeepError::Empty));
        assert_eq!(line(&"あ".repeat(200)).unwrap().text.chars().count(), 200);
        assert_eq!(line(&"あ".repeat(201)), Err(KeepError::TooLong { has: 201, most: 200 }));
        assert_eq!(line(" 川を\n見る ").unwrap().text, "川を 見る");
        let mut lines = vec![line("x").unwrap(); MOST_LINES];
        assert_eq!(add(&mut lines, line("y").unwrap()), Err(KeepError::Full { most: 20 }));
        assert_eq!(lines.len(), 20);
    }

    #[test]
    fn every_step_is_there_also_when_it_is_empty() {
        let plan = Plan::new([(Step::Alone, line("お茶").unwrap())]);
        let counts: Vec<usize> = plan.steps().map(|(_, lines)| lines.len()).collect();
        assert_eq!(counts, [0, 1, 0, 0, 0, 0, 0]);
        assert!(Step::ALL.iter().all(|step| Step::new(step.number()) == Some(*step)));
    }
}
