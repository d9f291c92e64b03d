//! The mood log on a terminal: entries, months, years. Columns are those of the terminal: a kana is two wide.

use tsunagari_core::env::JAPAN_SECONDS;
use tsunagari_core::journal::{DayCell, LevelWords, MonthView, Vocabulary, YearView, date_in_words};
use tsunagari_core::model::{Level, Mood};
use tsunagari_core::text::{Texts, strip_ruby};

use super::{Look, Screen, wrap};

/// Columns of a day in a month, and of a mark.
const DAY: usize = 8;
const MARK: usize = 2;
/// Marks of a day beside each other.
const BESIDE: usize = 3;
/// Columns of the name of a month.
const MONTH: usize = 5;

/// How the log is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Drawing<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) texts: &'a Texts,
    pub(crate) weather: bool,
}

impl Drawing<'_> {
    pub(crate) fn level(&self, words: &LevelWords) -> String {
        let words = if self.weather { &words.weather } else { &words.word };
        words.within(self.texts.language()).to_owned()
    }

    fn mark(&self, level: u8) -> String {
        let words = Level::new(level).and_then(|level| self.vocabulary.level(level));
        words.map(|words| words.mark.within(self.texts.language()).to_owned()).unwrap_or_default()
    }
}

impl Screen {
    /// Entries, day by day.
    pub(crate) fn moods(&mut self, drawing: &Drawing<'_>, moods: &[Mood]) {
        let mut day = None;
        for mood in moods {
            let date = mood.at.date_naive();
            if day != Some(date) {
                self.gap();
                self.line(0, Look::Bold, &date_in_words(date, drawing.texts));
                day = Some(date);
            }
            self.mood(drawing, mood);
        }
    }

    /// One entry.
    pub(crate) fn mood(&mut self, drawing: &Drawing<'_>, mood: &Mood) {
        let (vocabulary, language) = (drawing.vocabulary, drawing.texts.language());
        let level = vocabulary.level(mood.level).map(|words| drawing.level(words)).unwrap_or_default();
        // Where the clock was another one than Japan's, that is said.
        let clock = if mood.at.offset().local_minus_utc() == JAPAN_SECONDS { "%H:%M" } else { "%H:%M (%:z)" };
        self.line(2, Look::Plain, &format!("{}　{level}", mood.at.format(clock)));
        let comma = drawing.texts.get("mood-comma");
        let name = |named: Option<&tsunagari_core::journal::Named>, code: &str| {
            named.map_or(code, |named| named.name.within(language)).to_owned()
        };
        let labels: Vec<String> = mood.labels.iter().map(|code| name(vocabulary.label_of(code), code)).collect();
        if !labels.is_empty() {
            self.line(4, Look::Plain, &labels.join(&comma));
        }
        let contexts: Vec<String> = mood.contexts.iter().map(|code| name(vocabulary.context_of(code), code)).collect();
        if !contexts.is_empty() {
            let around = [drawing.texts.get("mood-around"), contexts.join(&comma)];
            self.line(4, Look::Dim, &around.join(&drawing.texts.get("mood-colon")));
        }
        if !mood.note.is_empty() {
            self.written(4, "", Look::Plain, &mood.note);
        }
        self.line(4, Look::Dim, &format!("[{}]", mood.id));
    }

    /// A month. A day without an entry has its number and nothing else.
    pub(crate) fn month(&mut self, drawing: &Drawing<'_>, view: &MonthView) {
        let texts = drawing.texts;
        let name = texts.get(&format!("mood-month-{}", view.month));
        let said = [("year", view.year.to_string().into()), ("month", name.into())];
        self.line(0, Look::Bold, &texts.with("mood-month-title", &said));
        let weekday = |day: usize| strip_ruby(&texts.get(&format!("weekday-{day}")));
        self.row(&[6, 0, 1, 2, 3, 4, 5].map(|day| padded(&weekday(day), DAY)).concat());
        for week in &view.weeks {
            let number = |day: &DayCell| if day.within { day.date.format("%-d").to_string() } else { String::new() };
            self.row(&week.iter().map(|day| padded(&number(day), DAY)).collect::<String>());
            let most = week.iter().map(|day| day.levels.len()).max().unwrap_or_default();
            for line in 0..most.div_ceil(BESIDE) {
                let marks = |day: &DayCell| -> String {
                    let levels = day.levels.iter().skip(line * BESIDE).take(BESIDE);
                    levels.map(|level| padded(&drawing.mark(*level), MARK)).collect()
                };
                self.row(&week.iter().map(|day| padded(&marks(day), DAY)).collect::<String>());
            }
        }
        self.legend(drawing);
    }

    /// A year, a row a month. A day without an entry is blank; one with different levels has a mark of its own, since
    /// none of them stands for the day.
    pub(crate) fn year(&mut self, drawing: &Drawing<'_>, view: &YearView) {
        let texts = drawing.texts;
        let title = texts.with("mood-year-title", &[("year", view.year.to_string().into())]);
        self.line(0, Look::Bold, &title);
        for (at, month) in view.months.iter().enumerate() {
            let name = strip_ruby(&texts.get(&format!("mood-month-{}", at + 1)));
            let name: String = name.chars().take(3).collect();
            let days = month.iter().map(|day| match day.levels.as_slice() {
                [] => " ".repeat(MARK),
                [first, rest @ ..] if rest.iter().all(|level| level == first) => padded(&drawing.mark(*first), MARK),
                _ => padded(&texts.get("mood-several-mark"), MARK),
            });
            self.row(&format!("{}{}", padded(&name, MONTH), days.collect::<String>()));
        }
        self.legend(drawing);
        self.line(0, Look::Dim, &texts.get("mood-several"));
    }

    fn legend(&mut self, drawing: &Drawing<'_>) {
        self.gap();
        for words in &drawing.vocabulary.levels {
            let mark = padded(&drawing.mark(words.number), MARK + 1);
            let language = drawing.texts.language();
            let (word, weather) = (words.word.within(language), words.weather.within(language));
            let said = if drawing.weather { weather.to_owned() } else { format!("{weather} ({word})") };
            self.hanging(0, &mark, Look::Dim, &said);
        }
    }
}

/// A text with spaces behind it up to so many columns.
fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(wrap::width(text))))
}
