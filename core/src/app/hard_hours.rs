//! つらいときのメモ as it is shown: the person's lines, and below them always the lines that listen and the emergency
//! row, also when the plan is empty or does not open.

use super::kept::KeptEntry;
use super::{App, AppError};
use crate::directory::answer::{Card, Filters, name_in};
use crate::directory::emergency::EmergencyEntry;
use crate::keepsakes::plan::Plan;
use crate::keepsakes::{KeepError, leaves_no_trace};
use crate::model::{AreaCode, Language, PlanLine, Step};

/// How many listening lines stand below the plan.
const LISTENING: usize = 3;

/// The plan as it is shown.
#[derive(Debug, Clone, serde::Serialize)]
pub struct HardHours {
    /// The steps in order, empty ones too.
    pub steps: Vec<ShownStep>,
    /// Lines that listen, those that are open first.
    pub listening: Vec<Card>,
    /// The emergency row.
    pub emergency: Vec<EmergencyEntry>,
}

/// A step of the plan as it is shown.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ShownStep {
    /// 1 to 7.
    pub number: u8,
    /// Which one.
    pub step: Step,
    /// Its lines in order.
    pub lines: Vec<ShownLine>,
}

/// A line of the plan as it is shown.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownLine {
    /// In the person's words.
    Words(String),
    /// An entry of the directory.
    Entry(Box<KeptEntry>),
}

impl HardHours {
    /// Whether no step has a line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.iter().all(|step| step.lines.is_empty())
    }
}

impl App {
    /// The plan with what stands below it. Without a plan, or when it does not open, what stands below it is there all
    /// the same.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be read.
    pub fn hard_hours(&self, plan: Option<&Plan>, area: Option<&AreaCode>) -> Result<HardHours, AppError> {
        let mut steps = Vec::new();
        for (step, lines) in plan.unwrap_or(&Plan::new([])).steps() {
            let lines = lines.iter().map(|line| self.shown(line)).collect::<Result<_, _>>()?;
            steps.push(ShownStep { number: step.number(), step, lines });
        }
        let listens = |card: &Card| card.record.is("crisis_first") && leaves_no_trace(&card.record);
        let mut listening = self.lines(area, &Filters::default())?;
        listening.retain(|card| listens(card) && !card.record.is("emergency_row"));
        listening.truncate(LISTENING);
        Ok(HardHours { steps, listening, emergency: self.emergency(area)? })
    }

    fn shown(&self, line: &PlanLine) -> Result<ShownLine, AppError> {
        Ok(match &line.record {
            None => ShownLine::Words(line.text.clone()),
            Some(id) => ShownLine::Entry(Box::new(self.kept_entry(id.clone(), line.text.clone())?)),
        })
    }

    /// A line of the plan that is an entry of the directory, under its name of today.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`KeepError::Traces`] for an entry that somebody should not find on this device.
    pub fn plan_entry(&self, id: &str, language: Language) -> Result<PlanLine, AppError> {
        let record = self.show(id, None)?.card.record;
        if !leaves_no_trace(&record) {
            return Err(KeepError::Traces.into());
        }
        Ok(PlanLine { text: name_in(&record, language).to_owned(), record: Some(id.to_owned()) })
    }
}
