//! つらいときのメモ: reading it and changing it.

use super::Kept;
use crate::app::AppError;
use crate::keepsakes::KeepError;
use crate::keepsakes::plan::{self, Plan};
use crate::model::{PlanLine, Step};

impl Kept {
    /// The whole plan.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn hard_plan(&self) -> Result<Plan, AppError> {
        Ok(Plan::new(self.store.plan_lines()?))
    }

    /// Adds a line at the end of a step: [`plan::line`], or an entry of the directory ([`crate::app::App::plan_entry`]).
    ///
    /// # Errors
    /// [`KeepError::Full`] for more than [`plan::MOST_LINES`]; nothing was changed.
    pub fn add_to_plan(&self, step: Step, line: PlanLine) -> Result<(), AppError> {
        self.change(step, |lines| plan::add(lines, line))
    }

    /// Puts another line in the place of one. Places begin at 1.
    ///
    /// # Errors
    /// [`KeepError::NoLine`]; nothing was changed.
    pub fn change_plan(&self, step: Step, place: usize, line: PlanLine) -> Result<(), AppError> {
        self.change(step, |lines| plan::change(lines, place, line))
    }

    /// Moves a line to another place of its step.
    ///
    /// # Errors
    /// [`KeepError::NoLine`]; nothing was changed.
    pub fn move_in_plan(&self, step: Step, place: usize, to: usize) -> Result<(), AppError> {
        self.change(step, |lines| plan::move_to(lines, place, to))
    }

    /// Takes a line away.
    ///
    /// # Errors
    /// [`KeepError::NoLine`]; nothing was changed.
    pub fn remove_from_plan(&self, step: Step, place: usize) -> Result<(), AppError> {
        self.change(step, |lines| plan::remove(lines, place).map(|_| ()))
    }

    fn change(
        &self,
        step: Step,
        change: impl FnOnce(&mut Vec<PlanLine>) -> Result<(), KeepError>,
    ) -> Result<(), AppError> {
        Ok(self.store.change_step(step, change)??)
    }
}
