//! Gentle check-ins: which alarms a platform should set, and why each.
//!
//! [`plan`] is a pure function of rules, what happened, the person's silence, the time and the zone. A shell calls it
//! after anything changed (start, update, clock, zone, an answer), takes [`changes`] against what is set, and asks
//! [`may_show`] once more when an alarm fires, since platforms deliver late. [`home_line`] is the one quiet line of Home.

mod carried;
mod changes;
mod home;
mod pace;
mod plan;
mod wall;

pub use carried::{carried, may_show};
pub use changes::{Changes, changes};
pub use home::{HomeError, HomeView, home_line, home_rules};
pub use pace::every;
pub use plan::{MOST_PENDING, Moment, free_minutes, plan, snooze};
pub use wall::local;
