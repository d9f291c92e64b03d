//! The font: found among those installed, measured, and cut down to what is used.

use std::collections::BTreeMap;
use std::path::PathBuf;

use fontdb::{Database, Source};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

use super::PdfError;

/// Families that are taken first, in this order; then any that has these characters.
const FAMILIES: [&str; 10] = [
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "IPAexGothic",
    "IPAGothic",
    "TakaoGothic",
    "VL Gothic",
];
/// A font that has these can write what we print.
const NEEDED: [char; 4] = ['相', 'あ', 'ア', '〜'];
/// The usual weight.
const REGULAR: u16 = 400;

/// Where a font is.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) name: String,
    path: PathBuf,
    index: u32,
}

/// The best Japanese font of this system.
pub(super) fn find() -> Option<Found> {
    let mut database = Database::new();
    database.load_system_fonts();
    let mut best: Option<(usize, u16, Found)> = None;
    for face in database.faces() {
        let Source::File(path) = &face.source else { continue };
        let Some((family, _)) = face.families.first() else { continue };
        let place = FAMILIES.iter().position(|known| face.families.iter().any(|(name, _)| name == known));
        let upright = face.style == fontdb::Style::Normal;
        let rank = (place.unwrap_or(FAMILIES.len()), face.weight.0.abs_diff(REGULAR));
        if !upright || best.as_ref().is_some_and(|(place, weight, _)| (*place, *weight) <= rank) {
            continue;
        }
        let able = database.with_face_data(face.id, |data, index| {
            Face::parse(data, index).is_ok_and(|face| NEEDED.iter().all(|c| face.glyph_index(*c).is_some()))
        });
        if able == Some(true) {
            let name =
                place.and_then(|place| FAMILIES.get(place)).map_or_else(|| family.clone(), |name| (*name).into());
            best = Some((rank.0, rank.1, Found { name, path: path.clone(), index: face.index }));
        }
    }
    best.map(|(_, _, found)| found)
}

/// A font being used.
pub(super) struct Font {
    path: PathBuf,
    index: u32,
    data: Vec<u8>,
    remapper: GlyphRemapper,
    glyphs: BTreeMap<char, (u16, f32)>,
    units: f32,
    heights: (f32, f32, f32),
}

/// What is taken along.
pub(super) struct Subset {
    pub(super) bytes: Vec<u8>,
    pub(super) is_cff: bool,
}

impl Font {
    pub(super) fn read(found: &Found) -> Result<Self, PdfError> {
        let failed = |problem: String| PdfError::Font { path: found.path.clone(), problem };
        let data = std::fs::read(&found.path).map_err(|error| failed(error.to_string()))?;
        let face = Face::parse(&data, found.index).map_err(|error| failed(error.to_string()))?;
        let units = f32::from(face.units_per_em());
        let scale = 1000.0 / units;
        let heights = (
            f32::from(face.ascender()) * scale,
            f32::from(face.descender()) * scale,
            f32::from(face.capital_height().unwrap_or_else(|| face.ascender())) * scale,
        );
        let (path, index) = (found.path.clone(), found.index);
        Ok(Self { path, index, data, remapper: GlyphRemapper::new(), glyphs: BTreeMap::new(), units, heights })
    }

    /// Puts the characters of a text among those used.
    fn learn(&mut self, text: &str) {
        let new: Vec<char> = text.chars().filter(|c| !self.glyphs.contains_key(c)).collect();
        if new.is_empty() {
            return;
        }
        let Ok(face) = Face::parse(&self.data, self.index) else { return };
        for c in new {
            let glyph = face.glyph_index(c).unwrap_or_default();
            let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or(1000)) / self.units;
            let place = self.remapper.remap(glyph.0);
            self.glyphs.insert(c, (place, advance));
        }
    }

    /// Width of a text at a size.
    pub(super) fn width(&mut self, text: &str, size: f32) -> f32 {
        self.learn(text);
        text.chars().filter_map(|c| self.glyphs.get(&c)).map(|(_, advance)| advance * size).sum()
    }

    /// A text as the numbers of its glyphs.
    pub(super) fn encode(&mut self, text: &str) -> Vec<u8> {
        self.learn(text);
        text.chars().filter_map(|c| self.glyphs.get(&c)).flat_map(|(glyph, _)| glyph.to_be_bytes()).collect()
    }

    /// Widths of the glyphs taken along, in their order.
    pub(super) fn widths(&self) -> Vec<f32> {
        let mut widths: BTreeMap<u16, f32> = BTreeMap::from([(0, 1000.0)]);
        widths.extend(self.glyphs.values().map(|(glyph, advance)| (*glyph, advance * 1000.0)));
        widths.into_values().collect()
    }

    /// Glyphs with the characters they stand for.
    pub(super) fn used(&self) -> Vec<(u16, char)> {
        self.glyphs.iter().map(|(c, (glyph, _))| (*glyph, *c)).collect()
    }

    /// Ascent, descent, height of capitals, in thousandths.
    pub(super) const fn heights(&self) -> (f32, f32, f32) {
        self.heights
    }

    /// The font with the used glyphs only.
    pub(super) fn subset(&self) -> Result<Subset, PdfError> {
        let failed = |problem: String| PdfError::Font { path: self.path.clone(), problem };
        let bytes =
            subsetter::subset(&self.data, self.index, &self.remapper).map_err(|error| failed(error.to_string()))?;
        let outlines =
            RawFace::parse(&bytes, 0).ok().and_then(|face| face.table(Tag::from_bytes(b"CFF ")).map(<[u8]>::to_vec));
        Ok(match outlines {
            Some(bytes) => Subset { bytes, is_cff: true },
            None => Subset { bytes, is_cff: false },
        })
    }
}
