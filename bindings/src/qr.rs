//! Reading a QR code from pictures of the camera.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tsunagari_core::model::without_hidden;

use crate::device::guarded;
use crate::{FrameSource, TsunagariError};

/// More than this many bytes of luminance are refused.
const MOST_BYTES: usize = 32 << 20;

/// One picture: luminance, a byte for each point, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Frame {
    /// Points in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// `width` × `height` bytes, 0 for black.
    pub luminance: Vec<u8>,
}

/// Reads one QR code.
#[derive(uniffi::Object, Default)]
pub struct QrReader {
    cancelled: AtomicBool,
}

#[uniffi::export]
impl QrReader {
    /// A reader for one code.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Asks for pictures until one holds a code; its text, or `None` when the pictures end. Anybody can have made it: what
    /// nobody sees and what turns the direction of writing is not in the text, and it has at most some thousand characters.
    ///
    /// # Errors
    /// [`TsunagariError::Cancelled`]; [`TsunagariError::Invalid`] with `frame` when a picture is not what it says; what
    /// the source throws.
    pub fn read(&self, source: Arc<dyn FrameSource>) -> Result<Option<String>, TsunagariError> {
        guarded(|| {
            while !self.cancelled.load(Ordering::SeqCst) {
                let Some(frame) = source.next()? else { return Ok(None) };
                if let Some(text) = text_in(&frame)? {
                    return Ok(Some(text));
                }
            }
            Err(TsunagariError::Cancelled)
        })
    }

    /// Stops it, from any thread.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
    }
}

fn text_in(frame: &Frame) -> Result<Option<String>, TsunagariError> {
    let invalid = || TsunagariError::invalid("frame");
    let size = |side: u32| usize::try_from(side).map_err(|_| invalid());
    let (width, height) = (size(frame.width)?, size(frame.height)?);
    let whole = width.checked_mul(height).filter(|bytes| *bytes == frame.luminance.len() && *bytes <= MOST_BYTES);
    if whole.is_none_or(|bytes| bytes == 0) {
        return Err(invalid());
    }
    let at = |x: usize, y: usize| frame.luminance.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, at);
    // What looks like a code and cannot be read is tried again with the next picture.
    Ok(picture
        .detect_grids()
        .iter()
        .find_map(|grid| grid.decode().ok())
        .map(|(_, text)| without_hidden(&text).unwrap_or(text)))
}
