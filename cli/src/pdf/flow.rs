//! Where things stand on the pages.

use pdf_writer::{Content, Str};
use tsunagari_core::app::print::{Entry, Layout, Paper};
use tsunagari_core::keepsakes::qr::{QUIET, Qr};
use tsunagari_core::text::ruby_as_brackets;

use super::font::Font;
use super::{A4, FONT};
use crate::render::wrap;

/// White around a page, in points.
const MARGIN: f32 = 36.0;
/// Height of a line in sizes of its font.
const LEADING: f32 = 1.45;

/// Sizes that are tried to bring a sheet onto one page.
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.85];

/// Sizes that are tried to bring an entry onto its card.
const CARD_SCALES: [f32; 6] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75];
/// The size of what is too long for every card.
const SMALLEST: f32 = 0.65;

/// A page being filled, from the top down.
struct Page {
    content: Content,
    /// Where the next line goes, from the bottom of the page.
    y: f32,
}

/// The part of a page that is written in.
#[derive(Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

impl Page {
    fn new() -> Self {
        Self { content: Content::new(), y: A4.1 - MARGIN }
    }

    /// A paragraph in a column. A line that is still too wide is set smaller.
    fn text(&mut self, font: &mut Font, column: Column, size: f32, text: &str) {
        for line in lines(column, size, text) {
            self.one(font, column, size, &line);
        }
    }

    fn one(&mut self, font: &mut Font, column: Column, size: f32, line: &str) {
        let wide = font.width(line, size);
        let size = if wide > column.width { size * column.width / wide } else { size };
        self.y -= size * LEADING;
        let glyphs = font.encode(line);
        self.content.begin_text().set_font(FONT, size).next_line(column.x, self.y).show(Str(&glyphs)).end_text();
    }

    /// A text, and a smaller one on the same line where both fit: after a gap, or at the right end. Else it stands below.
    fn beside(&mut self, font: &mut Font, column: Column, first: (f32, &str), second: (f32, &str), right: bool) {
        let (size, text) = first;
        let (small, note) = (second.0, ruby_as_brackets(second.1));
        self.text(font, column, size, text);
        if note.is_empty() {
            return;
        }
        let used = lines(column, size, text);
        let wide = used.last().map_or(0.0, |line| font.width(line, size));
        let note_wide = font.width(&note, small);
        if used.len() != 1 || wide + size + note_wide > column.width {
            return self.text(font, column, small, &note);
        }
        let x = if right { column.x + column.width - note_wide } else { column.x + wide + size };
        let glyphs = font.encode(&note);
        self.content.begin_text().set_font(FONT, small).next_line(x, self.y).show(Str(&glyphs)).end_text();
    }

    fn rule(&mut self, column: Column) {
        self.y -= 6.0;
        self.content.set_line_width(0.5).move_to(column.x, self.y).line_to(column.x + column.width, self.y).stroke();
    }

    fn done(self) -> Vec<u8> {
        self.content.finish().into_vec()
    }
}

/// Half a kanji is one column of the terminal, and about as wide as a letter.
fn lines(column: Column, size: f32, text: &str) -> Vec<String> {
    wrapped(column, size, &ruby_as_brackets(text))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is some hundred points wide")]
fn wrapped(column: Column, size: f32, text: &str) -> Vec<String> {
    wrap(text, (column.width / size * 2.0).floor() as usize)
}

pub(super) fn pages(paper: &Paper, font: &mut Font) -> Vec<Vec<u8>> {
    match paper.layout {
        Layout::Sheet => sheet(paper, font),
        Layout::Cards => cards(paper, font),
        Layout::Copy => copy(paper, font),
    }
}

const WHOLE: Column = Column { x: MARGIN, width: A4.0 - 2.0 * MARGIN };

/// One page where a slightly smaller letter makes it one; else as many as it takes, in the usual size.
fn sheet(paper: &Paper, font: &mut Font) -> Vec<Vec<u8>> {
    let fits = SCALES.into_iter().map(|scale| sheet_at(paper, font, scale)).find(|pages| pages.len() == 1);
    fits.unwrap_or_else(|| sheet_at(paper, font, 1.0))
}

fn sheet_at(paper: &Paper, font: &mut Font, scale: f32) -> Vec<Vec<u8>> {
    let mut done = Vec::new();
    let mut page = Page::new();
    page.text(font, WHOLE, 18.0 * scale, &paper.title);
    if !paper.emergency.is_empty() {
        page.text(font, WHOLE, 13.0 * scale, &paper.emergency);
    }
    for entry in &paper.entries {
        // Measured on a page of its own, so that an entry is not cut in two.
        let mut trial = Page::new();
        full(&mut trial, font, entry, scale);
        let first = if entry.lines.is_empty() { 0.0 } else { 11.0 * scale * LEADING };
        let height = A4.1 - MARGIN - trial.y + first;
        if page.y - height < MARGIN + 14.0 && page.y < A4.1 - MARGIN {
            done.push(std::mem::replace(&mut page, Page::new()).done());
        }
        full(&mut page, font, entry, scale);
        for line in &entry.lines {
            written(&mut done, &mut page, font, 11.0 * scale, line);
        }
    }
    code(&mut done, &mut page, font, paper);
    page.rule(WHOLE);
    page.text(font, WHOLE, 8.0, &paper.made);
    done.push(page.done());
    done
}

/// What a person wrote, word for word; it goes on on the next page.
fn written(done: &mut Vec<Vec<u8>>, page: &mut Page, font: &mut Font, size: f32, text: &str) {
    for line in text.lines().flat_map(|line| wrapped(WHOLE, size, line)) {
        if page.y - size * LEADING < MARGIN + 14.0 {
            done.push(std::mem::replace(page, Page::new()).done());
        }
        page.one(font, WHOLE, size, &line);
    }
}

/// The QR code with what is said of it, on one page.
fn code(done: &mut Vec<Vec<u8>>, page: &mut Page, font: &mut Font, paper: &Paper) {
    const POINTS: f32 = 72.0 / 25.4;
    if let Some(qr) = &paper.qr {
        let side = f32::from(u8::try_from(qr.millimetres()).unwrap_or(u8::MAX)) * POINTS;
        if page.y - side < MARGIN + 40.0 {
            done.push(std::mem::replace(page, Page::new()).done());
        }
        page.y -= 8.0 + side;
        squares(page, qr, side);
    }
    if !paper.below.is_empty() {
        page.text(font, WHOLE, 9.0, &paper.below);
    }
}

/// The dark squares, from the lower left corner of the code at the present height of the page.
fn squares(page: &mut Page, qr: &Qr, side: f32) {
    let number = |n: usize| f32::from(u8::try_from(n).unwrap_or(u8::MAX));
    let unit = side / number(qr.size() + 2 * QUIET);
    for y in 0..qr.size() {
        for x in (0..qr.size()).filter(|x| qr.is_dark(*x, y)) {
            let (left, top) = (number(x + QUIET) * unit, side - number(y + QUIET) * unit);
            page.content.rect(MARGIN + left, page.y + top - unit, unit, unit);
        }
    }
    page.content.fill_nonzero();
}

fn full(page: &mut Page, font: &mut Font, entry: &Entry, scale: f32) {
    page.rule(WHOLE);
    page.beside(font, WHOLE, (13.0 * scale, &entry.name), (7.5 * scale, &entry.assured), true);
    ways(page, font, WHOLE, entry, 13.0 * scale, 9.0 * scale);
    if let Some(address) = &entry.address {
        page.text(font, WHOLE, 10.0 * scale, address);
    }
    if !entry.summary.is_empty() {
        page.text(font, WHOLE, 9.5 * scale, &entry.summary);
    }
}

fn ways(page: &mut Page, font: &mut Font, column: Column, entry: &Entry, size: f32, small: f32) {
    for way in &entry.ways {
        let first = [way.name.as_str(), &way.target].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        page.beside(font, column, (size, &first.join("　")), (small, &way.notes.join("、")), false);
    }
}

/// Two by four, to be cut apart along the lines.
fn cards(paper: &Paper, font: &mut Font) -> Vec<Vec<u8>> {
    let (width, height) = (A4.0 / 2.0, A4.1 / 4.0);
    let mut done = Vec::new();
    for eight in paper.entries.chunks(8) {
        let mut page = Page::new();
        page.content.set_line_width(0.4).set_dash_pattern([3.0, 3.0], 0.0);
        for (at, entry) in eight.iter().enumerate() {
            let (right, down) = (f32::from(u8::from(at % 2 == 1)), f32::from(u8::try_from(at / 2).unwrap_or(0)));
            let (x, top) = (right * width, A4.1 - down * height);
            page.content.rect(x, top - height, width, height).stroke();
            let column = Column { x: x + 16.0, width: width - 32.0 };
            // Measured on a page of its own, so that nothing is cut off or runs into the next card.
            let room = height - 18.0;
            let fits = |scale: &f32, font: &mut Font| {
                let mut trial = Page::new();
                card(&mut trial, font, column, entry, paper, *scale);
                A4.1 - MARGIN - trial.y <= room
            };
            let scale = CARD_SCALES.into_iter().find(|scale| fits(scale, font)).unwrap_or(SMALLEST);
            page.y = top - 12.0;
            card(&mut page, font, column, entry, paper, scale);
        }
        done.push(page.done());
    }
    done
}

fn card(page: &mut Page, font: &mut Font, column: Column, entry: &Entry, paper: &Paper, scale: f32) {
    page.text(font, column, 13.0 * scale, &entry.name);
    ways(page, font, column, entry, 12.0 * scale, 7.5 * scale);
    for small in [&entry.assured, &paper.emergency, &paper.made] {
        page.text(font, column, 7.0 * scale, small);
    }
}

/// One number a page, as large as it goes.
fn copy(paper: &Paper, font: &mut Font) -> Vec<Vec<u8>> {
    let mut done = Vec::new();
    for entry in &paper.entries {
        let mut page = Page::new();
        page.text(font, WHOLE, 38.0, &entry.name);
        for way in entry.ways.iter().take(2) {
            page.y -= 18.0;
            page.text(font, WHOLE, 24.0, &way.name);
            let one = font.width(&way.target, 1.0).max(1.0);
            let size = (WHOLE.width / one).clamp(20.0, 80.0);
            page.text(font, WHOLE, size * 0.98, &way.target);
            page.text(font, WHOLE, 20.0, &way.notes.join("、"));
        }
        page.y -= 24.0;
        for line in &entry.lines {
            written(&mut done, &mut page, font, 28.0, line);
        }
        page.text(font, WHOLE, 14.0, &entry.assured);
        done.push(page.done());
    }
    if paper.qr.is_some() {
        let mut page = Page::new();
        code(&mut done, &mut page, font, paper);
        done.push(page.done());
    }
    done
}
