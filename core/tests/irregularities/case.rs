//! One irregularity, made up as small as it can be.

/// How the text of a case is written into its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Utf8,
    Cp932,
    Utf16Le,
    Utf16Be,
}

/// A file of our own, the rule it must show, where, and what must come of it.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Code of the rule.
    pub rule: &'static str,
    /// Path of the file in a folder of its own.
    pub file: &'static str,
    pub text: &'static str,
    pub written: Written,
    /// Physical line on which the rule applies.
    pub line: u64,
    /// Fields of the first record; an empty value means that the field is absent.
    pub fields: &'static [(&'static str, &'static str)],
    /// How many records come of it.
    pub records: usize,
}

/// A case in UTF-8 that makes one record.
pub const fn case(
    rule: &'static str,
    text: &'static str,
    line: u64,
    fields: &'static [(&'static str, &'static str)],
) -> Case {
    Case { rule, file: "community_center.csv", text, written: Written::Utf8, line, fields, records: 1 }
}

impl Case {
    pub const fn file(mut self, file: &'static str) -> Self {
        self.file = file;
        self
    }

    pub const fn written(mut self, written: Written) -> Self {
        self.written = written;
        self
    }

    pub const fn records(mut self, records: usize) -> Self {
        self.records = records;
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        match self.written {
            Written::Utf8 => self.text.as_bytes().to_vec(),
            Written::Cp932 => encoding_rs::SHIFT_JIS.encode(self.text).0.into_owned(),
            Written::Utf16Le => {
                [0xFF, 0xFE].into_iter().chain(self.text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
            }
            Written::Utf16Be => {
                [0xFE, 0xFF].into_iter().chain(self.text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
            }
        }
    }
}
