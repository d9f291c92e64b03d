//! Every irregularity that is known, its stable code, and what is done about it. docs/import-rules.md says the same
//! in sentences; a test holds the two together.

/// What is done when a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Read as what was meant; the source row keeps what was published.
    Read,
    /// Kept as published; only noted.
    Kept,
    /// The value is left out of the record; the source row keeps it.
    LeftOut,
    /// The row makes no record.
    RowAside,
    /// The file makes no records.
    FileAside,
}

macro_rules! rules {
    ($($name:ident $code:literal $action:ident $what:literal)*) => {
        /// A known irregularity.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $what] $name,)*
        }

        impl Rule {
            /// All rules, by family.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable code, as in reports.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What is done about it.
            #[must_use]
            pub const fn action(self) -> Action {
                match self { $(Self::$name => Action::$action,)* }
            }

            /// What it is, in a sentence.
            #[must_use]
            pub const fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }
        }
    };
}

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

rules! {
    // File
    EncodingBom "encoding-bom" Read "The file begins with a byte order mark."
    EncodingCp932 "encoding-cp932" Read "The file is Windows-31J (cp932), found only after strict UTF-8 failed."
    EncodingUtf16 "encoding-utf16" Read "The file is UTF-16 with a byte order mark."
    NewlineBareCr "newline-bare-cr" Read "Lines end with a bare carriage return."
    NewlineMixed "newline-mixed" Read "Lines do not all end alike."
    DelimiterNotComma "delimiter-not-comma" Read "Cells are separated by a tab or a semicolon."
    MetadataRows "metadata-rows" Read "Rows of metadata or a title stand before the header."
    TypeRows "type-rows" Read "Rows of types stand between the header and the first row."
    HiddenSheet "other-sheets" Kept "The workbook has further sheets; only the first with a header is read."
    TestExport "test-export" FileAside "The file is a test or a raw form export (headers such as 12:zipcode)."
    NotHelp "not-help" FileAside "The file is not about help."
    NoHeader "no-header" FileAside "No row with known headers was found."
    NoNameColumn "no-name-column" FileAside "No column names the places."
    // Header
    HeaderSpace "header-space" Read "A header has a space, a full-width space or a line break in or around it."
    HeaderU2015 "header-u2015" Read "A header has a dash (U+2015, U+2014, U+2010, U+2212) for the prolonged sound mark."
    HeaderMisprint "header-misprint" Read "A header is a known misprint, such as 連結標記 or a full-width low line."
    HeaderEmpty "header-empty" Read "A column has no header."
    HeaderCut "header-cut" Read "A header was cut to ten bytes by an old format."
    HeaderTwice "header-twice" Kept "Two columns have the same header; the first is read."
    // Rows
    BlankRow "blank-row" Read "A row has no content."
    RaggedRow "ragged-row" Read "A row has fewer or more cells than the header."
    NoName "no-name" RowAside "A row has no name."
    NotARow "not-a-row" RowAside "A row is a remark or a heading, not an entry."
    CellTooLong "cell-too-long" RowAside "A cell is longer than 64 KiB; the row is refused."
    RecordTooLarge "record-too-large" LeftOut "The entry is over 8 KiB; its longest unmapped columns are left out."
    Merged "merged" Read "The same entry was read before, from this file or an older or newer one."
    OlderVintage "older-vintage" Kept "The entry stands only in a folder of old files; its status is unknown."
    Confidential "confidential" LeftOut "A shelter for people fleeing violence: address, position, extras and the row itself are not kept."
    // Identity
    IdDuplicate "duplicate-id" LeftOut "The published ID is used twice in the file; name and address identify the entry."
    IdEmpty "id-empty" LeftOut "The published ID is empty."
    IdExponent "id-exponent" LeftOut "The published ID was destroyed by a spreadsheet (4.00E+12)."
    IdZeros "id-zeros" LeftOut "The published ID was rounded by a spreadsheet (ends with five zeros and is shared)."
    IdRowNumber "id-row-number" LeftOut "The published ID is only the number of the row."
    IdCkan "id-ckan" LeftOut "The column _id was added by a data portal and identifies nothing."
    IdOtherName "id-other-name" LeftOut "The published ID belonged to another name before."
    // Codes
    CodeFiveDigits "code-five-digits" Read "A municipality code without its check digit or without its leading zero."
    CodeBad "code-bad" LeftOut "A municipality code whose check digit is wrong."
    CodeStale "code-stale" Read "A municipality code that is no longer used; the present one is recorded."
    CodeFromAddress "code-from-address" Read "The municipality was read from the address or from the names of prefecture and city."
    CodeFromFile "code-from-file" Read "The row has no municipality; the one of all other rows of the file, or of its folder, is used."
    CodeMissing "code-missing" LeftOut "The municipality cannot be told; a name alone is never enough when several have it."
    WardSpace "ward-space" Read "The name of a ward has a space after its city."
    NumberExponent "number-exponent" LeftOut "A number was destroyed by a spreadsheet (2.00002E+12)."
    PoiLetter "poi-letter" Read "A POI code has a letter after it (1503a), in the older way."
    PoiFullWidth "poi-full-width" Read "A POI code has a full-width letter."
    // Address
    AddressInCity "address-in-city" Read "The whole address stands in the column of the municipality."
    AddressFromParts "address-from-parts" Read "The address is put together from its parts."
    PostalNoHyphen "postal-no-hyphen" Read "A postal code without its hyphen."
    PostalNone "postal-none" LeftOut "A dash or other mark in place of a postal code."
    PostalInAddress "postal-in-address" Read "The postal code stands at the beginning of the address."
    LotMark "lot-mark" Kept "A katakana lot mark (ニ41, イ46): genuine, never changed."
    AddressKatakanaNi "address-katakana-ni" Kept "Katakana ニ stands before 丁目 where 二 is meant; kept, and read as 二 only to compare addresses."
    // Position
    CoordSwapped "coord-swapped" Read "Latitude and longitude are swapped."
    CoordNoPoint "coord-no-point" Read "A coordinate without its decimal point."
    CoordOutside "coord-outside" LeftOut "A coordinate outside Japan that no rule explains."
    CoordPair "coord-pair" Read "Latitude and longitude stand in one cell."
    CoordNotNumber "coord-not-number" LeftOut "A coordinate that is not a number."
    // Telephone
    PhoneBrackets "phone-brackets" Read "A telephone number with brackets or spaces."
    PhoneFullWidth "phone-full-width" Read "A telephone number in full-width characters or with another dash."
    PhoneSeveral "phone-several" Read "Several telephone numbers in one cell."
    PhoneLabelled "phone-labelled" Read "Telephone numbers with their departments or days."
    PhoneExtension "phone-extension" Read "An extension stands in the cell of the number."
    PhoneShortened "phone-shortened" LeftOut "A second number gives only its last digits; it is not completed."
    PhoneNoAreaCode "phone-no-area-code" LeftOut "A telephone number without its area code; it is not completed."
    PhoneHyphenLost "phone-hyphen-lost" Read "A hyphen of the telephone number is missing."
    PhoneInternational "phone-international" Read "A telephone number with +81."
    PhoneNone "phone-none" LeftOut "Words or a dash in place of a telephone number."
    PhoneUnreadable "phone-unreadable" LeftOut "Digits that are no Japanese telephone number."
    // Hours
    DaysFreeForm "days-free-form" Read "Days written otherwise than in the standard."
    DaysClosed "days-closed" Read "The column of open days states the closed ones."
    DaysStatus "days-status" Kept "The column of days holds a status (利用休止中, 随時)."
    TimeNotStandard "time-not-standard" Read "A time written otherwise than HH:MM."
    TimeMixedWidth "time-mixed-width" Read "A time in full-width or mixed characters."
    TimeExcelFraction "time-excel-fraction" Read "A time as a fraction of a day (0.375 is 9:00)."
    TimeClosedDash "time-closed-dash" Read "A dash in the column of a weekday: closed that day."
    HoursByWeekday "hours-by-weekday" Read "Fourteen columns: opening and closing time of each weekday."
    HoursByDayKind "hours-by-day-kind" Read "Columns for working days, Saturdays and other days."
    HoursInOneCell "hours-in-one-cell" Read "Hours and closed days as prose in one or two cells."
    // Dates and lists
    DateProse "date-prose" Kept "A date in prose, or two dates in one cell."
    DateEra "date-era" Kept "A date of a Japanese era (昭32. 7. 1, H29.1.6)."
    DateSerial "date-serial" Read "A date as the number of days of a spreadsheet."
    DateSlashes "date-slashes" Kept "A date with slashes or points."
    SubjectsShort "subjects-short" Kept "Departments of a hospital in abbreviations (内;外;耳い)."
    FlagWords "flag-words" Kept "Yes and no as 有, 可, ○, × or words in one column."
    // Characters
    HtmlInCell "html-in-cell" Read "HTML in a cell."
    LeadingSpace "leading-space" Read "A tab or space at the beginning or end of a cell."
    ControlCharacter "control-character" Read "A control character in a cell."
    Nfd "nfd" Read "Characters in decomposed form (か + ゙)."
    CompatibilityCharacter "compatibility-character" Kept "Circled digits, ㈱, ℡, Ⅱ and the like."
    OldKanji "old-kanji" Kept "Kanji variants (﨑, 髙); kept, search finds both."
    HalfWidthKana "half-width-kana" Kept "Half-width katakana; kept, search finds both."
    DashVariant "dash-variant" Kept "Another dash or the mark ー or ｰ used as a hyphen, or a dash used for ー."
    WaveDash "wave-dash" Kept "A wave dash or full-width tilde (U+301C, U+FF5E)."
    FullWidthDigits "full-width-digits" Kept "Full-width digits or colon."
    KanaWithKanjiTwo "kana-with-kanji-two" Kept "The kanji 二 in a reading in katakana."
}
