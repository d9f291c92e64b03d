//! QR codes of texts: as half blocks for a terminal, as SVG for a page. The text is in it as UTF-8, whole or not at all.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use super::KeepError;

/// How many bytes one QR code holds at most: 40-L of ISO/IEC 18004, bytes.
pub const MOST_BYTES: usize = 2_953;
/// White around it that readers need, in modules.
pub const QUIET: usize = 4;

/// A QR code as a square of dark and light modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    size: usize,
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text, with as much correction as it bears without growing past what is easily read.
    ///
    /// # Errors
    /// [`KeepError::TooLongForQr`]; nothing is cut.
    pub fn new(text: &str) -> Result<Self, KeepError> {
        let too_long = || KeepError::TooLongForQr { has: text.len(), most: MOST_BYTES };
        if text.len() > MOST_BYTES {
            return Err(too_long());
        }
        let with = |level| QRBuilder::new(text).ecl(level).build();
        let code = with(ECL::M).or_else(|_| with(ECL::L)).map_err(|_| too_long())?;
        let dark = code.data.iter().take(code.size * code.size).map(|module| module.value()).collect();
        Ok(Self { size: code.size, dark })
    }

    /// Modules on a side, without the white around.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Side on paper with the white around, in millimetres: 0.7 a module, at least 35 and at most 120.
    #[must_use]
    pub const fn millimetres(&self) -> usize {
        let side = (self.size + 2 * QUIET) * 7 / 10;
        if side < 35 {
            35
        } else if side > 120 {
            120
        } else {
            side
        }
    }

    /// Whether a module is dark. All around it is light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.dark.get(y * self.size + x).is_some_and(|dark| *dark)
    }

    /// Lines of half blocks with the white around, for a terminal whose letters are light on dark: what is light in the
    /// code is drawn, so that readers see it the right way round there.
    #[must_use]
    pub fn half_blocks(&self) -> String {
        let light = |x: usize, y: usize| {
            let inside = x.checked_sub(QUIET).zip(y.checked_sub(QUIET));
            !inside.is_some_and(|(x, y)| self.is_dark(x, y))
        };
        let side = self.size + 2 * QUIET;
        let mut out = String::new();
        for y in (0..side).step_by(2) {
            out.extend((0..side).map(|x| match (light(x, y), y + 1 < side && light(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            }));
            out.push('\n');
        }
        out
    }

    /// The code as an SVG of its own, one unit a module.
    #[must_use]
    pub fn svg(&self) -> String {
        let side = self.size + 2 * QUIET;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\""
        );
        for y in 0..self.size {
            for x in (0..self.size).filter(|x| self.is_dark(*x, y)) {
                let _never = write!(svg, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        svg.push_str("\"/></svg>\n");
        svg
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(dark: impl Fn(usize, usize) -> bool, side: usize) -> String {
        const SCALE: usize = 4;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
            if dark(x / SCALE, y / SCALE) { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        grids[0].decode().unwrap().1
    }

    #[test]
    fn what_is_read_from_the_code_is_the_text() {
        for text in ["はな", "わたしの名前は、はなです。\n「まず聞いてほしい」\n☂", &"困っていること。".repeat(40)]
        {
            let qr = Qr::new(text).unwrap();
            let side = qr.size() + 2 * QUIET;
            let inside = |x: usize, y: usize| {
                x.checked_sub(QUIET).zip(y.checked_sub(QUIET)).is_some_and(|(x, y)| qr.is_dark(x, y))
            };
            assert_eq!(read(inside, side), text);
            // The same from what stands on the terminal, where the drawn blocks are light.
            let rows: Vec<Vec<char>> = qr.half_blocks().lines().map(|line| line.chars().collect()).collect();
            let drawn = |x: usize, y: usize| {
                let drawn = if y.is_multiple_of(2) { ['█', '▀'] } else { ['█', '▄'] };
                !drawn.contains(&rows[y / 2][x])
            };
            assert_eq!(read(drawn, side), text);
            assert!(rows.iter().all(|row| row.len() == side));
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_said_and_not_cut() {
        let most = Qr::new(&"a".repeat(MOST_BYTES - 1)).unwrap();
        assert_eq!(most.size(), 177);
        let long = "あ".repeat(985);
        assert_eq!(Qr::new(&long), Err(KeepError::TooLongForQr { has: 2_955, most: MOST_BYTES }));
    }

    #[test]
    fn the_svg_has_a_square_for_each_dark_module_and_white_around() {
        let qr = Qr::new("はな").unwrap();
        let dark = (0..qr.size()).flat_map(|y| (0..qr.size()).map(move |x| (x, y))).filter(|(x, y)| qr.is_dark(*x, *y));
        let svg = qr.svg();
        assert_eq!(svg.matches("h1v1h-1z").count(), dark.count());
        assert!(svg.contains("M4 4h") && svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", qr.size() + 8)));
        assert_eq!(Qr::new("").map(|qr| qr.size()), Ok(21));
    }
}
