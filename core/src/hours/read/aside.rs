//! Sentences about something else: goods, coupons, prices, how to pay. They say nothing of the hours.

use super::lex::Word;
use super::vocabulary::Doubtful;

/// Takes out what is about something else. What is left of such words, because it is tied to a time or a day, counts
/// as not understood.
pub(super) fn without(words: &[Word]) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let run: usize = rest.iter().take_while(|word| may_be_aside(word)).count();
        let (inside, after) = rest.split_at(run);
        let goods = inside.iter().any(|word| matches!(word, Word::Goods { .. }));
        let booked = inside.contains(&Word::Booking)
            && !inside.iter().any(|word| matches!(word, Word::Only | Word::Open | Word::Close));
        let about = goods || booked && inside.len() > 1 && after.first() != Some(&Word::Close);
        let next = after.iter().find(|word| !matches!(word, Word::Gap | Word::Skip));
        let its_hours = inside.contains(&Word::Goods { coupon: true }) && matches!(next, Some(Word::Time { .. }));
        let ends = matches!(after.first(), None | Some(Word::Stop | Word::Gap | Word::Close)) && !its_hours;
        let skipped = if about && ends && balanced(inside) { run } else { 0 };
        let coupon = if skipped == 0 { coupon_hours(inside, after, &out) } else { 0 };
        if skipped + coupon > 0 {
            at += skipped + coupon;
            continue;
        }
        out.extend(inside.iter().map(left));
        out.extend(after.first().cloned());
        at += run + 1;
    }
    out.retain(|word| !matches!(word, Word::Skip | Word::Gap));
    // 平日9:00~17:00、メールは24時間: only there a way of reaching the place is told from the others.
    let told = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| out.get(at));
        matches!((before, out.get(at + 1)), (Some(Word::Comma), Some(Word::Time { .. } | Word::AllDay)))
    };
    let kept: Vec<bool> = (0..out.len()).map(|at| out.get(at) != Some(&Word::Means) || told(at)).collect();
    out.into_iter().zip(kept).filter_map(|(word, kept)| kept.then_some(word)).collect()
}

/// Words that a sentence about goods may hold; a condition, a day or a time is none of them.
const fn may_be_aside(word: &Word) -> bool {
    matches!(
        word,
        Word::Unknown(_)
            | Word::Skip
            | Word::Means
            | Word::Goods { .. }
            | Word::Unusable
            | Word::Only
            | Word::Opens
            | Word::Except
            | Word::Comma
            | Word::Colon
            | Word::Open
            | Word::Close
            | Word::From
            | Word::If
            | Word::But
            | Word::Booking
            | Word::Last
    )
}

fn balanced(words: &[Word]) -> bool {
    let mut depth = 0_i32;
    for word in words {
        depth += i32::from(*word == Word::Open) - i32::from(*word == Word::Close);
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// クーポンは11:00以降のみ利用可, behind the hours of the shop: how many words it has.
fn coupon_hours(inside: &[Word], after: &[Word], before: &[Word]) -> usize {
    let first = inside.iter().find(|word| **word != Word::Skip);
    let starts = matches!(before.last(), Some(Word::Stop | Word::Gap)) && inside.len() < 6;
    let timed = before.iter().any(|word| matches!(word, Word::Time { .. }));
    let its = matches!(after.first(), Some(Word::Time { .. }));
    if !(starts && timed && its && matches!(first, Some(Word::Goods { coupon: true }))) {
        return 0;
    }
    inside.len() + after.iter().take_while(|word| !matches!(word, Word::Stop | Word::Gap)).count()
}

fn left(word: &Word) -> Word {
    match word {
        Word::Goods { coupon: true } => Word::Doubt(Doubtful::Anything),
        Word::Goods { coupon: false } => Word::Unknown("品".to_owned()),
        Word::Unusable => Word::Closed,
        other => other.clone(),
    }
}
