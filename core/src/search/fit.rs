//! How well a candidate fits what was typed, and why.

use super::{Heard, Query};

/// How a name fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// It contains what was typed.
    Contains,
    /// It begins with what was typed.
    Begins,
    /// It is what was typed.
    Is,
}

/// Where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In the name.
    Name,
    /// In the reading or another name.
    OtherName,
}

/// How well a candidate fits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit {
    /// Points; 0 when nothing fits.
    pub points: i32,
    /// How a name fits the whole query, and which.
    pub name: Option<(NameFit, Where)>,
    /// Words of the query that stand in the record.
    pub words: Vec<String>,
    /// Words heard in the query and the synonym that stands in the record.
    pub synonyms: Vec<(String, String)>,
}

/// Weighs a candidate. `names` has the name on the first line and readings and other names on the others; `text` has
/// the rest; all normalised.
#[must_use]
pub fn fit(query: &Query, heard: &[Heard], names: &str, text: &str) -> Fit {
    let mut fit = Fit::default();
    let (mut points, best) = name_points(query, names);
    fit.name = best;
    if best.is_none() && query.whole.chars().count() > 1 {
        let phrase = |needle: &str| text.contains(needle);
        if phrase(&query.whole) || query.kana.as_deref().is_some_and(phrase) {
            points += 250;
            fit.words.push(query.whole.clone());
        }
    }
    points += word_points(query, heard, names, text, &mut fit);
    fit.points = points;
    fit
}

fn name_points(query: &Query, names: &str) -> (i32, Option<(NameFit, Where)>) {
    let mut best = (0, None);
    for (line, name) in names.lines().enumerate() {
        let place = if line == 0 { Where::Name } else { Where::OtherName };
        for needle in [Some(query.whole.as_str()), query.kana.as_deref()].into_iter().flatten() {
            let Some((points, how)) = one_name(name, needle) else { continue };
            let points = if place == Where::Name { points } else { points - 40 };
            if points > best.0 {
                best = (points, Some((how, place)));
            }
        }
    }
    best
}

fn one_name(name: &str, needle: &str) -> Option<(i32, NameFit)> {
    if needle.is_empty() || needle.len() > name.len() {
        return None;
    }
    // How much of the name was typed, in hundredths.
    let share = i32::try_from(needle.len() * 100 / name.len()).unwrap_or(0);
    if name == needle {
        Some((1_000, NameFit::Is))
    } else if name.starts_with(needle) {
        Some((500 + share * 2, NameFit::Begins))
    } else {
        name.contains(needle).then_some((400 + share * 2, NameFit::Contains))
    }
}

/// Words that carry meaning, weighed by where they stand; at most 300 points.
fn word_points(query: &Query, heard: &[Heard], names: &str, text: &str, fit: &mut Fit) -> i32 {
    let (mut reached, mut possible) = (0, 0);
    for term in query.terms() {
        let weight = i32::try_from(term.weight).unwrap_or(0);
        possible += weight * 10;
        if names.contains(&term.text) {
            reached += weight * 10;
            push(&mut fit.words, &term.text);
        } else if text.contains(&term.text) {
            reached += weight * 7;
            push(&mut fit.words, &term.text);
        }
    }
    for heard in heard {
        // A word that is there itself needs no other.
        if fit.words.iter().any(|word| word.contains(&heard.text)) || names.contains(&heard.text) {
            continue;
        }
        possible = possible.max(60);
        if text.contains(&heard.text) {
            push(&mut fit.words, &heard.text);
            reached += 30;
            continue;
        }
        let other =
            |place: &str| heard.others.iter().find(|(_, text)| text.chars().count() > 1 && place.contains(text));
        if let Some((shown, _)) = other(names) {
            reached += 50;
            fit.synonyms.push((heard.word.clone(), shown.clone()));
        } else if let Some((shown, _)) = other(text) {
            reached += 35;
            fit.synonyms.push((heard.word.clone(), shown.clone()));
        }
    }
    if possible == 0 { 0 } else { reached.min(possible) * 300 / possible }
}

fn push(words: &mut Vec<String>, word: &str) {
    if !words.iter().any(|known| known == word) {
        words.push(word.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Synonyms, normalise};

    fn points(typed: &str, names: &[&str], text: &str) -> i32 {
        let names: Vec<String> = names.iter().map(|name| normalise(name)).collect();
        let synonyms = Synonyms::new([vec!["お金".to_owned(), "借金".to_owned()]]);
        let query = Query::new(typed);
        fit(&query, &synonyms.heard(&query), &names.join("\n"), &normalise(text)).points
    }

    #[test]
    fn a_name_that_is_typed_whole_wins() {
        let is = points("市民センター", &["市民センター"], "");
        let begins = points("市民センター", &["市民センター分館"], "");
        let contains = points("市民センター", &["高松市民センター"], "");
        let text = points("市民センター", &["図書館"], "市民センターの隣");
        assert!(is > begins && begins > contains && contains > text && text > 0);
    }

    #[test]
    fn a_reading_counts_nearly_as_much_as_the_name() {
        let kana = points("ｼﾐﾝｾﾝﾀｰ", &["市民会館", "シミンセンター"], "");
        assert!(kana > points("ｼﾐﾝｾﾝﾀｰ", &["シミンセンター分館"], ""));
        assert!(kana < points("ｼﾐﾝｾﾝﾀｰ", &["シミンセンター"], ""));
    }

    #[test]
    fn a_synonym_counts_less_than_the_word() {
        assert!(points("借金", &["窓口"], "借金の相談") > points("借金", &["窓口"], "お金の相談"));
        assert!(points("借金", &["窓口"], "お金の相談") > points("借金", &["窓口"], "家の相談"));
    }
}
