//! All ways of writing the name of a place, and what each may mean.

use std::collections::{BTreeMap, BTreeSet};

use super::table::{Area, Level};
use crate::model::AreaCode;
use crate::search::normalise;

/// Endings that people leave out, in kanji and as they are read.
const ENDINGS: [(&str, &[&str]); 7] = [
    ("市", &["し"]),
    ("区", &["く"]),
    ("町", &["ちょう", "まち"]),
    ("村", &["むら", "そん"]),
    ("県", &["けん"]),
    ("府", &["ふ"]),
    ("都", &["と"]),
];

/// How exact a way of writing is; what is more exact wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exactness {
    /// The whole name, with its 市 or 県.
    Whole,
    /// Without it.
    Bare,
}

/// Forms of a name to the areas they may mean, the exact ones first.
type Forms = [BTreeMap<String, BTreeSet<AreaCode>>; 2];

/// All ways of writing and of saying a name. A prefecture before it is taken off when looking, not stored.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    written: Forms,
    sounds: Forms,
    prefectures: Vec<(String, AreaCode)>,
    prefecture_sounds: Vec<(String, AreaCode)>,
}

impl Index {
    pub(super) fn new(rows: &BTreeMap<AreaCode, Area>) -> Self {
        let mut index = Self::default();
        for area in rows.values() {
            let city = area.code.city().and_then(|city| rows.get(&city));
            for form in forms(area, city) {
                index.put(&form, area);
            }
        }
        // 香川県 before 香川, so that the longest is taken off.
        index.prefectures.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        index.prefecture_sounds.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        index
    }

    fn put(&mut self, form: &Form, area: &Area) {
        // Readings in the table are hiragana already; only the long mark would go.
        let kana = form.kana.replace('ー', "");
        let name = normalise(&form.name);
        let sound = without_long_vowels(&kana);
        if area.level == Level::Prefecture {
            self.prefectures.extend([(name.clone(), area.code.clone()), (kana.clone(), area.code.clone())]);
            self.prefecture_sounds.push((sound.clone(), area.code.clone()));
        }
        put(&mut self.written, form.exactness, name, &area.code);
        put(&mut self.written, form.exactness, kana, &area.code);
        put(&mut self.sounds, form.exactness, sound, &area.code);
    }

    /// Areas that a form, as [`normalise`] gives it, may mean; of the most exact kind only.
    pub(super) fn written(&self, form: &str) -> BTreeSet<AreaCode> {
        find(&self.written, &self.prefectures, form)
    }

    /// Areas that sound so; long vowels are not told apart, since romaji leave them out (Osaka, Kochi).
    pub(super) fn sounding(&self, kana: &str) -> BTreeSet<AreaCode> {
        find(&self.sounds, &self.prefecture_sounds, &without_long_vowels(kana))
    }

    /// All written forms with what they mean.
    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &BTreeSet<AreaCode>)> {
        self.written.iter().flatten()
    }
}

fn find(forms: &Forms, prefectures: &[(String, AreaCode)], form: &str) -> BTreeSet<AreaCode> {
    if let Some(codes) = forms.iter().find_map(|forms| forms.get(form)) {
        return codes.clone();
    }
    let within = prefectures.iter().filter_map(|(name, code)| Some((form.strip_prefix(name.as_str())?, code)));
    for (rest, prefecture) in within {
        for forms in forms {
            let found = forms.get(rest).into_iter().flatten();
            let found: BTreeSet<AreaCode> =
                found.filter(|code| prefecture != *code && prefecture.covers(code)).cloned().collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    BTreeSet::new()
}

fn put(forms: &mut Forms, exactness: Exactness, form: String, code: &AreaCode) {
    if let Some(forms) = forms.get_mut(exactness as usize) {
        forms.entry(form).or_default().insert(code.clone());
    }
}

struct Form {
    name: String,
    kana: String,
    exactness: Exactness,
}

fn forms(area: &Area, city: Option<&Area>) -> Vec<Form> {
    let mut forms = vec![Form { name: area.name.clone(), kana: area.kana.clone(), exactness: Exactness::Whole }];
    // 中央区 alone is a whole name too, one that many cities have.
    if let Some(city) = city
        && let (Some(name), Some(kana)) = (area.name.strip_prefix(&city.name), area.kana.strip_prefix(&city.kana))
    {
        forms.push(Form { name: name.to_owned(), kana: kana.to_owned(), exactness: Exactness::Whole });
        if let Some(bare) = bare(&city.name, &city.kana) {
            let (name, kana) = (format!("{}{name}", bare.name), format!("{}{kana}", bare.kana));
            forms.push(Form { name, kana, exactness: Exactness::Bare });
        }
    }
    if area.level != Level::Ward {
        forms.extend(bare(&area.name, &area.kana));
    }
    forms
}

/// The name without its ending: 高松 for 高松市.
fn bare(name: &str, kana: &str) -> Option<Form> {
    ENDINGS.iter().find_map(|(ending, readings)| {
        let name = name.strip_suffix(ending).filter(|rest| !rest.is_empty())?;
        let kana = readings.iter().find_map(|reading| kana.strip_suffix(reading)).unwrap_or(kana);
        Some(Form { name: name.to_owned(), kana: kana.to_owned(), exactness: Exactness::Bare })
    })
}

/// とうきょう and ときょ become the same, and so do ぢ and じ.
fn without_long_vowels(kana: &str) -> String {
    let mut out = String::new();
    for c in kana.chars() {
        let long = match c {
            'う' => out.ends_with(|before| AFTER_O.contains(before) || AFTER_U.contains(before)),
            'お' => out.ends_with(|before| AFTER_O.contains(before)),
            _ => false,
        };
        match c {
            _ if long => {}
            'づ' => out.push('ず'),
            'ぢ' => out.push('じ'),
            _ => out.push(c),
        }
    }
    out
}

const AFTER_O: &str = "おこごそぞとどのほぼぽもょよろ";
const AFTER_U: &str = "うくぐすずつぬふぶぷむゅゆる";
