//! What is asked in the benchmark: kinds of queries, taken from the corpus by a fixed rule.

use std::path::Path;

use tsunagari_core::search::normalise;

use crate::corpus;
use crate::figures::Result;

/// Questions of one kind.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its name in the table.
    pub name: &'static str,
    /// What is typed, and the area asked for.
    pub asked: Vec<(String, Option<String>)>,
    /// Any of its words will do, as in a sentence.
    pub any: bool,
}

/// Questions of each kind.
pub const EACH: usize = 200;

/// Words that stand in most rows of such data.
const COMMON: [&str; 10] =
    ["小学校", "公民館", "体育館", "センター", "中学校", "公園", "集会所", "会館", "保育", "避難"];

/// All kinds, from the records of a corpus: every so many-th record gives one question.
///
/// # Errors
/// When the corpus cannot be read.
pub fn from_corpus(path: &Path, sentences: &Path) -> Result<Vec<Kind>> {
    let mut names = Vec::new();
    let mut kana = Vec::new();
    let mut numbers = Vec::new();
    let mut areas = Vec::new();
    for (n, record) in corpus::read(path)?.enumerate() {
        let record = record?;
        if n % (corpus::ROWS / EACH) == 7 {
            names.push(record.name().to_owned());
        }
        if let Some(text) = record.text("name_kana").filter(|_| n % 7 == 0 && kana.len() < EACH) {
            kana.push(text.to_owned());
        }
        if let Some(dial) = record.text("ch/tel/dial").or_else(|| record.text("ch/tel1/dial")).filter(|_| n % 5 == 0) {
            numbers.push(dial.to_owned());
        }
        if n % (corpus::ROWS / 20) == 11 {
            areas.extend(record.text("lg").map(str::to_owned));
        }
    }
    numbers.truncate(EACH);
    let part = |from: usize, length: usize| -> Vec<String> {
        let cut = |name: &String| normalise(name).chars().skip(from).take(length).collect::<String>();
        names.iter().map(cut).filter(|part| part.chars().count() == length).collect()
    };
    let rare = |name: &String| {
        let all: Vec<char> = normalise(name).chars().collect();
        all.iter().take(3).collect::<String>()
    };
    let area = |n: usize| if areas.is_empty() { None } else { areas.get(n % areas.len()).cloned() };
    let common: Vec<String> = COMMON.iter().cycle().take(EACH / 2).map(ToString::to_string).collect();
    let local = common.iter().enumerate().map(|(n, word)| (word.clone(), area(n / COMMON.len()))).collect();
    let sentences = std::fs::read_to_string(sentences)?;
    let sentences = sentences.lines().skip(1).filter_map(|line| line.split('\t').nth(2)).map(str::to_owned).collect();
    let plain =
        |name, asked: Vec<String>, any| Kind { name, asked: asked.into_iter().map(|text| (text, None)).collect(), any };
    Ok(vec![
        plain("one character", part(0, 1), false),
        plain("two characters", part(0, 2), false),
        plain("word in many rows", common, false),
        plain("rare word", names.iter().map(rare).collect(), false),
        plain("name", names.clone(), false),
        plain("kana", kana, false),
        plain("digits", numbers, false),
        Kind { name: "word and area", asked: local, any: false },
        plain("sentence", sentences, true),
    ])
}
