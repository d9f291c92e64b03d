//! A paper as PDF, with a Japanese font of this system that is named and of which only the used glyphs are taken along.

mod flow;
mod font;

use std::path::PathBuf;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};
use tsunagari_core::app::print::Paper;

use font::Font;

/// Width and height of A4 in points.
const A4: (f32, f32) = (595.28, 841.89);
/// Name of the font in the file.
const FONT: Name<'static> = Name(b"F1");

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfError {
    /// No installed font has Japanese characters.
    #[error("no Japanese font was found")]
    NoFont,
    /// The font cannot be used.
    #[error("{}: {problem}", path.display())]
    Font {
        /// The font.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
}

/// The font that a PDF would be drawn with, for `doctor`.
pub(crate) fn font_name() -> Option<String> {
    font::find().map(|found| found.name)
}

/// Draws a paper. Gives the bytes and the name of the font.
pub(crate) fn pdf(paper: &Paper) -> Result<(Vec<u8>, String), PdfError> {
    let found = font::find().ok_or(PdfError::NoFont)?;
    let name = found.name.clone();
    let mut font = Font::read(&found)?;
    let pages = flow::pages(paper, &mut font);
    Ok((write(&font, &pages, &paper.title)?, name))
}

fn write(font: &Font, pages: &[Vec<u8>], title: &str) -> Result<Vec<u8>, PdfError> {
    let subset = font.subset()?;
    let mut next = 0;
    let mut id = || {
        next += 1;
        Ref::new(next)
    };
    let (catalog, tree, type0, cid, descriptor, file, cmap, info) = (id(), id(), id(), id(), id(), id(), id(), id());
    let places: Vec<(Ref, Ref)> = pages.iter().map(|_| (id(), id())).collect();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.document_info(info).title(pdf_writer::TextStr(&tsunagari_core::text::strip_ruby(title)));
    let count = i32::try_from(places.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids(places.iter().map(|(page, _)| *page)).count(count);
    for ((page, content), bytes) in places.iter().zip(pages) {
        let mut writer = pdf.page(*page);
        writer.media_box(Rect::new(0.0, 0.0, A4.0, A4.1)).parent(tree).contents(*content);
        writer.resources().fonts().pair(FONT, type0);
        writer.finish();
        pdf.stream(*content, bytes);
    }
    let base = Name(b"TSUNAG+Font");
    pdf.type0_font(type0)
        .base_font(base)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(cmap);
    let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
    let mut cid_font = pdf.cid_font(cid);
    cid_font.subtype(if subset.is_cff { CidFontType::Type0 } else { CidFontType::Type2 });
    cid_font.base_font(base).system_info(system).font_descriptor(descriptor).default_width(1000.0);
    if !subset.is_cff {
        cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    cid_font.widths().consecutive(0, font.widths());
    cid_font.finish();
    let (ascent, descent, cap) = font.heights();
    let mut described = pdf.font_descriptor(descriptor);
    described.name(base).flags(FontFlags::SYMBOLIC).bbox(Rect::new(-1000.0, -500.0, 3000.0, 1500.0));
    described.italic_angle(0.0).ascent(ascent).descent(descent).cap_height(cap).stem_v(80.0);
    if subset.is_cff {
        described.font_file3(file);
    } else {
        described.font_file2(file);
    }
    described.finish();
    let mut stream = pdf.stream(file, &subset.bytes);
    if subset.is_cff {
        stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    }
    stream.finish();
    let mut unicode = UnicodeCmap::new(Name(b"Tsunagari"), system);
    for (glyph, c) in font.used() {
        unicode.pair(glyph, c);
    }
    pdf.cmap(cmap, &unicode.finish());
    Ok(pdf.finish())
}
