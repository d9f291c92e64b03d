//! What every import counts: rows by what became of them, and rules with the first places where they applied. Codes
//! are stable.

use std::collections::BTreeMap;

/// How many places of one rule are listed.
const PLACES: usize = 3;

/// What is done when a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Read as what was meant; the source row keeps what was published.
    Read,
    /// Kept as published; only noted.
    Kept,
    /// The value is left out of the record; the source row keeps it.
    LeftOut,
    /// The row makes no record.
    RowAside,
    /// The file makes no records.
    FileAside,
}

/// A rule of some list.
pub trait Known: Copy {
    /// Stable code, as in reports.
    fn code(self) -> &'static str;

    /// What is done about it.
    fn action(self) -> Action;
}

/// Rows by what became of them: `read = stored + merged + set_aside + blank + refused`. In JSON every object of an HSDS
/// table is a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// Rows after the header.
    pub read: u64,
    /// Rows that made a record.
    pub stored: u64,
    /// Rows that became part of a record made before, or repeat one.
    pub merged: u64,
    /// Rows that make no record by rule.
    pub set_aside: u64,
    /// Rows without content.
    pub blank: u64,
    /// Rows that cannot be read.
    pub refused: u64,
    /// Records made; counted apart from rows.
    pub records: u64,
}

impl Counts {
    /// Whether every row read is accounted for.
    #[must_use]
    pub const fn balanced(&self) -> bool {
        self.read == self.stored + self.merged + self.set_aside + self.blank + self.refused
    }

    /// Adds the rows of another file.
    pub const fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.stored += other.stored;
        self.merged += other.merged;
        self.set_aside += other.set_aside;
        self.blank += other.blank;
        self.refused += other.refused;
        self.records += other.records;
    }
}

/// Where a rule applied.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// Physical line, from 1; the row of a sheet; in JSON the line on which the document begins.
    pub line: u64,
    /// Header of the column, or the JSON pointer of the object with its field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// How often a rule applied in a file, and where first.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Hit {
    /// What was done.
    pub action: Action,
    /// How often.
    pub count: u64,
    /// The first places.
    pub first: Vec<Place>,
}

/// Rules that applied, by their codes.
pub type Hits = BTreeMap<&'static str, Hit>;

/// Notes that a rule applied.
pub(super) fn note(rules: &mut Hits, rule: impl Known, line: u64, column: Option<&str>) {
    let hit = rules.entry(rule.code()).or_insert_with(|| Hit { action: rule.action(), count: 0, first: Vec::new() });
    hit.count += 1;
    if hit.first.len() < PLACES {
        hit.first.push(Place { line, column: column.map(str::to_owned) });
    }
}

/// A list of rules: name, stable code and action. What it is stands in the Fluent files as `rule-` with the code.
macro_rules! rule_list {
    ($($name:ident $code:literal $action:ident)*) => {
        /// A known irregularity.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = concat!("`", $code, "`; docs/import-rules.md or docs/hsds.md says what it is.")] $name,)*
        }

        impl Rule {
            /// All rules, by family.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable code, as in reports.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What is done about it.
            #[must_use]
            pub const fn action(self) -> crate::directory::tally::Action {
                match self { $(Self::$name => crate::directory::tally::Action::$action,)* }
            }
        }

        impl crate::directory::tally::Known for Rule {
            fn code(self) -> &'static str {
                self.code()
            }

            fn action(self) -> crate::directory::tally::Action {
                self.action()
            }
        }
    };
}

pub(super) use rule_list;
