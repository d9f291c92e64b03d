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

/// Written form to the areas it may mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    written: [BTreeMap<String, BTreeSet<AreaCode>>; 2],
    sounds: [BTreeMap<String, BTreeSet<AreaCode>>; 2],
}

impl Index {
    pub(super) fn new(rows: &BTreeMap<AreaCode, Area>) -> Self {
        let mut index = Self::default();
        for area in rows.values() {
            let prefecture = area.code.prefecture().and_then(AreaCode::parse).and_then(|code| rows.get(&code));
            let prefecture = prefecture.filter(|_| area.level != Level::Prefecture);
            let city = rows.values().filter(|city| area.level == Level::Ward && city.level == Level::Municipality);
            let city = city.filter(|city| area.name.starts_with(&city.name)).max_by_key(|city| city.name.len());
            index.add(area, prefecture, city);
        }
        index
    }

    fn add(&mut self, area: &Area, prefecture: Option<&Area>, city: Option<&Area>) {
        for form in forms(area, city) {
            self.put(&form.name, form.exactness, &area.code, false);
            self.put(&form.kana, form.exactness, &area.code, true);
            for prefecture in prefecture.into_iter().flat_map(|prefecture| forms(prefecture, None)) {
                // With the prefecture before it nothing is left to doubt but names that it has twice.
                self.put(&format!("{}{}", prefecture.name, form.name), form.exactness, &area.code, false);
                self.put(&format!("{}{}", prefecture.kana, form.kana), form.exactness, &area.code, true);
            }
        }
    }

    fn put(&mut self, form: &str, exactness: Exactness, code: &AreaCode, sound: bool) {
        let form = normalise(form);
        if sound {
            put(&mut self.sounds, exactness, without_long_vowels(&form), code);
        }
        put(&mut self.written, exactness, form, code);
    }

    /// Areas that a form, as [`normalise`] gives it, may mean; of the most exact kind only.
    pub(super) fn written(&self, form: &str) -> Option<&BTreeSet<AreaCode>> {
        self.written.iter().find_map(|forms| forms.get(form))
    }

    /// Areas that sound so; long vowels are not told apart, since romaji leave them out (Osaka, Kochi).
    pub(super) fn sounding(&self, kana: &str) -> Option<&BTreeSet<AreaCode>> {
        let kana = without_long_vowels(kana);
        self.sounds.iter().find_map(|forms| forms.get(&kana))
    }

    /// All written forms with what they mean.
    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &BTreeSet<AreaCode>)> {
        self.written.iter().flatten()
    }
}

fn put(forms: &mut [BTreeMap<String, BTreeSet<AreaCode>>; 2], exactness: Exactness, form: String, code: &AreaCode) {
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
