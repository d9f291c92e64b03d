//! What a file is about, and which needs its rows serve: core/national/import-datasets.toml and import-topics.toml.

use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::header::Column;

const DATASETS: &str = include_str!("../../../national/import-datasets.toml");
const TOPICS: &str = include_str!("../../../national/import-topics.toml");

#[derive(Debug, Deserialize)]
struct DatasetsFile {
    dataset: Vec<Dataset>,
    aside: Vec<Aside>,
}

#[derive(Debug, Deserialize)]
struct Dataset {
    category: String,
    #[serde(default)]
    mixed: bool,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    headers: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Aside {
    reason: String,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    headers: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct TopicsFile {
    category: Vec<Category>,
    word: Vec<Word>,
    poi: Vec<Poi>,
    term: Vec<Term>,
}

/// A category of entries.
#[derive(Debug, Deserialize)]
pub(super) struct Category {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) topics: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Word {
    any: Vec<String>,
    category: Option<String>,
    topics: Vec<String>,
    #[serde(default)]
    among: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Poi {
    code: String,
    category: Option<String>,
    topics: Vec<String>,
}

/// A term of another taxonomy.
#[derive(Debug, Deserialize)]
struct Term {
    any: Vec<String>,
    topics: Vec<String>,
}

// The two files are part of the program; a test reads them.
static DATASET_RULES: LazyLock<DatasetsFile> =
    LazyLock::new(|| toml::from_str(DATASETS).unwrap_or(DatasetsFile { dataset: Vec::new(), aside: Vec::new() }));
static TOPIC_RULES: LazyLock<TopicsFile> = LazyLock::new(|| {
    toml::from_str(TOPICS).unwrap_or(TopicsFile {
        category: Vec::new(),
        word: Vec::new(),
        poi: Vec::new(),
        term: Vec::new(),
    })
});

/// Categories that never stand among people and places that help.
pub(super) const SUNK: [&str; 5] = ["evacuation", "cooling_shelter", "wifi", "toilet", "aed"];

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Entries of one category; when mixed, each row is looked at.
    Of { category: &'static str, mixed: bool },
    /// Not about help.
    NotHelp { reason: &'static str },
    /// A test or a raw export of a form.
    Test,
    /// Nothing tells.
    Unknown,
}

/// Tells what a file is from the names it goes by (dataset, file, folder) and from its headers.
pub(super) fn kind_of(names: &[String], columns: &[Column]) -> Kind {
    if is_form_export(columns)
        || names.iter().any(|name| name.starts_with("opendata_test") || name.starts_with("テスト"))
    {
        return Kind::Test;
    }
    for name in names {
        let plain = name.nfkc().collect::<String>().to_lowercase();
        let plain = plain.trim();
        let short = plain.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('_');
        let says = |words: &[String]| {
            words.iter().any(|word| {
                if word.is_ascii() { short == word || plain == word } else { plain.contains(word.as_str()) }
            })
        };
        if let Some(dataset) = DATASET_RULES.dataset.iter().find(|dataset| says(&dataset.words)) {
            return Kind::Of { category: &dataset.category, mixed: dataset.mixed };
        }
        if let Some(aside) = DATASET_RULES.aside.iter().find(|aside| says(&aside.words)) {
            return Kind::NotHelp { reason: &aside.reason };
        }
    }
    let has = |headers: &[String]| headers.iter().any(|header| columns.iter().any(|column| column.key == *header));
    if let Some(aside) = DATASET_RULES.aside.iter().find(|aside| has(&aside.headers)) {
        return Kind::NotHelp { reason: &aside.reason };
    }
    if let Some(dataset) = DATASET_RULES.dataset.iter().find(|dataset| has(&dataset.headers)) {
        return Kind::Of { category: &dataset.category, mixed: dataset.mixed };
    }
    Kind::Unknown
}

/// Headers such as `12:zipcode`: a form's raw answers.
fn is_form_export(columns: &[Column]) -> bool {
    let numbered = columns.iter().filter(|column| {
        column.key.split_once(':').is_some_and(|(number, kind)| {
            number.parse::<u16>().is_ok() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    });
    numbered.count() >= 3
}

/// What a row is: its category, what kind of entry that is, and the needs it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::directory) struct RowKind {
    pub(in crate::directory) category: &'static str,
    pub(super) kind: &'static str,
    pub(in crate::directory) topics: Vec<&'static str>,
}

/// Tells what a service of another standard is, as a row of a mixed file, and from the terms it is filed under.
pub(in crate::directory) fn service_kind(name: &str, terms: &[&str]) -> RowKind {
    let mut kind = row_kind("other", true, name, &terms.join(" "), "");
    let filed =
        |rule: &&Term| rule.any.iter().any(|any| terms.iter().any(|term| term.trim().eq_ignore_ascii_case(any)));
    kind.topics.extend(TOPIC_RULES.term.iter().filter(filed).flat_map(|rule| rule.topics.iter().map(String::as_str)));
    kind.topics.sort_unstable();
    kind.topics.dedup();
    kind
}

/// Tells what a row is from its file and from the words of its name, type and service.
pub(super) fn row_kind(category: &str, mixed: bool, name: &str, words: &str, poi: &str) -> RowKind {
    let rules = &*TOPIC_RULES;
    let by_word = || {
        // The name says more than the other columns; there the word nearest its end says what it is.
        let in_name = rules
            .word
            .iter()
            .filter_map(|word| {
                Some((word.any.iter().filter_map(|any| name.rfind(any.as_str())).max()?, word.category.as_deref()?))
            })
            .max_by_key(|(at, _)| *at)
            .map(|(_, category)| category);
        in_name.or_else(|| {
            let word = rules
                .word
                .iter()
                .find(|word| word.category.is_some() && word.any.iter().any(|any| words.contains(any.as_str())));
            word.and_then(|word| word.category.as_deref())
        })
    };
    let of_poi = rules.poi.iter().find(|rule| rule.code == poi);
    let own = if mixed { of_poi.and_then(|rule| rule.category.as_deref()).or_else(by_word) } else { None };
    let wanted = own.unwrap_or(category);
    let Some(category) = rules.category.iter().find(|rule| rule.id == wanted) else {
        return RowKind { category: "other", kind: "place", topics: Vec::new() };
    };
    let mut topics: Vec<&'static str> = category.topics.iter().map(String::as_str).collect();
    if !SUNK.contains(&category.id.as_str()) {
        for word in &rules.word {
            let here = word.among.is_empty() || word.among.contains(&category.id);
            if here
                && !word.topics.is_empty()
                && word.any.iter().any(|any| name.contains(any.as_str()) || words.contains(any.as_str()))
            {
                topics.extend(word.topics.iter().map(String::as_str));
            }
        }
        if let Some(rule) = of_poi {
            topics.extend(rule.topics.iter().map(String::as_str));
        }
    }
    topics.sort_unstable();
    topics.dedup();
    RowKind { category: &category.id, kind: &category.kind, topics }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_rule_files_are_read_and_name_known_categories() {
        let datasets: DatasetsFile = toml::from_str(DATASETS).unwrap();
        let topics: TopicsFile = toml::from_str(TOPICS).unwrap();
        let known: Vec<&str> = topics.category.iter().map(|category| category.id.as_str()).collect();
        for category in datasets
            .dataset
            .iter()
            .map(|dataset| &dataset.category)
            .chain(topics.word.iter().filter_map(|word| word.category.as_ref()))
        {
            assert!(known.contains(&category.as_str()), "{category}");
        }
        let needs = include_str!("../../../national/needs.toml");
        let of_terms = topics.term.iter().flat_map(|term| &term.topics);
        let of_words = topics.word.iter().flat_map(|word| &word.topics);
        for topic in topics.category.iter().flat_map(|c| &c.topics).chain(of_words).chain(of_terms) {
            assert!(needs.contains(&format!("id = \"{topic}\"")), "{topic}");
        }
        assert!(datasets.aside.len() > 5);
    }

    #[test]
    fn the_name_of_a_file_says_what_it_is() {
        let kind = |name: &str| kind_of(&[name.to_owned()], &[]);
        assert_eq!(
            kind("regional_comprehensive_support_center"),
            Kind::Of { category: "elderly_support", mixed: false }
        );
        assert_eq!(kind("222127_community_center"), Kind::Of { category: "community_center", mixed: false });
        assert_eq!(kind("焼津海の幸グルメマップ_カツオ"), Kind::NotHelp { reason: "shops" });
        assert_eq!(kind("data"), Kind::Unknown);
    }

    #[test]
    fn a_service_is_told_by_its_name_and_by_the_terms_it_is_filed_under() {
        let topics = |name: &str, terms: &[&str]| service_kind(name, terms).topics.join(" ");
        assert_eq!(topics("Night Kitchen", &["free meals", "Bereavement"]), "bereaved no-food");
        assert_eq!(topics("Free Meals", &["Meals of all kinds"]), "", "only terms are terms");
        assert_eq!(service_kind("中央図書館", &[]).category, "library");
        assert!(topics("認知症カフェ", &[]).contains("dementia"));
    }

    #[test]
    fn rows_of_a_mixed_file_are_told_apart_by_their_name() {
        let row = |name: &str, words: &str| row_kind("other", true, name, words, "").category;
        assert_eq!(row("市立中央図書館", ""), "library");
        assert_eq!(row("大学前保育園", ""), "childcare");
        assert_eq!(row("ほほえみ", "放課後等デイサービス"), "disability");
        assert_eq!(row("深層水ミュージアム", "資料館"), "other");
    }
}
