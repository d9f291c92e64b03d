//! One spelling for signs that mean the same.

use unicode_normalization::UnicodeNormalization;

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
pub(in crate::hours::read) fn normal(text: &str) -> Vec<char> {
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
            '.' if out.last().is_some_and(|l| "月火水木金土日祝".contains(*l))
                && chars.peek().is_some_and(|n| "月火水木金土日祝".contains(*n)) =>
            {
                '・'
            }
            ';' if out.last().is_some_and(|l| "りすんたい能可要".contains(*l)) => '。',
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
