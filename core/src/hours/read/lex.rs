//! Words of a cell with hours: times, days, dates, and the vocabulary of opening and closing.

use unicode_normalization::UnicodeNormalization;

use super::vocabulary::{Doubtful, WORDS};

/// Weekdays as bits, Monday first; bit 7 stands for public holidays.
pub(super) type DayBits = u8;
/// The bit of public holidays.
pub(super) const HOLIDAY: DayBits = 1 << 7;
/// Monday to Sunday.
pub(super) const ALL_WEEK: DayBits = 0x7f;
/// Monday to Friday.
pub(super) const WORKDAYS: DayBits = 0x1f;
/// Month and day.
pub(super) type MonthDay = (u8, u8);

/// A word of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// Minutes from midnight; `half` when 午前 or 午後 stood before it.
    Time {
        minutes: u16,
        half: Option<Half>,
    },
    Sunrise,
    Sunset,
    Days {
        days: DayBits,
        strict: bool,
    },
    Nth {
        nths: Vec<i8>,
        day: u8,
    },
    /// 隔週, 月1回: some weeks, nobody knows which.
    SomeWeeks,
    Dates {
        from: MonthDay,
        to: MonthDay,
    },
    DayOfMonth(u8),
    LastOfMonth,
    NewYear {
        from: MonthDay,
        to: MonthDay,
    },
    Half(Half),
    Dash,
    Until,
    From,
    Comma,
    Stop,
    Open,
    Close,
    Colon,
    /// 休み, 除く: closes what stands before it.
    Closed,
    /// 定休日: what follows is closed.
    ClosedHead,
    /// 除く.
    Except,
    OpenHead,
    Opens,
    Only,
    If,
    But,
    NextDay,
    OtherDay,
    AllDay,
    AllYear,
    NoClosing,
    /// Holidays of schools.
    School,
    /// 祝日のある週: what follows holds in weeks with a holiday.
    HolidayWeek,
    /// 時間外利用可: it may be open beyond its hours.
    Beyond,
    /// Dates that move or are told roughly: お盆.
    About {
        from: MonthDay,
        to: MonthDay,
    },
    /// Some days of the dates before it.
    SomeOfThem,
    /// 昼休み.
    Pause,
    /// 夜, ランチ: says what a time behind it is for.
    Part,
    /// 延長保育: the times behind it are extra.
    Extra,
    /// 要予約.
    Booking,
    Period,
    /// 受付, LO: the time that follows is the last for coming in, and does not shorten the hours.
    Last,
    Doubt(Doubtful),
    Skip,
    Unknown(String),
}

/// 午前 or 午後.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
}

/// Titles in brackets, which stand before what they are about.
const TITLES: [(&str, &str); 6] = [
    ("(定休日)", "。定休日:"),
    ("(休館日)", "。休館日:"),
    ("(昼)", " 昼:"),
    ("(夜)", " 夜:"),
    ("(午前)", " 午前 "),
    ("(午後)", " 午後 "),
];

/// NFKC, one dash, one colon, no white space.
pub(super) fn normal(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    let text = text.replace("<br>", "。").replace("【午前】", " 午前 ").replace("【午後】", " 午後 ");
    // Numbers in a circle count what follows; they are no part of the time behind them.
    let text: String = text.chars().map(|c| if ('①'..='⑳').contains(&c) { ' ' } else { c }).nfkc().collect();
    let mut text = text.replace(";土曜保育", "。土曜保育").replace(";土曜延長", "。土曜延長");
    for (title, word) in TITLES {
        text = text.replace(title, word);
    }
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '~' | '〜' | '～' | '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ｰ' | '→' => '~',
            'ー' if out.last().is_none_or(|l| l.is_ascii_digit() || "時分半曜日月火水木金土".contains(*l)) => {
                '~'
            }
            // A wave dash that an older encoding lost: 11:00?14:00.
            '?' if out.last().is_some_and(|l| l.is_ascii_digit() || "時分半曜".contains(*l))
                && chars.peek().is_some_and(|n| n.is_ascii_digit() || "月火水木金土日翌午".contains(*n)) =>
            {
                '~'
            }
            '：' | '∶' | '︓' => ':',
            '\n' | '\r' | '。' | '※' | '!' | '♪' | '★' | '☆' | '◎' | '▼' | '▽' | '◇' | '□' | '△' | '▲' | '*' | '◆'
            | '●' | '■' | '○' | '【' | '〈' | '[' | '<' | '|' => '。',
            '】' | '〉' | ']' | '>' => ':',
            '「' | '」' | '『' | '』' | '"' => continue,
            c => c,
        };
        if !c.is_whitespace() || c == '。' {
            out.push(c);
        } else if out.last().is_some_and(|last| *last != ' ') {
            out.push(' ');
        }
    }
    out
}

/// Splits a cell into words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let chars = normal(text);
    let mut lexer = Lexer { chars: &chars, at: 0, in_text: false };
    let mut out = Vec::new();
    let mut unknown = String::new();
    while lexer.at < chars.len() {
        let before = lexer.at;
        lexer.in_text = !unknown.is_empty();
        if let Some(word) = lexer.word() {
            if !unknown.is_empty() {
                out.push(Word::Unknown(std::mem::take(&mut unknown)));
            }
            out.push(word);
        } else {
            lexer.at = before + 1;
            unknown.extend(chars.get(before).filter(|c| **c != ' '));
        }
    }
    if !unknown.is_empty() {
        out.push(Word::Unknown(unknown));
    }
    out.retain(|word| *word != Word::Skip);
    out
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    /// Whether the sign before belongs to text that was not understood.
    in_text: bool,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let fits = text.chars().enumerate().all(|(n, c)| self.peek(n).is_some_and(|p| p.eq_ignore_ascii_case(&c)));
        if fits {
            self.at += text.chars().count();
        }
        fits
    }

    fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    /// Tries a reading and goes back when it fails.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let got = read(self);
        if got.is_none() {
            self.at = before;
        }
        got
    }

    fn number(&mut self) -> Option<u16> {
        let digits: String = (0..4).map_while(|n| self.peek(n)).take_while(char::is_ascii_digit).collect();
        self.at += digits.len();
        digits.parse().ok()
    }

    /// 九, 十, 十七, 二十.
    fn kanji_number(&mut self) -> Option<u16> {
        let (mut tens, mut ones, mut any) = (0, 0, false);
        while let Some(c) = self.peek(0) {
            match "〇一二三四五六七八九".chars().position(|k| k == c) {
                Some(value) => ones = u16::try_from(value).ok()?,
                None if c == '十' => {
                    tens = ones.max(1);
                    ones = 0;
                }
                None => break,
            }
            any = true;
            self.at += 1;
        }
        any.then_some(tens * 10 + ones)
    }

    fn any_number(&mut self) -> Option<u16> {
        self.attempt(Self::number).or_else(|| self.attempt(Self::kanji_number))
    }

    fn word(&mut self) -> Option<Word> {
        let spaces = (0..).take_while(|n| self.peek(*n) == Some(' ')).count();
        if spaces > 0 {
            self.at += spaces;
            return Some(Word::Skip);
        }
        for read in [
            Self::other_numbers,
            Self::always,
            Self::dates,
            Self::time,
            Self::nth,
            Self::day_of_month,
            Self::vocabulary,
            Self::weekdays,
        ] {
            if let Some(word) = self.attempt(read) {
                return Some(word);
            }
        }
        None
    }

    /// Telephone numbers, prices, persons, 閉館30分前まで: numbers that are no hours.
    fn other_numbers(&mut self) -> Option<Word> {
        if self.eat_any(&["閉館", "閉店", "終了", "閉所"]) {
            self.eat("時間");
            self.eat("の");
            self.number()?;
            return (self.eat_any(&["分前まで", "分前"])).then_some(Word::Skip);
        }
        let bracket = self.eat("(");
        let first = self.digits()?;
        let units = ["円", "%", "名", "人", "台", "席", "階", "歳", "才", "点", "品", "種", "杯", "個", "枚", "割"];
        if self.eat_any(&units) {
            return (!bracket).then_some(Word::Skip);
        }
        if !self.eat(if bracket { ")" } else { "~" }) {
            return None;
        }
        let second = self.digits()?;
        if !self.eat("~") {
            return None;
        }
        let third = self.digits()?;
        let time = self.peek(0).is_some_and(|c| ":時".contains(c));
        (first >= 2 && second >= 2 && third >= 3 && !time).then_some(Word::Skip)
    }

    /// Eats digits and tells how many.
    fn digits(&mut self) -> Option<usize> {
        let start = self.at;
        self.number()?;
        Some(self.at - start)
    }

    fn always(&mut self) -> Option<Word> {
        let some = self.attempt(|l| {
            l.number()?;
            (l.eat("日間") && (l.eat("程度") || l.eat("ほど") || !l.eat("以"))).then_some(Word::SomeOfThem)
        });
        if some.is_some() {
            return some;
        }
        if self.eat_any(&["24時間", "二十四時間"]) {
            return Some(Word::AllDay);
        }
        self.eat_any(&["年中無休", "365日", "三百六十五日"]).then_some(Word::AllYear)
    }

    /// `9:00`, `9:00:00`, `9時`, `9時半`, `午後1時30分`, `翌5:30`, `正午`.
    fn time(&mut self) -> Option<Word> {
        let next_day = self.attempt(|l| l.eat_any(&["翌日の", "翌日", "翌朝", "翌"]).then_some(())).is_some();
        let half = self.half();
        if half.is_some() {
            self.eat_any(&[":", " "]);
        }
        if self.eat("正午") {
            return Some(Word::Time { minutes: 720, half });
        }
        let Some(hours) = self.any_number() else {
            return half.filter(|_| !next_day).map(Word::Half);
        };
        let minutes = if self.eat(":")
            || (half.is_none()
                && self.attempt(|l| (l.eat(" :") && l.peek(0)?.is_ascii_digit()).then_some(())).is_some())
        {
            let start = self.at;
            let minutes = self.number()?;
            if self.at - start != 2 {
                return None;
            }
            self.attempt(|l| (l.eat(":") && l.number().is_some()).then_some(()));
            minutes
        } else if self.eat("時") {
            if self.peek(0) == Some('間') {
                return None;
            }
            if self.eat("半") {
                30
            } else {
                self.attempt(|l| {
                    let minutes = l.any_number()?;
                    l.eat("分").then_some(minutes)
                })
                .unwrap_or(0)
            }
        } else {
            return None;
        };
        if hours > 47 || minutes > 59 {
            return None;
        }
        let hours = match half {
            Some(Half::Pm) if hours < 12 => hours + 12,
            _ => hours,
        };
        Some(Word::Time { minutes: hours * 60 + minutes + if next_day && hours < 24 { 1440 } else { 0 }, half })
    }

    fn half(&mut self) -> Option<Half> {
        if self.eat_any(&["午前中", "午前", "AM", "am"]) {
            Some(Half::Am)
        } else if self.eat_any(&["午後", "PM", "pm"]) {
            Some(Half::Pm)
        } else {
            None
        }
    }

    fn month_day(&mut self) -> Option<MonthDay> {
        let month = self.number()?;
        let day = if self.eat("/") {
            self.number()?
        } else {
            if !self.eat("月") {
                return None;
            }
            let day = self.number()?;
            if !self.eat("日") || self.peek(0) == Some('間') {
                return None;
            }
            day
        };
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && self.peek(0) != Some('/');
        Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?)).filter(|_| valid)
    }

    fn month(&mut self) -> Option<u8> {
        let month = self.number()?;
        if !self.eat("月") || self.peek(0).is_some_and(|c| c.is_ascii_digit()) || !(1..=12).contains(&month) {
            return None;
        }
        self.eat("中");
        u8::try_from(month).ok()
    }

    /// `12/29~1/3`, `8/14~16`, `7月20日から8月31日`, `6~8月`, `11月~2月`, `9月`.
    fn dates(&mut self) -> Option<Word> {
        if !self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        if let Some(from) = self.attempt(Self::month_day) {
            let to = self.attempt(|l| {
                if !l.eat_any(&["~", "から"]) {
                    return None;
                }
                l.eat_any(&["翌年の", "翌年", "翌"]);
                l.attempt(Self::month_day).or_else(|| {
                    let day = l.number()?;
                    let ends = l.eat("日") || !l.peek(0).is_some_and(|c| ":/月時".contains(c));
                    (ends && (1..=31).contains(&day)).then_some((from.0, u8::try_from(day).ok()?))
                })
            });
            if to.is_some() {
                self.eat("まで");
            }
            return Some(Word::Dates { from, to: to.unwrap_or(from) });
        }
        let months = self.attempt(|l| {
            let from = l.number()?;
            if !l.eat("~") || !(1..=12).contains(&from) {
                return None;
            }
            Some((u8::try_from(from).ok()?, l.month()?))
        });
        let (from, to) = match months {
            Some(months) => months,
            None => {
                let from = self.month()?;
                let to = self.attempt(|l| if l.eat_any(&["~", "から"]) { l.month() } else { None });
                if to.is_some() {
                    self.eat("まで");
                }
                (from, to.unwrap_or(from))
            }
        };
        Some(Word::Dates { from: (from, 1), to: (to, 31) })
    }

    fn day_of_month(&mut self) -> Option<Word> {
        if !self.eat("毎月") {
            return None;
        }
        if self.eat_any(&["末日", "月末"]) {
            return Some(Word::LastOfMonth);
        }
        let Some(day) = self.attempt(Self::number) else { return Some(Word::Skip) };
        (self.eat("日") && (1..=31).contains(&day)).then_some(Word::DayOfMonth(u8::try_from(day).ok()?))
    }

    /// `第2・4土曜`, `第1、第3火曜日`, `最終土曜`.
    fn nth(&mut self) -> Option<Word> {
        let mut nths = Vec::new();
        if self.eat_any(&["最終", "月の最後の"]) {
            nths.push(-1);
        } else {
            if !self.eat("第") {
                return None;
            }
            loop {
                let n = self.any_number().filter(|n| (1..=5).contains(n))?;
                nths.push(i8::try_from(n).ok()?);
                let more = self.attempt(|l| {
                    let joined = l.eat_any(&["・", "、", ",", "と", "及び", ".", "/", "~"]);
                    let again = l.eat("第");
                    (again || (joined && l.peek(0).is_some_and(|c| c.is_ascii_digit() || "一二三四五".contains(c))))
                        .then_some(())
                });
                if more.is_none() {
                    break;
                }
            }
        }
        let day = self.weekday()?;
        // 第1・3月・水曜: whether every Wednesday is meant nobody can tell.
        if !self.eat_any(&["曜日", "曜"]) && self.peek(0).is_some_and(|c| "月火水木金土日祝・,、".contains(c))
        {
            return None;
        }
        Some(Word::Nth { nths, day })
    }

    fn weekday(&mut self) -> Option<u8> {
        let c = self.peek(0)?;
        let day = "月火水木金土日".chars().position(|d| d == c)?;
        self.at += 1;
        u8::try_from(day).ok()
    }

    /// One weekday, where the sign can mean nothing else.
    fn weekdays(&mut self) -> Option<Word> {
        let day = self.weekday()?;
        if !self.eat_any(&["曜日", "曜"]) {
            let follows = self.peek(0);
            let fits = !self.in_text
                && follows.is_none_or(|c| {
                    c.is_ascii_digit() || "月火水木金土日祝・、,;/~:()はのがを 。と休除定午及また".contains(c)
                });
            if !fits {
                return None;
            }
        }
        Some(Word::Days { days: 1 << day, strict: false })
    }

    fn vocabulary(&mut self) -> Option<Word> {
        let mut longest: Option<(&str, &Word)> = None;
        for (text, word) in WORDS.iter() {
            let before = self.at;
            if self.eat(text) && longest.is_none_or(|(known, _)| known.chars().count() < text.chars().count()) {
                longest = Some((text, word));
            }
            self.at = before;
        }
        let (text, word) = longest?;
        self.at += text.chars().count();
        Some(word.clone())
    }
}

#[cfg(test)]
mod probe {
    #[test]
    fn probe() {
        for t in [
            "放課後~18:30 土曜日 8:30~18:30",
            "資料特別整理期間(9月中の7日間程度)休館。毎月末日休館。",
            "365日、24時間対応",
            "12/28 9:30~17:00。1/4 正午~17:00。月が休日の場合は翌日休館。",
        ] {
            println!("{t} {:?}", super::words(t));
        }
    }
}
