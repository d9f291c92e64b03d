//! Rows of つらいときのメモ.

use rusqlite::{Row, Transaction, params};

use super::PrivateStore;
use crate::model::{PlanLine, Step};
use crate::store::StoreError;
use crate::store::sealed::{column, strange};

impl PrivateStore {
    /// All lines, by step and in the order of the person.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn plan_lines(&self) -> Result<Vec<(Step, PlanLine)>, StoreError> {
        self.0.rows("SELECT step, text, record FROM plan_line ORDER BY step, place", [], read)
    }

    /// Changes the lines of a step at once: no other program comes between reading and writing. What `change` leaves
    /// as it was is not written.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn change_step<T>(&self, step: Step, change: impl FnOnce(&mut Vec<PlanLine>) -> T) -> Result<T, StoreError> {
        self.0.write(|transaction| {
            let before = lines(transaction, step)?;
            let mut after = before.clone();
            let done = change(&mut after);
            if after != before {
                transaction.execute("DELETE FROM plan_line WHERE step = ?1", [step.number()])?;
                for (place, line) in (0_i64..).zip(&after) {
                    transaction.execute(
                        "INSERT INTO plan_line (step, place, text, record) VALUES (?1, ?2, ?3, ?4)",
                        params![step.number(), place, line.text, line.record],
                    )?;
                }
            }
            Ok(done)
        })
    }
}

fn lines(transaction: &Transaction<'_>, step: Step) -> rusqlite::Result<Vec<PlanLine>> {
    transaction
        .prepare_cached("SELECT text, record FROM plan_line WHERE step = ?1 ORDER BY place")?
        .query_map([step.number()], |row| Ok(PlanLine { text: row.get(0)?, record: row.get(1)? }))?
        .collect()
}

fn read(row: &Row<'_>) -> Result<(Step, PlanLine), StoreError> {
    let step = Step::new(column(row, 0)?).ok_or_else(|| strange("a step is out of range"))?;
    Ok((step, PlanLine { text: column(row, 1)?, record: column(row, 2)? }))
}
