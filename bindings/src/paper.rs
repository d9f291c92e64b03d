//! Paper: what a print dialogue of the platform prints.

use tsunagari_core::app::print;

/// How entries are laid out on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Layout {
    /// A sheet: entries below each other.
    Sheet,
    /// Cards to cut out.
    Cards,
    /// 書き写し: very large, to copy by hand.
    Copy,
}

impl From<Layout> for print::Layout {
    fn from(layout: Layout) -> Self {
        match layout {
            Layout::Sheet => Self::Sheet,
            Layout::Cards => Self::Cards,
            Layout::Copy => Self::Copy,
        }
    }
}
