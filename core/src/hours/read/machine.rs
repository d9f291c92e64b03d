//! Reads the words of a cell one after another into a [`Plan`].

use super::lex::{ALL_WEEK, DayBits, HOLIDAY, Half, MonthDay, Word, words};
use super::plan::{Moves, Plan, Span};
use super::vocabulary::Doubtful;

/// An end that nobody states: until then it may go on.
const LATE: u16 = 29 * 60;
/// Light in all of Japan on every day of the year.
const LIGHT: (u16, u16) = (7 * 60 + 40, 15 * 60 + 40);
/// Dark in all of Japan on every day of the year, before and after.
const DARK: (u16, u16) = (3 * 60 + 30, 19 * 60 + 45);

/// The days a sentence speaks of.
#[derive(Debug, Clone, Default)]
struct Scope {
    days: DayBits,
    last_days: DayBits,
    strict: bool,
    nth: Vec<(u8, Vec<i8>)>,
    dates: Vec<(MonthDay, MonthDay)>,
    new_year: bool,
    month_days: Vec<u8>,
    some_weeks: bool,
    /// Holidays of schools, which no calendar tells.
    school: bool,
    /// Dates of which only some are meant, or about then.
    about: Vec<(MonthDay, MonthDay)>,
    /// Whether times or a closing have been given to it.
    used: bool,
}

impl Scope {
    fn is_empty(&self) -> bool {
        self.days == 0
            && self.nth.is_empty()
            && self.dates.is_empty()
            && self.month_days.is_empty()
            && self.about.is_empty()
            && !self.some_weeks
            && !self.school
    }

    fn pending(&self) -> bool {
        !self.used && !self.is_empty()
    }
}

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
}

impl Machine<'_> {
    fn peek(&self) -> Option<&Word> {
        self.words.get(self.at)
    }

    fn peek_past(&self, skip: &[Word]) -> Option<&Word> {
        self.words.iter().skip(self.at).find(|word| !skip.contains(word))
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
            Word::Closed | Word::Except => self.closed(word == Word::Except),
            Word::ClosedHead => self.closed_head(),
            Word::OpenHead => self.end_closing(),
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
            Word::NoClosing if self.scope.pending() => self.plan.doubt_all(),
            Word::NoClosing => {
                self.plan.complete = true;
                self.closing = false;
            }
            Word::Period => self.period = true,
            Word::Pause => self.pause = true,
            Word::Extra => {
                let sentence = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
                let timed = sentence.into_iter().any(|word| matches!(word, Word::Time { .. }));
                let offered = matches!(self.peek(), None | Some(Word::Stop | Word::Comma));
                if timed && !offered {
                    self.extra = true;
                } else if !offered || !self.plan.has_times() {
                    self.plan.doubt_all();
                }
            }
            Word::Part => {
                let next = self.peek_past(&[Word::Colon, Word::Half(Half::Am), Word::Half(Half::Pm), Word::Part]);
                if !matches!(next, Some(Word::Time { .. })) {
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
            Word::Booking | Word::Comma | Word::Colon | Word::Until | Word::From | Word::Skip | Word::But => {}
            Word::NextDay if self.scope.last_days == HOLIDAY && self.scope.pending() => {
                // 祝日の翌日 is closed, unless that is a Saturday, a Sunday, or another holiday.
                self.scope.days &= !HOLIDAY;
                self.scope.last_days = 0;
                self.plan.doubts.push("PH +1 day off".to_owned());
            }
            Word::NextDay | Word::OtherDay => self.plan.doubt_all(),
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

    /// 祝日のある週の木曜日は10:00~19:00: those days are in doubt in a week with a holiday.
    fn holiday_week(&mut self) {
        let sentence: Vec<Word> =
            self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop).cloned().collect();
        self.at += sentence.len();
        let days = sentence.iter().fold(0, |bits, word| match word {
            Word::Days { days, .. } => bits | days & ALL_WEEK,
            _ => bits,
        });
        if days == 0 || self.scope.pending() || !self.outer.is_empty() {
            self.plan.doubt_all();
            return;
        }
        self.plan.partial = true;
        for day in (0..7_i8).filter(|day| days & (1 << day) != 0) {
            let name = super::write::days(1 << day);
            self.plan.doubts.push(format!("PH {name}"));
            for ahead in (day - 6..=day).filter(|ahead| *ahead != 0) {
                self.plan.doubts.push(format!("PH {ahead:+} day {name}"));
            }
        }
    }

    /// What lies outside the hours is in doubt, on every day.
    fn beyond(&mut self) {
        let hull = self.plan.hull();
        let (Some(from), Some(to)) = (hull.iter().map(|s| s.from).min(), hull.iter().map(|s| s.to).max()) else {
            self.plan.doubt_all();
            return;
        };
        for (from, to) in [(0, from), (to, 1440)] {
            if from < to {
                self.plan.maybe.push((ALL_WEEK, Span { from, to, sure: true }));
            }
        }
    }

    /// Begins a new scope when the one at hand has been used.
    fn fresh(&mut self) {
        if self.scope.used {
            self.scope = Scope::default();
        }
    }

    fn days(&mut self, days: DayBits, strict: bool) {
        self.fresh();
        let mut days = days;
        let one = |days: DayBits| days.count_ones() == 1 && days & HOLIDAY == 0;
        if one(days)
            && matches!(self.peek(), Some(Word::Dash | Word::From))
            && let Some(Word::Days { days: to, .. }) = self.words.get(self.at + 1)
            && one(*to)
        {
            let (from, to) = (days.trailing_zeros(), to.trailing_zeros());
            days = (0..7).map(|n| (from + n) % 7).take_while(|d| *d != to).fold(1 << to, |bits, d| bits | 1 << d);
            self.at += 2;
            self.eat_all(&[Word::Until]);
        }
        self.scope.days |= days;
        self.scope.last_days = days;
        self.scope.strict |= strict;
        if self.scope.some_weeks && self.closing {
            self.close_some_weeks(days);
        }
    }

    fn close_some_weeks(&mut self, days: DayBits) {
        self.plan.doubts.push(format!("{} off", super::write::days(days)));
        self.plan.partial = true;
        self.plan.listed.get_or_insert(ALL_WEEK);
        self.scope.days &= !days;
        self.scope.some_weeks = false;
        self.closed_something = true;
    }

    fn dates(&mut self, from: MonthDay, to: MonthDay) {
        if std::mem::take(&mut self.period) {
            self.plan.only_within = Some((from, to));
            return;
        }
        self.fresh();
        self.scope.dates.push((from, to));
    }

    /// Closes what the scope names.
    fn close_scope(&mut self) {
        let scope = std::mem::take(&mut self.scope);
        if scope.some_weeks {
            let days = scope.days;
            if days == 0 {
                self.plan.doubt_open();
            }
            self.close_some_weeks(days);
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        if scope.days != 0 {
            self.plan.closed |= scope.days;
            self.last_closed = scope.days & ALL_WEEK;
            if scope.strict {
                self.plan.doubts.push("PH".to_owned());
            }
        }
        if !scope.nth.is_empty() {
            self.last_nth.clone_from(&scope.nth);
            let open = self.plan.open_days();
            for (day, nths) in &scope.nth {
                if !self.closing && self.plan.has_times() && open & (1 << day) == 0 {
                    // 平日9時~17時、第2・4土曜、祝日を除く: those Saturdays have the hours named before them.
                    let hull = self.plan.hull();
                    if !plan_is_simple(&hull) {
                        self.plan.partial = true;
                        for span in &hull {
                            let times = super::write::times_of(*span);
                            self.plan.doubts.push(format!("{} {times}", super::write::nth(*day, nths)));
                        }
                    }
                    self.plan.nth_times.push((*day, nths.clone(), hull));
                } else {
                    self.plan.nth_closed.push((*day, nths.clone()));
                }
            }
        }
        if scope.school {
            self.plan.doubt_open();
        }
        for (from, to) in &scope.about {
            self.plan.doubts.push(format!("{} off", super::write::dates(*from, *to)));
        }
        for (from, to) in &scope.dates {
            // Dates inside the turn of the year settle it.
            let new_year = *from >= (12, 20) || *to <= (1, 10) && to.0 == 1;
            self.plan.new_year_settled |= new_year;
            self.plan.complete |= new_year || scope.new_year;
            self.plan.dates_closed.push((*from, *to));
        }
        self.closed_something |= !scope.is_empty();
        if !scope.month_days.is_empty() {
            self.plan.doubt_open();
        }
        self.scope = Scope { used: true, ..Scope::default() };
    }

    fn end_closing(&mut self) {
        if self.closing {
            if self.scope.pending() {
                self.close_scope();
            }
            self.closing = false;
        }
    }

    fn end_clause(&mut self) {
        let keeps = matches!(self.cell, Cell::Closed);
        if self.closing {
            if self.scope.pending() {
                self.close_scope();
            } else if !self.closed_something && !self.plan.complete && !keeps {
                self.doubtful(Doubtful::MayClose);
            }
            self.closing = keeps;
        } else if self.scope.pending() {
            self.leave_pending();
        }
        if !matches!(self.cell, Cell::TimesOf(_)) || self.scope.used {
            self.scope = Scope::default();
        }
        self.open_start = false;
        self.last_entry = false;
        self.period = false;
        self.extra = false;
    }

    /// Days without a time or a closing.
    fn leave_pending(&mut self) {
        let scope = self.scope.clone();
        match self.cell {
            Cell::Days if scope.dates.is_empty() && scope.month_days.is_empty() && !scope.some_weeks => {
                let before = self.plan.listed.unwrap_or(0);
                if scope.days != 0 || self.plan.listed.is_some() {
                    self.plan.listed = Some(before | scope.days);
                } else {
                    self.plan.listed = Some(0);
                }
                self.plan.strict |= scope.strict;
                self.plan.nth_open.extend(scope.nth);
            }
            Cell::TimesOf(_) => {}
            _ => {
                let read = self.peek().is_none() && self.days_after_times(&scope);
                self.plan.unclear_days |= !read;
            }
        }
    }

    fn closed(&mut self, except: bool) {
        if self.closing {
            let outer = self.outer.last().map_or(0, |outer| outer.days & ALL_WEEK);
            let closed = if outer == 0 { self.last_closed } else { outer };
            if except && self.scope.days == HOLIDAY && !self.outer.is_empty() && closed != 0 {
                // 火曜(祝日を除く)
                self.plan.moves.push((closed, Moves::Opens));
                self.plan.complete = true;
                self.scope = Scope { used: true, ..Scope::default() };
            } else if except
                && self.plan.complete
                && self.scope.pending()
                && self.scope.new_year
                && self.scope.days == 0
            {
                // 年中無休(年末年始を除く)
                self.close_scope();
            } else if except {
                self.plan.doubt_all();
            }
            return;
        }
        if self.scope.pending() {
            self.close_scope();
        } else if !except && self.scope.is_empty() && !self.scope.used {
            self.closing = true;
        } else if self.scope.used && self.scope.is_empty() {
            // 利用不可 after a closing that was already read.
        } else {
            self.plan.doubt_all();
        }
    }

    fn closed_head(&mut self) {
        if self.eat(&Word::Except) {
            self.wants_list = true;
            return;
        }
        if self.scope.pending() {
            if matches!(self.peek(), None | Some(Word::Stop | Word::Comma | Word::Close)) {
                self.close_scope();
                return;
            }
            self.leave_pending();
        }
        self.scope = Scope::default();
        self.closing = true;
    }

    /// A word that was understood, and says that nobody can tell.
    fn doubtful(&mut self, doubtful: Doubtful) {
        if self.scope.pending() && self.scope.days & ALL_WEEK != 0 {
            let days = self.scope.days & ALL_WEEK;
            self.plan.doubts.push(super::write::days(days));
            self.scope = Scope { used: true, ..Scope::default() };
            if doubtful == Doubtful::MayClose {
                return;
            }
        }
        match doubtful {
            Doubtful::MayClose => self.plan.doubts.push("24/7 off".to_owned()),
            Doubtful::Anything => self.plan.doubt_all(),
        }
    }

    /// 営業 behind a day: it is open then.
    fn opens(&mut self) {
        if !self.scope.pending() || matches!(self.peek(), Some(Word::Time { .. } | Word::Colon)) {
            return;
        }
        if self.scope.days == HOLIDAY && self.scope.nth.is_empty() && self.plan.closed & ALL_WEEK != 0 {
            self.plan.moves.push((self.plan.closed & ALL_WEEK, Moves::Opens));
            self.plan.complete = true;
        } else if let (HOLIDAY, Some(listed)) = (self.scope.days, self.plan.listed) {
            self.plan.listed = Some(listed | HOLIDAY);
        } else if self.opens_nth() {
            // 第3土曜は利用可, beside a list of days without Saturday.
            let nth = std::mem::take(&mut self.scope.nth);
            self.plan.nth_open.extend(nth);
        } else {
            self.plan.unclear_days = true;
        }
        self.scope = Scope { used: true, ..Scope::default() };
    }

    fn opens_nth(&self) -> bool {
        let Scope { days, nth, dates, .. } = &self.scope;
        let listed = self.plan.listed.unwrap_or(ALL_WEEK);
        let plain = *days == 0 && dates.is_empty() && self.outer.is_empty() && !nth.is_empty();
        let ends = matches!(self.peek(), None | Some(Word::Stop));
        plain && ends && self.cell == Cell::Note && nth.iter().all(|(day, _)| listed & (1 << day) == 0)
    }

    fn open_bracket(&mut self) {
        let before = self.words.get(self.at.wrapping_sub(2));
        let fresh = self.scope.is_empty() && self.outer.is_empty() && !self.plan.base.is_empty();
        self.times_before_bracket = fresh && self.cell != Cell::Note && matches!(before, Some(Word::Time { .. }));
        if self.closing && self.scope.new_year && matches!(self.peek(), Some(Word::Dates { .. })) {
            // 年末年始(12/31~1/3): the dates say what is meant.
            self.scope.dates.pop();
        }
        let inner = if self.closing {
            let days = self.scope.days & ALL_WEEK;
            if self.scope.pending() {
                self.close_scope();
            }
            self.last_closed = if days != 0 { days } else { self.last_closed };
            Scope::default()
        } else {
            Scope::default()
        };
        self.outer.push(std::mem::replace(&mut self.scope, inner));
    }

    fn close_bracket(&mut self) {
        if let Some(outer) = self.outer.pop() {
            let inner = std::mem::replace(&mut self.scope, outer);
            if self.closing && inner.some_weeks && inner.pending() {
                // 火曜(月2回) as closed days: some of those Tuesdays.
                let days = self.last_closed;
                self.plan.closed &= !days;
                self.plan.doubt_open();
                self.close_some_weeks(days);
            } else if inner.pending() {
                if self.closing || (self.scope.new_year && inner.days == 0 && inner.nth.is_empty()) {
                    // 年末年始(12/29~1/3): the dates are what is meant.
                    if self.scope.new_year && !inner.dates.is_empty() {
                        self.scope.dates.pop();
                    }
                    self.scope.dates.extend(inner.dates);
                    self.scope.days |= inner.days;
                    self.scope.nth.extend(inner.nth);
                    self.scope.used = false;
                } else if self.scope.pending()
                    && inner.days == self.scope.days
                    && inner.nth.is_empty()
                    && inner.dates.is_empty()
                {
                    // 平日(月~金) says the same twice.
                } else if (self.scope.is_empty() || self.scope.used)
                    && self.bracket_first()
                    && inner.nth.is_empty()
                    && inner.dates.is_empty()
                    && matches!(self.peek(), Some(Word::Time { .. }))
                {
                    // (木)8:30~13:00: the days stand in brackets before their times.
                    self.scope = inner;
                } else if self.scope.is_empty() && self.peek() == Some(&Word::Closed) {
                    self.scope = inner;
                } else if self.times_before_bracket && inner.days != 0 && inner.nth.is_empty() && inner.dates.is_empty()
                {
                    // 9:00~12:00(木曜日): the time is that of the day in brackets.
                    if let Some(span) = self.plan.base.pop() {
                        self.plan.set_times(inner.days, span, true);
                        self.plan.strict |= inner.strict;
                    }
                } else {
                    self.plan.unclear_days = true;
                }
            }
        }
        self.times_before_bracket = false;
        self.last_entry = false;
    }

    /// Whether a bracket with days stands before every time of the cell.
    fn bracket_first(&self) -> bool {
        let first = self.words.iter().find(|word| matches!(word, Word::Open | Word::Time { .. }));
        first == Some(&Word::Open) && self.cell != Cell::Note
    }

    fn only(&mut self) {
        if self.season_alone() {
            let dates = std::mem::take(&mut self.scope);
            self.plan.only_within = dates.dates.first().copied();
            return;
        }
        if self.cell == Cell::Closed || (self.scope.pending() && self.peek() == Some(&Word::Closed)) {
            return;
        }
        if matches!(self.peek_past(&[Word::Comma]), Some(Word::Time { .. })) && self.scope.pending() {
            return;
        }
        if self.scope.pending() {
            let scope = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() });
            let listed = self.plan.listed.unwrap_or(0);
            if self.days_after_times(&scope) {
            } else if self.plan.complete && scope.days & !listed == 0 && scope.nth.is_empty() && scope.dates.is_empty()
            {
                // 毎日 was said of the whole: this is one part of it.
            } else if listed != 0
                && listed & !scope.days == 0
                && scope.days & ALL_WEEK & !listed == 0
                && scope.nth.is_empty()
            {
                self.plan.listed = Some(listed | scope.days);
                for (from, to) in scope.dates {
                    for span in self.plan.hull() {
                        self.plan.partial = true;
                        self.plan.doubts.push(super::write::dates_with(from, to, span.from, span.to));
                    }
                }
            } else {
                self.plan.unclear_days = true;
            }
        } else if self.scope.is_empty() && !matches!(self.peek(), None | Some(Word::Stop | Word::Opens)) {
            self.plan.doubt_open();
        }
    }

    /// 7/1~8/31のみ, and nothing else in the note.
    fn season_alone(&self) -> bool {
        let alone = matches!(
            self.words,
            [Word::Dates { .. }, Word::Only] | [Word::Dates { .. }, Word::Only, Word::Stop | Word::Opens]
        );
        alone && self.cell == Cell::Note && self.plan.only_within.is_none()
    }

    /// `9:00~17:00 月~金`: days that follow the only times there are.
    fn days_after_times(&mut self, scope: &Scope) -> bool {
        let simple =
            scope.days & ALL_WEEK != 0 && scope.nth.is_empty() && scope.dates.is_empty() && scope.about.is_empty();
        let plain =
            simple && !scope.school && !scope.some_weeks && scope.month_days.is_empty() && self.outer.is_empty();
        let first =
            !self.plan.base.is_empty() && self.plan.own.iter().all(Option::is_none) && self.plan.listed.is_none();
        let fits = plain && first && self.cell == Cell::Prose;
        if fits {
            self.plan.listed = Some(scope.days);
            self.plan.strict |= scope.strict;
        }
        fits
    }

    /// 祝日の場合は…
    fn condition(&mut self) {
        let named = self.scope.days;
        let own = named & ALL_WEEK;
        self.scope.days &= !HOLIDAY;
        let outer = self.outer.last().map_or(0, |outer| outer.days & ALL_WEEK);
        let nth = self.outer.last().map(|outer| outer.nth.clone()).filter(|n| !n.is_empty());
        let nth = nth.or_else(|| Some(self.last_nth.clone())).unwrap_or_default();
        self.eat_all(&[Word::Comma]);
        let what = self.peek().cloned();
        if named & HOLIDAY == 0 {
            self.plan.doubt_all();
            return;
        }
        let target = [own, outer, self.last_closed].into_iter().find(|days| *days != 0).unwrap_or(0);
        let mut moves = match what {
            Some(Word::NextDay) => Moves::NextDay,
            Some(Word::Opens | Word::OpenHead) => Moves::Opens,
            Some(Word::OtherDay) => Moves::OtherDay,
            Some(Word::Days { days, .. })
                if target.count_ones() == 1 && days == 1 << ((target.trailing_zeros() + 1) % 7) =>
            {
                Moves::NextDay
            }
            _ => {
                self.plan.doubt_all();
                return;
            }
        };
        self.at += 1;
        if moves == Moves::NextDay {
            self.eat_all(&[Word::Closed, Word::ClosedHead, Word::OtherDay]);
        } else if moves == Moves::Opens {
            let before = self.at;
            self.eat_all(&[Word::Comma, Word::But, Word::Stop]);
            match self.peek().cloned() {
                Some(Word::Days { days, .. })
                    if self.words.get(before..self.at).is_some_and(|w| w.contains(&Word::But)) =>
                {
                    self.at += 1;
                    self.eat_all(&[Word::Closed]);
                    if target.count_ones() == 1 && days == 1 << ((target.trailing_zeros() + 1) % 7) {
                        moves = Moves::NextDay;
                    } else {
                        self.plan.doubt_all();
                    }
                }
                Some(Word::NextDay) => {
                    self.at += 1;
                    self.eat_all(&[Word::Closed, Word::ClosedHead]);
                    moves = Moves::NextDay;
                }
                _ => self.at = before,
            }
        }
        self.plan.complete = true;
        if target != 0 && nth.is_empty() {
            self.plan.moves.push((target, moves));
            if !self.outer.is_empty() || self.closing {
                self.scope = Scope::default();
            } else {
                // 月曜が祝日の場合: says at the same time that it is otherwise closed.
                self.plan.closed |= target;
                self.scope = Scope { used: true, ..Scope::default() };
            }
            return;
        }
        if nth.is_empty() {
            self.plan.doubt_all();
            return;
        }
        for (day, _) in nth {
            self.plan.doubt_holiday_on(1 << day);
            for ahead in 1..4u32 {
                let next = 1 << ((u32::from(day) + ahead) % 7);
                self.plan.doubts.push(format!("PH +{ahead} day {} off", super::write::days(next)));
            }
        }
        self.scope = Scope::default();
    }

    fn all_day(&mut self) {
        if self.peek() == Some(&Word::Closed) {
            return;
        }
        if self.scope.is_empty() && self.outer.is_empty() {
            self.plan.complete = true;
            self.plan.new_year_settled = true;
        }
        self.give(Span { from: 0, to: 1440, sure: true });
    }

    /// 午前 or 午後 without a time behind it.
    fn half(&mut self, half: Half) {
        let mut days = if self.closing { self.scope.last_days } else { self.scope.days };
        let limits = self.peek() == Some(&Word::Only) || (half == Half::Am && self.peek() == Some(&Word::Until));
        let (half, only) = if limits && !self.closing {
            (if half == Half::Am { Half::Pm } else { Half::Am }, true)
        } else {
            (half, false)
        };
        let mut sentence = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
        // 水曜日午後、土曜日午後休診
        let list = |word: &&Word| matches!(word, Word::Comma | Word::Days { .. } | Word::Half(_));
        let listed = self.peek() == Some(&Word::Comma) && sentence.find(|word| !list(word)) == Some(&Word::Closed);
        let closes = self.closing || only || listed || self.peek() == Some(&Word::Closed);
        let before_time = [Word::Colon, Word::Skip, Word::Comma, Word::Opens];
        if matches!(self.peek_past(&before_time), Some(Word::Time { .. })) && !self.closing {
            self.afternoon = half == Half::Pm;
            return;
        }
        if matches!(self.peek(), Some(Word::Doubt(Doubtful::MayClose))) && days != 0 && self.scope.nth.is_empty() {
            return;
        }
        if !closes || days == 0 || !self.scope.nth.is_empty() {
            self.plan.doubt_all();
            return;
        }
        self.eat_all(&[Word::Closed, Word::Only, Word::Until, Word::Opens]);
        let (from, to) = if half == Half::Pm { (720, LATE) } else { (0, 720) };
        if self.plan.base.is_empty() {
            days &= ALL_WEEK;
        }
        for day in (0..7).filter(|day| days & (1 << day) != 0) {
            for span in self.plan.times(day) {
                // A morning can reach a little beyond noon.
                if half == Half::Pm && span.from < 720 && span.to > 720 {
                    self.plan.maybe.push((1 << day, Span { from: 720, to: span.to.min(840), sure: true }));
                }
            }
        }
        self.plan.take_away(days, from, to);
        if self.closing {
            self.scope.days &= !days;
        } else {
            self.scope = Scope { used: true, ..Scope::default() };
        }
        self.closed_something = true;
    }

    fn unknown(&mut self, text: &str) {
        let skip = [Word::Colon, Word::Open, Word::Close, Word::Half(Half::Am), Word::Half(Half::Pm)];
        let has = |list: &str| text.chars().any(|c| c.is_ascii_digit() || list.contains(c));
        let reaches = has("外間時夜延早朝深晩前後他別以");
        let risky =
            reaches || has("日週月火水木金土祝休年期季冬夏春秋変更場合異予約除但翌遅昼相談不無止中応学校閉未要");
        let before = self.words.get(self.at.wrapping_sub(2));
        let starts = match before {
            None | Some(Word::Stop | Word::Close | Word::Until | Word::Comma | Word::Colon | Word::Time { .. }) => true,
            Some(_) => false,
        };
        if !risky && starts && !self.closing && matches!(self.peek_past(&skip), Some(Word::Time { .. })) {
            return;
        }
        if !risky && self.peek() == Some(&Word::Last) {
            return;
        }
        if !risky && matches!(before, Some(Word::Time { .. })) && !self.outer.is_empty() {
            // What a time in brackets is for; that time is in doubt already.
            return;
        }
        if matches!(self.cell, Cell::Note | Cell::Prose) && self.plain_sentence() {
            if has("夜延晩朝") || text.contains("時間外") {
                self.plan.doubt_all();
            } else if has("外間時早深前後他別以週祝休期季冬夏春秋変更場合異予約除但翌遅昼相談不無止中応区校学閉未要限")
            {
                self.plan.doubt_open();
                self.plan.unclear_days = true;
            }
            return;
        }
        let prose = self.cell == Cell::Prose && (risky || !self.plan.has_times());
        if reaches || prose || self.cell == Cell::Days {
            self.plan.doubt_all();
        } else {
            self.plan.doubt_open();
            self.plan.unclear_days |= risky;
        }
    }

    /// Whether the sentence at hand speaks of no time, no day, no closing and no condition: it is about something else.
    fn plain_sentence(&self) -> bool {
        let begin = self.words.iter().take(self.at).rposition(|word| *word == Word::Stop).map_or(0, |at| at + 1);
        let sentence = self.words.iter().skip(begin).take_while(|word| **word != Word::Stop);
        sentence.into_iter().all(|word| {
            let nouns = matches!(word, Word::Unknown(_) | Word::Opens | Word::Last | Word::From);
            nouns || matches!(word, Word::Comma | Word::Colon | Word::Open | Word::Close)
        })
    }

    fn take_time(&mut self) -> Option<(u16, Option<Half>, Option<Word>)> {
        let word = self.peek().cloned()?;
        let read = match word {
            Word::Time { minutes, half } => (minutes, half, None),
            Word::Sunrise | Word::Sunset => (0, None, Some(word)),
            _ => return None,
        };
        self.at += 1;
        Some(read)
    }

    fn time(&mut self) {
        let Some((first, half, sun)) = self.take_time() else { return };
        let before = self.at;
        let mut joined = false;
        while matches!(self.peek(), Some(Word::From | Word::Dash)) {
            self.at += 1;
            joined = true;
        }
        if self.peek() == Some(&Word::Open) && self.words.get(self.at + 1) == Some(&Word::Last) {
            // 8:30(受付)
        }
        let second = if joined { self.take_time() } else { None };
        if std::mem::take(&mut self.last_entry) && second.is_none() {
            self.eat_all(&[Word::Until]);
            self.last_entry = !self.outer.is_empty();
            return;
        }
        if self.closing {
            let touching = matches!(self.words.get(before.wrapping_sub(2)), Some(Word::Days { .. } | Word::Nth { .. }));
            if touching && self.cell != Cell::Closed && self.scope.pending() {
                self.plan.doubt_all();
            }
            let dated = matches!(self.words.get(before.wrapping_sub(2)), Some(Word::Dates { .. }));
            let date = if dated { self.scope.dates.pop() } else { None };
            self.end_closing();
            self.scope = Scope { dates: date.into_iter().collect(), ..Scope::default() };
        }
        let Some((second, second_half, second_sun)) = second else {
            self.one_time(first, joined);
            return;
        };
        self.eat_all(&[Word::Until]);
        if sun.is_some() || second_sun.is_some() {
            self.daylight((first, sun), (second, second_sun));
            return;
        }
        let mut to = second;
        if to < first && first < 720 && (60..=480).contains(&to) && second_half.is_none() {
            // 9:00~5:00 is in the afternoon or in the night: nobody says.
            self.plan.doubt_all();
        }
        if to <= first {
            to += if half == Some(Half::Pm) && second_half.is_none() && to + 720 > first && to < 720 {
                720
            } else {
                1440
            };
        }
        if to > 2880 || first >= 1440 {
            self.plan.doubt_all();
            return;
        }
        let pause = std::mem::take(&mut self.pause);
        if (pause || matches!(self.peek(), Some(Word::Closed | Word::Except))) && self.plan.has_times() {
            self.eat_all(&[Word::Closed, Word::Except]);
            if self.scope.days == 0 || self.scope.used {
                self.plan.take_away_everywhere(first, to);
            } else {
                self.plan.take_away(self.scope.days, first, to);
                self.scope.used = true;
            }
            return;
        }
        self.give(Span { from: first, to, sure: true });
    }

    fn daylight(&mut self, from: (u16, Option<Word>), to: (u16, Option<Word>)) {
        let begin = if from.1.is_some() { LIGHT.0 } else { from.0 };
        let end = if to.1.is_some() { LIGHT.1 } else { to.0 };
        if begin >= end {
            self.plan.doubt_all();
            return;
        }
        let days = self.scope.days;
        if from.1.is_some() {
            self.plan.maybe.push((days, Span { from: DARK.0, to: LIGHT.0, sure: true }));
        }
        if to.1.is_some() {
            self.plan.maybe.push((days, Span { from: LIGHT.1, to: DARK.1, sure: true }));
        }
        self.give(Span { from: begin, to: end, sure: true });
    }

    /// A single time: an end, a beginning, or one of several ends.
    fn one_time(&mut self, at: u16, from: bool) {
        let open_start = std::mem::take(&mut self.open_start);
        let afternoon = std::mem::take(&mut self.afternoon);
        let until = self.peek() == Some(&Word::Until);
        self.eat_all(&[Word::Until]);
        let named =
            !self.plan.base.is_empty() && self.scope.days != 0 && self.outer.iter().all(|outer| !outer.pending());
        if std::mem::take(&mut self.extra) {
            let days = self.outer.last().map_or(self.scope.days, |outer| self.scope.days | outer.days) & ALL_WEEK;
            let day = days.trailing_zeros().min(7) as usize;
            let spans = if days == 0 { self.plan.hull() } else { self.plan.times(day) };
            if let Some(end) = spans.iter().map(|span| span.to).max().filter(|_| !from) {
                self.plan.maybe.push((days, Span { from: end.min(at), to: end.max(at), sure: true }));
            } else {
                self.plan.doubt_all();
            }
            return;
        }
        let changes = self.plan.has_times() && (self.cell == Cell::Note || (named && until));
        if from {
            if changes && self.scope.days != 0 && self.scope.nth.is_empty() && self.scope.dates.is_empty() {
                let days = self.scope.days;
                if afternoon && at > 720 {
                    // The morning stays; how far it goes beyond noon is not told.
                    self.plan.take_away(days, 720, at);
                    self.plan.maybe.push((days & ALL_WEEK, Span { from: 720, to: at, sure: true }));
                } else {
                    self.plan.set_begin(days, at);
                }
                self.scope.used = true;
            } else if changes {
                self.plan.doubt_all();
            } else {
                self.give(Span { from: at, to: LATE, sure: false });
            }
            return;
        }
        let ahead = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
        let until_ahead =
            ahead.clone().zip(ahead.skip(1)).any(|(a, b)| matches!(a, Word::Time { .. }) && *b == Word::Until);
        if changes && (until || until_ahead) {
            self.new_end(at);
        } else if (open_start || until) && !changes {
            self.give(Span { from: 720.min(at), to: at, sure: false });
        } else {
            self.plan.doubt_all();
        }
    }

    fn new_end(&mut self, end: u16) {
        let scope = self.scope.clone();
        if !scope.dates.is_empty() {
            // A season with another end: the hours between the two ends are in doubt then.
            for (from, to) in &scope.dates {
                for span in self.plan.hull() {
                    let (low, high) = (end.min(span.to).max(span.from), end.max(span.to));
                    if low < high {
                        self.plan.doubts.push(super::write::dates_with(*from, *to, low, high));
                    }
                }
            }
            self.plan.partial = true;
        } else if !scope.nth.is_empty() && scope.days == 0 {
            for (day, _) in &scope.nth {
                let open = self.plan.open_days() & (1 << day) != 0;
                for old in self.plan.times(usize::from(*day)) {
                    let from = if open { old.to.min(end).max(old.from) } else { old.from };
                    let span = Span { from, to: old.to.max(end), ..old };
                    self.plan.maybe.push((1 << day, span));
                }
            }
        } else if !scope.nth.is_empty() || scope.is_empty() {
            self.plan.doubt_all();
            return;
        } else {
            self.plan.set_end(scope.days, end);
        }
        self.scope.used = true;
    }

    /// Gives a time to the scope.
    fn give(&mut self, span: Span) {
        self.open_start = false;
        if self.extra {
            self.plan.maybe.push((self.scope.days & ALL_WEEK, span));
            self.scope.used = true;
            return;
        }
        let outer = self.outer.last().cloned().unwrap_or_default();
        if self.scope.is_empty() && !self.outer.is_empty() {
            if outer.pending() {
                let inner = std::mem::replace(&mut self.scope, outer);
                self.give_to_scope(span);
                let used = std::mem::replace(&mut self.scope, inner);
                if let Some(last) = self.outer.last_mut() {
                    *last = used;
                }
            } else {
                self.plan.maybe.push((outer.days, span));
            }
            return;
        }
        if self.scope.is_empty() {
            if self.cell == Cell::Note && self.plan.has_times() {
                // A part of the place, or a closer look at its hours. Where both agree it is open.
                self.plan.partial = true;
                self.plan.beside.push(span);
            } else {
                self.plan.add_base(span);
            }
            return;
        }
        self.give_to_scope(span);
    }

    fn give_to_scope(&mut self, span: Span) {
        let scope = self.scope.clone();
        if scope.some_weeks || (!scope.dates.is_empty() && (scope.days != 0 || !scope.nth.is_empty())) {
            self.plan.doubt_all();
            return;
        }
        for (from, to) in &scope.dates {
            if *from == (0, 0) {
                self.plan.doubt_all();
                return;
            }
            self.plan.partial = true;
            self.plan.doubts.push(super::write::dates(*from, *to));
        }
        for day in &scope.month_days {
            self.plan.month_days.push((*day, vec![span]));
        }
        for (day, nths) in &scope.nth {
            self.plan.nth_times.push((*day, nths.clone(), vec![span]));
        }
        if scope.school {
            self.plan.maybe.push((0x1f, span));
            self.plan.partial = true;
        }
        if scope.days != 0 {
            if self.cell == Cell::Note && !scope.used {
                for day in (0..7).filter(|day| scope.days & (1 << day) != 0) {
                    // 土曜日午後14時から16時: the morning may go on as it was.
                    for old in self.plan.times(day).into_iter().filter(|old| old.from < 720 && span.from >= 720) {
                        self.plan.maybe.push((1 << day, Span { to: old.to.min(span.from), ..old }));
                    }
                }
            }
            let unlisted = match (self.cell, self.plan.listed) {
                (Cell::Note, Some(listed)) => ALL_WEEK & scope.days & !listed,
                _ => 0,
            };
            if unlisted != 0 {
                self.plan.maybe.push((unlisted, span));
            }
            self.plan.set_times(scope.days & !unlisted, span, scope.used);
            if scope.strict {
                self.plan.strict = true;
            }
        }
        self.scope.used = true;
    }
}
