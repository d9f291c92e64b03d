//! Where a record came from: the file and the row, as they stand.

use std::collections::BTreeMap;

/// How the characters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// Windows-31J, the usual Shift_JIS of Japanese offices.
    Cp932,
    /// Windows-1252, as older programs outside Japan write it; only tables of HSDS are read so.
    Windows1252,
    /// UTF-16, little endian, with a byte order mark.
    Utf16Le,
    /// UTF-16, big endian, with a byte order mark.
    Utf16Be,
    /// Text inside a workbook.
    Workbook,
}

impl Encoding {
    /// Stable name, as in the report and in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Cp932 => "cp932",
            Self::Windows1252 => "windows-1252",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Workbook => "workbook",
        }
    }

    /// Text in this encoding; what the encoding cannot say becomes a numeric reference.
    #[must_use]
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 | Self::Utf8Bom | Self::Workbook => text.as_bytes().to_vec(),
            Self::Cp932 => encoding_rs::SHIFT_JIS.encode(text).0.into_owned(),
            Self::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }

    /// The bytes that stand before the text.
    #[must_use]
    pub const fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 | Self::Cp932 | Self::Windows1252 | Self::Workbook => &[],
            Self::Utf8Bom => &[0xEF, 0xBB, 0xBF],
            Self::Utf16Le => &[0xFF, 0xFE],
            Self::Utf16Be => &[0xFE, 0xFF],
        }
    }
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Newline {
    /// Line feed.
    Lf,
    /// Carriage return and line feed.
    CrLf,
    /// Bare carriage return.
    Cr,
    /// There is only one line.
    None,
}

impl Newline {
    /// The characters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
            Self::Cr => "\r",
            Self::None => "",
        }
    }
}

/// One file, as far as its rows need to know it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SourceFile {
    /// The dataset: the path below what was imported, with `/`, without the extension.
    pub dataset: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// How its characters are written.
    pub encoding: Encoding,
    /// How most of its lines end.
    pub newline: Newline,
    /// What stands between cells; `None` for a workbook or JSON Lines.
    pub delimiter: Option<char>,
    /// Headers as published, in order.
    pub headers: Vec<String>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowRole {
    /// Metadata or a title before the header.
    Preamble,
    /// The header.
    Header,
    /// Types or notes between the header and the first row.
    Notes,
    /// A row of data.
    Data,
    /// A row of nothing.
    Blank,
}

/// One row as it stands in its file. It stays in the importer's database and never travels in a pack.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SourceRow {
    /// The dataset of the file.
    pub dataset: String,
    /// SHA-256 of the file, in hexadecimal.
    pub file_sha256: String,
    /// Physical line on which the row ends, from 1.
    pub line: u64,
    /// What the row is.
    pub role: RowRole,
    /// Cells as published, in the order of the headers of the file.
    pub cells: Vec<String>,
    /// The bytes of the row with its line end, kept only where they cannot be made again from the cells.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub raw: Option<Vec<u8>>,
    /// SHA-256 of the bytes of the row; all that is kept of a confidential one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row_sha256: Option<String>,
    /// The record made from it, or into which it was merged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub record: Option<String>,
    /// Cells changed since, by column.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub edits: BTreeMap<usize, String>,
}

impl SourceRow {
    /// Header and cell as published, in order.
    pub fn pairs<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = (&'a str, &'a str)> {
        file.headers.iter().map(String::as_str).chain(std::iter::repeat("")).zip(self.cells.iter().map(String::as_str))
    }

    /// What stands in a cell now: the edit if there is one.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&str> {
        self.edits.get(&column).or_else(|| self.cells.get(column)).map(String::as_str)
    }
}
