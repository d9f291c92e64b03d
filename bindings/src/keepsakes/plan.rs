//! つらいときのメモ.

use tsunagari_core::app::print::html;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, App, AppError, Changed};
use tsunagari_core::keepsakes::plan;
use tsunagari_core::model::{Language, Step};

use super::Keepsakes;
use crate::{Card, EmergencyLine, KeptEntry, Layout, TsunagariError};

/// The plan as it is shown, and what always stands below it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct HardHours {
    /// The seven steps in order, empty ones too; show those that have lines, and all of them when none has.
    pub steps: Vec<PlanStep>,
    /// Lines that listen, those that are open first.
    pub listening: Vec<Card>,
    /// The emergency row.
    pub emergency: Vec<EmergencyLine>,
    /// What must be said of numbers that may not work where the person is.
    pub emergency_notes: Vec<String>,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PlanStep {
    /// 1 to 7.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// What may stand in it, as a few examples.
    pub hint: String,
    /// Its lines, in the person's order.
    pub lines: Vec<PlanLine>,
}

/// A line of the plan.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PlanLine {
    /// In the person's words, word for word; for an entry of the directory its name of the day it was chosen.
    pub text: String,
    /// The entry of the directory, when it is one.
    pub entry: Option<KeptEntry>,
}

/// A line that is to be written into the plan.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum NewPlanLine {
    /// In the person's words, up to 200 characters.
    Written {
        /// The words.
        text: String,
    },
    /// An entry of the directory.
    Listed {
        /// Its identifier.
        id: String,
    },
}

#[uniffi::export]
impl Keepsakes {
    /// The plan. Somebody looks for it in a hard hour: after any error, show [`Keepsakes::hard_hours_without_plan`].
    /// `area` is a name or code.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`], [`TsunagariError::Invalid`] with `area`.
    pub fn plan(&self, area: Option<String>) -> Result<HardHours, TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.kept(|app, kept, words| {
            Ok(HardHours::of(&app.hard_hours(Some(&kept.hard_plan()?), area.as_ref())?, words))
        })
    }

    /// What stands below the plan, also when nothing is kept, it is locked, or it cannot be read: steps have no lines.
    /// Without an area there is always an answer while the directory can be read.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`], [`TsunagariError::Invalid`] with `area`.
    pub fn hard_hours_without_plan(&self, area: Option<String>) -> Result<HardHours, TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.ask(|app, words| Ok(HardHours::of(&app.hard_hours(None, area.as_ref())?, words)))
    }

    /// Adds a line at the end of a step (1 to 7), up to 20 of them.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `step`, `text`, `count`, or `traces` for an entry that somebody should not find
    /// on this device; [`TsunagariError::NotFound`] without such an entry. Nothing was changed.
    pub fn add_to_plan(&self, step: u32, line: NewPlanLine) -> Result<(), TsunagariError> {
        let (step, language) = (self::step(step)?, self.device.texts().language());
        self.device.change(Changed::Plan, |app, kept| kept.add_to_plan(step, line.checked(app, language)?))
    }

    /// Puts another line in the place of one. Places begin at 1.
    ///
    /// # Errors
    /// As [`Keepsakes::add_to_plan`]; [`TsunagariError::NotFound`] also without such a line.
    pub fn change_plan(&self, step: u32, place: u32, line: NewPlanLine) -> Result<(), TsunagariError> {
        let (step, language) = (self::step(step)?, self.device.texts().language());
        self.device
            .change(Changed::Plan, |app, kept| kept.change_plan(step, self::place(place), line.checked(app, language)?))
    }

    /// Moves a line to another place of its step; behind the last place is the last place.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `step`, [`TsunagariError::NotFound`] without such a line. Nothing was changed.
    pub fn move_in_plan(&self, step: u32, place: u32, to: u32) -> Result<(), TsunagariError> {
        let step = self::step(step)?;
        self.device.change(Changed::Plan, |_, kept| kept.move_in_plan(step, self::place(place), self::place(to)))
    }

    /// Takes a line away.
    ///
    /// # Errors
    /// As [`Keepsakes::move_in_plan`].
    pub fn remove_from_plan(&self, step: u32, place: u32) -> Result<(), TsunagariError> {
        let step = self::step(step)?;
        self.device.change(Changed::Plan, |_, kept| kept.remove_from_plan(step, self::place(place)))
    }

    /// The plan as a page of HTML, to print: steps that have lines, then the lines that listen, and the emergency row.
    ///
    /// # Errors
    /// As [`Keepsakes::plan`].
    pub fn plan_html(&self, layout: Layout, area: Option<String>) -> Result<String, TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.kept(|app, kept, words| {
            let hours = app.hard_hours(Some(&kept.hard_plan()?), area.as_ref())?;
            Ok(html(&words.plan_paper(layout.into(), &hours, words.now.date())))
        })
    }
}

impl HardHours {
    fn of(hours: &app::HardHours, words: &Words<'_>) -> Self {
        Self {
            steps: hours.steps.iter().map(|step| PlanStep::of(step, words)).collect(),
            listening: Card::all(&hours.listening, words),
            emergency: EmergencyLine::all(&hours.emergency, words),
            emergency_notes: words.emergency_notes(&hours.emergency),
        }
    }
}

impl PlanStep {
    fn of(shown: &app::ShownStep, words: &Words<'_>) -> Self {
        let line = |line: &app::ShownLine| match line {
            app::ShownLine::Words(text) => PlanLine { text: text.clone(), entry: None },
            app::ShownLine::Entry(entry) => {
                PlanLine { text: entry.name.clone(), entry: Some(KeptEntry::of(entry, words)) }
            }
        };
        Self {
            number: shown.number.into(),
            title: words.step(shown.step),
            hint: words.step_hint(shown.step),
            lines: shown.lines.iter().map(line).collect(),
        }
    }
}

impl NewPlanLine {
    fn checked(self, app: &App, language: Language) -> Result<tsunagari_core::model::PlanLine, AppError> {
        match self {
            Self::Written { text } => Ok(plan::line(&text)?),
            Self::Listed { id } => app.plan_entry(&id, language),
        }
    }
}

fn step(number: u32) -> Result<Step, TsunagariError> {
    let step = u8::try_from(number).ok().and_then(Step::new);
    step.ok_or_else(|| TsunagariError::invalid("step"))
}

/// A place, which begins at 1; behind any step where it is too large.
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
