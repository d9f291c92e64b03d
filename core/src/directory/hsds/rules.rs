//! Every irregularity of HSDS data that is known, its stable code, and what is done about it. docs/hsds.md says the
//! same; a test holds the two together.

use crate::directory::tally::rule_list;

rule_list! {
    // File
    Encoding1252 "hsds-encoding-1252" Read "The file is not UTF-8; it is read as Windows-1252."
    JsonLines "hsds-json-lines" Read "A file named .json holds one JSON document per line."
    RaggedRow "hsds-ragged-row" Read "A row has fewer or more cells than the header; cells without a header are left out."
    HeaderTwice "hsds-header-twice" Kept "Two columns have the same header; the first is read."
    BlankRow "hsds-blank-row" Read "A row has no content."
    OldTable "hsds-old-table" Read "A table of HSDS 1 or 2 (regular_schedules, postal_addresses, eligibility, services_taxonomy)."
    // Keys
    IdEmpty "hsds-id-empty" Read "The id is empty; the row is joined by its other keys."
    IdTwice "hsds-id-twice" Read "The same id stands on rows that differ; the id identifies nothing and is left out."
    SameAgain "hsds-same-again" Read "The same object stands in several places; it is read once."
    DanglingOrganization "hsds-dangling-organization" Read "organization_id points at an organisation that is not there; a placeholder stands for it."
    DanglingKey "hsds-dangling-key" Kept "A key points at a row that is not there."
    NotJoined "hsds-not-joined" RowAside "The row belongs to no service and no location of the package."
    NoService "hsds-no-service" RowAside "An organisation or programme without a service or a location."
    RecordAgain "hsds-record-again" Read "The same service was read before, from another folder."
    NoName "hsds-no-name" RowAside "A service or location without a name."
    OneProgram "hsds-one-program" Kept "Two programmes of one organisation, which the tabular package forbids; both are kept."
    OtherOrganization "hsds-other-organization" Kept "The location names another organisation than its service."
    // Texts
    Marker "hsds-marker" Read "A marker of the exporting system (###MON###) is taken out of a text."
    BackslashN "hsds-backslash-n" Read "A backslash and an n stand in a text for a new line."
    StatusEmpty "hsds-status-empty" Read "The status is empty; it is unknown."
    StatusOther "hsds-status-other" Read "The status is a word of no version of HSDS; it is unknown."
    AgeNotWhole "hsds-age-not-whole" LeftOut "An age is not a whole number of years between 0 and 130."
    DateNotIso "hsds-date-not-iso" LeftOut "assured_date is not a date of the form 2026-11-22."
    // Numbers
    PhoneQuotes "hsds-phone-quotes" Read "A telephone number carries quotation marks."
    PhoneEmpty "hsds-phone-empty" LeftOut "A telephone entry without a number."
    PhoneExtension "hsds-phone-extension" Read "An extension stands in the number (305-555-0100 x12, xOPT2)."
    PhoneCutOff "hsds-phone-cut-off" Kept "The extension after x is missing; the number is kept."
    PhoneNotANumber "hsds-phone-not-a-number" LeftOut "Signs that are no telephone number (000-000-*347); never offered for dialling."
    PhoneNoCountry "hsds-phone-no-country" Kept "A number of another or an unknown country without its country code is shown, never dialled from here."
    PhoneShort "hsds-phone-short" Kept "A short number (211) works only where it was published."
    ExtensionNumber "hsds-extension-number" Kept "The extension is a JSON number: zeros at its beginning may be lost."
    // Places
    CoordImpossible "hsds-coord-impossible" LeftOut "Latitude beyond 90, longitude beyond 180, or both zero."
    CoordNotNumber "hsds-coord-not-number" LeftOut "A coordinate that is not a number."
    PostalEmpty "hsds-postal-empty" Kept "postal_code, which HSDS requires, is empty."
    Confidential "hsds-confidential" LeftOut "A shelter for people fleeing violence: nothing that says where it is is kept."
    // Hours
    TimeNoOffset "hsds-time-no-offset" Read "A time without its offset from UTC; it is the time of the place."
    TimezoneNumber "hsds-timezone-number" Read "timezone is a bare number of hours."
    OtherClock "hsds-other-clock" Kept "The clock is not Japan's, or cannot be told: hours are shown, open or closed is unknown."
    RecurrenceNonsense "hsds-recurrence-nonsense" LeftOut "Parts of a recurrence that exclude each other (weekly, on days of the month); the hours are shown as published."
    RecurrenceNotModelled "hsds-recurrence-not-modelled" LeftOut "A recurrence that is kept but not computed (every second week, day of the year)."
    TimeNotStandard "hsds-time-not-standard" Read "A time written otherwise than HH:MM (9am, 830am, 9:00a)."
    TimeUnclear "hsds-time-unclear" LeftOut "A time that cannot be read for certain (8:00m, 6:300pm); the hours are shown as published."
    TimeRemark "hsds-time-remark" Kept "Words stand beside a time (5:00pm (Counter closes at 4:30 pm)); the answer is unknown on those days."
    AllDay "hsds-all-day" Read "00:00 to 23:59 is the whole day."
    PastMidnight "hsds-past-midnight" LeftOut "It closes before it opens, and HSDS does not say whether that is the next day."
    HolidaysInProse "hsds-holidays-in-prose" Kept "Words beside the hours speak of holidays or exceptions; the answer is open or closed only where they cannot change it."
    HoursInProse "hsds-hours-in-prose" Read "A schedule of nothing but Japanese words; the hours are read from them."
    Validity "hsds-validity" Kept "The schedule holds only from or until a date; outside of those the answer is unknown."
    // Our own attributes
    ClaimedRank "hsds-claimed-rank" LeftOut "Attributes claim a rank that only the national pack has (class, crisis first, chains, emergency row, confidence)."
    OwnUnknown "hsds-own-unknown" LeftOut "An attribute of the taxonomy tsunagari that is no key of a record, or has a value it cannot have."
    HiddenCharacter "hsds-hidden-character" LeftOut "A mark of writing direction, a space without width or another character that nobody sees stands in a text."
    GuardedCell "hsds-guarded-cell" Read "An apostrophe keeps a spreadsheet from computing the cell; it is taken off."
    // Size
    TextCut "hsds-text-cut" LeftOut "A text is longer than a record holds; its beginning is kept."
    RecordTooLarge "hsds-record-too-large" LeftOut "The entry is over 8 KiB; its longest unmodelled fields are left out."
}
