//! Every irregularity that is known, its stable code, and what is done about it. docs/import-rules.md says the same
//! in sentences; a test holds the two together.

use crate::directory::tally::rule_list;

rule_list! {
    // File
    EncodingBom "encoding-bom" Read
    EncodingCp932 "encoding-cp932" Read
    EncodingUtf16 "encoding-utf16" Read
    NewlineBareCr "newline-bare-cr" Read
    NewlineMixed "newline-mixed" Read
    DelimiterNotComma "delimiter-not-comma" Read
    MetadataRows "metadata-rows" Read
    TypeRows "type-rows" Read
    HiddenSheet "other-sheets" Kept
    TestExport "test-export" FileAside
    NotHelp "not-help" FileAside
    NoHeader "no-header" FileAside
    NoNameColumn "no-name-column" FileAside
    // Header
    HeaderSpace "header-space" Read
    HeaderU2015 "header-u2015" Read
    HeaderMisprint "header-misprint" Read
    HeaderEmpty "header-empty" Read
    HeaderCut "header-cut" Read
    HeaderTwice "header-twice" Kept
    // Rows
    BlankRow "blank-row" Read
    RaggedRow "ragged-row" Read
    NoName "no-name" RowAside
    NotARow "not-a-row" RowAside
    CellTooLong "cell-too-long" RowAside
    RecordTooLarge "record-too-large" LeftOut
    Merged "merged" Read
    OlderVintage "older-vintage" Kept
    Confidential "confidential" LeftOut
    // Identity
    IdDuplicate "duplicate-id" LeftOut
    IdEmpty "id-empty" LeftOut
    IdExponent "id-exponent" LeftOut
    IdZeros "id-zeros" LeftOut
    IdRowNumber "id-row-number" LeftOut
    IdCkan "id-ckan" LeftOut
    IdOtherName "id-other-name" LeftOut
    // Codes
    CodeFiveDigits "code-five-digits" Read
    CodeBad "code-bad" LeftOut
    CodeStale "code-stale" Read
    CodeFromAddress "code-from-address" Read
    CodeFromFile "code-from-file" Read
    CodeMissing "code-missing" LeftOut
    WardSpace "ward-space" Read
    NumberExponent "number-exponent" LeftOut
    PoiLetter "poi-letter" Read
    PoiFullWidth "poi-full-width" Read
    // Address
    AddressInCity "address-in-city" Read
    AddressFromParts "address-from-parts" Read
    PostalNoHyphen "postal-no-hyphen" Read
    PostalNone "postal-none" LeftOut
    PostalInAddress "postal-in-address" Read
    LotMark "lot-mark" Kept
    AddressKatakanaNi "address-katakana-ni" Kept
    // Position
    CoordSwapped "coord-swapped" Read
    CoordNoPoint "coord-no-point" Read
    CoordOutside "coord-outside" LeftOut
    CoordPair "coord-pair" Read
    CoordNotNumber "coord-not-number" LeftOut
    // Telephone
    PhoneBrackets "phone-brackets" Read
    PhoneFullWidth "phone-full-width" Read
    PhoneSeveral "phone-several" Read
    PhoneLabelled "phone-labelled" Read
    PhoneExtension "phone-extension" Read
    PhoneShortened "phone-shortened" LeftOut
    PhoneNoAreaCode "phone-no-area-code" LeftOut
    PhoneHyphenLost "phone-hyphen-lost" Read
    PhoneInternational "phone-international" Read
    PhoneNone "phone-none" LeftOut
    PhoneUnreadable "phone-unreadable" LeftOut
    // Hours
    DaysFreeForm "days-free-form" Read
    DaysClosed "days-closed" Read
    DaysStatus "days-status" Kept
    TimeNotStandard "time-not-standard" Read
    TimeMixedWidth "time-mixed-width" Read
    TimeExcelFraction "time-excel-fraction" Read
    TimeClosedDash "time-closed-dash" Read
    HoursByWeekday "hours-by-weekday" Read
    HoursByDayKind "hours-by-day-kind" Read
    HoursInOneCell "hours-in-one-cell" Read
    // Dates and lists
    DateProse "date-prose" Kept
    DateEra "date-era" Kept
    DateSerial "date-serial" Read
    DateSlashes "date-slashes" Kept
    SubjectsShort "subjects-short" Kept
    FlagWords "flag-words" Kept
    // Characters
    HtmlInCell "html-in-cell" Read
    LeadingSpace "leading-space" Read
    ControlCharacter "control-character" Read
    HiddenCharacter "hidden-character" LeftOut
    Nfd "nfd" Read
    CompatibilityCharacter "compatibility-character" Kept
    OldKanji "old-kanji" Kept
    HalfWidthKana "half-width-kana" Kept
    DashVariant "dash-variant" Kept
    WaveDash "wave-dash" Kept
    FullWidthDigits "full-width-digits" Kept
    KanaWithKanjiTwo "kana-with-kanji-two" Kept
    // TOML
    TomlOtherTable "toml-other-table" LeftOut
    TomlNotARecord "toml-not-a-record" RowAside
    TomlKey "toml-key" LeftOut
    TomlClaimedRank "toml-claimed-rank" LeftOut
}
