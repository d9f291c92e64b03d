//! Reads the words of a cell one after another into a [`Plan`].

mod bracket;
mod clause;
mod closing;
mod condition;
mod days;
mod give;
mod half;
mod hints;
mod month;
mod opening;
mod scope;
mod time;
mod unknown;

use super::lex::{DayBits, HOLIDAY, Half, Word, words};
use super::plan::{Moves, Plan, Span};
use super::vocabulary::Doubtful;
use scope::Scope;

/// An end that nobody states: until then it may go on.
const LATE: u16 = 29 * 60;
/// Light in all of Japan on every day of the year.
const LIGHT: (u16, u16) = (7 * 60 + 40, 15 * 60 + 40);
/// Dark in all of Japan on every day of the year, before and after.
const DARK: (u16, u16) = (3 * 60 + 30, 19 * 60 + 45);

/// Which cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Free text that holds everything.
    Prose,
    /// The days it is open.
    Days,
    /// A note beside columns with days and times.
    Note,
    /// The days it is closed.
    Closed,
    /// The times of these days.
    TimesOf(DayBits),
}

/// Reads a cell into the plan.
pub(super) fn read(plan: &mut Plan, text: &str, cell: Cell) {
    let words = words(text);
    let mut machine = Machine {
        plan,
        words: &words,
        at: 0,
        cell,
        scope: Scope::default(),
        outer: Vec::new(),
        closing: cell == Cell::Closed,
        last_closed: 0,
        last_nth: Vec::new(),
        open_start: false,
        last_entry: false,
        period: false,
        wants_list: false,
        closed_something: false,
        times_before_bracket: false,
        pause: false,
        extra: false,
        afternoon: false,
        conditional: false,
        end_head: false,
        every_day: false,
        doubted: Vec::new(),
        closed_list: false,
        last_weekday: None,
    };
    if let Cell::TimesOf(days) = cell {
        machine.scope.days = days;
    }
    machine.run();
}

/// Whether there is one time only, or several that follow one another.
fn plan_is_simple(hull: &[Span]) -> bool {
    hull.iter().zip(hull.iter().skip(1)).all(|(a, b)| a.to <= b.from)
}

struct Machine<'a> {
    plan: &'a mut Plan,
    words: &'a [Word],
    at: usize,
    cell: Cell,
    scope: Scope,
    outer: Vec<Scope>,
    /// Behind 定休日: what is named is closed.
    closing: bool,
    last_closed: DayBits,
    last_nth: Vec<(u8, Vec<i8>)>,
    /// A dash without a time before it.
    open_start: bool,
    last_entry: bool,
    period: bool,
    wants_list: bool,
    closed_something: bool,
    times_before_bracket: bool,
    /// 昼休み: the time that follows is closed.
    pause: bool,
    /// 延長保育: the times that follow in this sentence are extra.
    extra: bool,
    /// 午後診療 stands before the time.
    afternoon: bool,
    /// The days that follow are meant under a condition that was not understood.
    conditional: bool,
    /// 終了時間: the time that follows is an end.
    end_head: bool,
    /// 毎日 behind other days: the times that follow are for all.
    every_day: bool,
    /// Days that are in doubt, for which more times may follow.
    doubted: Vec<String>,
    /// A list of closed days has ended with its sentence.
    closed_list: bool,
    /// The weekday named last.
    last_weekday: Option<u8>,
}

impl Machine<'_> {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.at)
    }

    fn peek_past(&self, skip: &[Word]) -> Option<&Word> {
        self.words.iter().skip(self.at).find(|word| !skip.contains(word))
    }

    /// Whether the sentence goes on to a time.
    fn time_ahead(&self) -> bool {
        let mut rest = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
        rest.any(|word| matches!(word, Word::Time { .. }))
    }

    fn eat(&mut self, word: &Word) -> bool {
        let is = self.peek() == Some(word);
        self.at += usize::from(is);
        is
    }

    fn eat_all(&mut self, words: &[Word]) {
        while self.peek().is_some_and(|word| words.contains(word)) {
            self.at += 1;
        }
    }

    fn run(&mut self) {
        while let Some(word) = self.peek().cloned() {
            self.at += 1;
            self.step(word);
        }
        self.end_clause();
        if self.wants_list && !self.closed_something {
            self.doubtful(Doubtful::MayClose);
        }
    }

    fn step(&mut self, word: Word) {
        match word {
            Word::Days { days, strict } => self.days(days, strict),
            Word::Nth { nths, day } => {
                self.fresh();
                self.scope.nth.push((day, nths));
            }
            Word::SomeWeeks => {
                self.fresh();
                self.scope.some_weeks = true;
            }
            Word::Dates { from, to } => self.dates(from, to),
            Word::NewYear { from, to } => {
                self.fresh();
                self.scope.dates.push((from, to));
                self.scope.new_year = true;
            }
            Word::DayOfMonth(day) => {
                self.fresh();
                self.scope.month_days.push(day);
            }
            Word::LastOfMonth => {
                self.fresh();
                self.scope.dates.push(((0, 0), (0, 0)));
            }
            Word::Time { .. } | Word::Sunrise | Word::Sunset => {
                self.at -= 1;
                self.time();
            }
            Word::Half(half) => self.half(half),
            Word::Closed | Word::Unusable | Word::Except => self.closed(word == Word::Except),
            Word::ClosedHead => self.closed_head(),
            Word::OpenHead => {
                self.closed_list = false;
                self.end_closing();
            }
            Word::EndHead => self.end_head = true,
            Word::DayHead => self.day_head(),
            Word::Eve => self.eve(),
            Word::Roughly => self.roughly(),
            Word::Nths(nths) => self.some_of_month(&nths),
            Word::Opens => self.opens(),
            Word::Open => self.open_bracket(),
            Word::Close => self.close_bracket(),
            Word::Only => self.only(),
            Word::If => self.condition(),
            Word::AllDay => self.all_day(),
            Word::AllYear => {
                self.plan.complete = true;
                self.plan.new_year_settled = true;
            }
            Word::NoClosing if self.scope.pending() => self.doubt_scope(&[]),
            Word::NoClosing if self.every_day_in_bracket() || self.every_day_again() => {}
            Word::NoClosing => {
                self.plan.complete = true;
                self.closing = false;
            }
            Word::Period => self.period = true,
            Word::Pause => self.pause = true,
            Word::Extra => {
                let sentence = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
                let timed = sentence.into_iter().any(|word| matches!(word, Word::Time { .. }));
                let offered = matches!(self.peek(), None | Some(Word::Stop | Word::Comma | Word::Close));
                if timed && !offered {
                    self.extra = true;
                } else if !offered || !self.plan.has_times() {
                    self.plan.doubt_all();
                }
            }
            Word::Part => {
                let next =
                    self.peek_past(&[Word::Colon, Word::Half(Half::Am), Word::Half(Half::Pm), Word::Part, Word::Only]);
                let next = next.cloned();
                let titled = self.closing && self.peek() == Some(&Word::Colon) && self.time_ahead();
                if titled {
                    // 定休日:月曜 ランチ:土日(11時~14時)
                    self.end_closing();
                }
                let days =
                    matches!(next, Some(Word::Days { .. } | Word::NoClosing)) && !self.closing && self.time_ahead();
                let label = self.peek() == Some(&Word::Close) && !self.outer.is_empty();
                if !matches!(next, Some(Word::Time { .. })) && !days && !label {
                    self.plan.doubt_all();
                }
            }
            Word::Booking if self.peek() == Some(&Word::Only) || !self.outer.is_empty() => {
                self.eat_all(&[Word::Only]);
                self.doubtful(Doubtful::MayClose);
            }
            Word::Last => self.last_entry = true,
            Word::Dash => self.open_start = true,
            Word::Stop => self.end_clause(),
            Word::Booking
            | Word::Comma
            | Word::Colon
            | Word::Until
            | Word::From
            | Word::Skip
            | Word::Gap
            | Word::Means
            | Word::Goods { .. }
            | Word::But => {}
            Word::NextDay if self.scope.days == HOLIDAY && !self.outer.is_empty() && self.last_closed != 0 => {
                // 月曜日(祝日は翌日)
                self.plan.moves.push((self.last_closed, Moves::NextDay));
                self.plan.complete = true;
                self.scope = Scope { used: true, ..Scope::default() };
            }
            Word::NextDay if self.scope.last_days == HOLIDAY && self.scope.pending() => {
                // 祝日の翌日 is closed, unless that is a Saturday, a Sunday, or another holiday.
                self.scope.days &= !HOLIDAY;
                self.scope.last_days = 0;
                self.plan.doubts.push("PH +1 day off".to_owned());
            }
            Word::NextDay | Word::NextWeekday(_) | Word::OtherDay => self.plan.doubt_all(),
            Word::Doubt(doubtful) => self.doubtful(doubtful),
            Word::HolidayWeek => self.holiday_week(),
            Word::Beyond => self.beyond(),
            Word::School => {
                self.fresh();
                self.scope.school = true;
            }
            Word::About { from, to } => {
                self.fresh();
                self.scope.about.push((from, to));
            }
            Word::SomeOfThem => {
                let dates = std::mem::take(&mut self.scope.dates);
                self.scope.about.extend(dates);
            }
            Word::Unknown(text) => self.unknown(&text),
        }
    }

    /// Begins a new scope when the one at hand has been used.
    fn fresh(&mut self) {
        if self.scope.used {
            self.doubted.clear();
            self.scope = Scope::default();
        }
    }
}
