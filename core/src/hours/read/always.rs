//! 24時間, and remarks that cannot close it.

use super::lex::{Word, words};
use super::plan::{Plan, Span};

/// Pieces of words that can close it for some, or at some times.
const CLOSES: &[&str] = &[
    "休",
    "閉",
    "止",
    "除",
    "異",
    "変",
    "場合",
    "のみ",
    "一部",
    "地域",
    "都道府県",
    "県",
    "市",
    "区",
    "町",
    "により",
    "によ",
    "よって",
    "限",
    "不",
    "ない",
    "なし",
    "試",
    "予定",
    "時点",
    "資料",
    "当時",
    "以前",
    "終了",
    "混",
    "準備",
    "未",
    "旧",
    "仮",
    "頃",
    "程度",
    "中心",
    "原則",
    "多",
    "年",
    "月",
    "季",
    "期",
    "コロナ",
    "確認",
    "例",
    "ほか",
    "平日",
    "日中",
];

/// Reads a cell that begins with 24時間: what else it says of parts of the place lies within.
pub(super) fn read(plan: &mut Plan, text: &str) -> bool {
    let words = words(text);
    let mut rest = words.iter().skip_while(|word| matches!(word, Word::NoClosing | Word::AllYear | Word::Comma));
    let begins = rest.next() == Some(&Word::AllDay);
    let rest: Vec<&Word> = rest.collect();
    if !begins || !rest.iter().all(|word| harmless(word)) || !labelled(&rest) {
        return false;
    }
    plan.add_base(Span { from: 0, to: 1440, sure: true });
    plan.complete = true;
    plan.new_year_settled = true;
    true
}

/// Whether a word behind 24時間 can close nothing: names, times and days of parts of the place.
fn harmless(word: &Word) -> bool {
    match word {
        Word::Unknown(text) => !CLOSES.iter().any(|part| text.contains(part)),
        Word::Time { .. }
        | Word::Days { .. }
        | Word::AllDay
        | Word::AllYear
        | Word::NoClosing
        | Word::Dash
        | Word::From
        | Word::Until
        | Word::Comma
        | Word::Colon
        | Word::Stop
        | Word::Open
        | Word::Close
        | Word::Opens
        | Word::Means
        | Word::Part
        | Word::Booking
        | Word::Half(_) => true,
        _ => false,
    }
}

/// Whether each time has a name of a part before it, and none has days: 土日は9:00~17:00 would be a limit.
fn labelled(words: &[&Word]) -> bool {
    words.split(|word| matches!(word, Word::Comma | Word::Stop | Word::Open | Word::Close)).all(|clause| {
        let first = clause.iter().position(|word| matches!(word, Word::Time { .. }));
        let named = matches!(clause.first(), Some(Word::Unknown(_) | Word::Means));
        let days = clause.iter().any(|word| matches!(word, Word::Days { .. }));
        first.is_none() || named && !days
    })
}
