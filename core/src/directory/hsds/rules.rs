//! Every irregularity of HSDS data that is known, its stable code, and what is done about it. docs/hsds.md says the
//! same; a test holds the two together.

use crate::directory::tally::rule_list;

rule_list! {
    // File
    Encoding1252 "hsds-encoding-1252" Read
    JsonLines "hsds-json-lines" Read
    RaggedRow "hsds-ragged-row" Read
    HeaderTwice "hsds-header-twice" Kept
    BlankRow "hsds-blank-row" Read
    OldTable "hsds-old-table" Read
    // Keys
    IdEmpty "hsds-id-empty" Read
    IdTwice "hsds-id-twice" Read
    SameAgain "hsds-same-again" Read
    DanglingOrganization "hsds-dangling-organization" Read
    DanglingKey "hsds-dangling-key" Kept
    NotJoined "hsds-not-joined" RowAside
    NoService "hsds-no-service" RowAside
    RecordAgain "hsds-record-again" Read
    NoName "hsds-no-name" RowAside
    OneProgram "hsds-one-program" Kept
    OtherOrganization "hsds-other-organization" Kept
    // Texts
    Marker "hsds-marker" Read
    BackslashN "hsds-backslash-n" Read
    StatusEmpty "hsds-status-empty" Read
    StatusOther "hsds-status-other" Read
    AgeNotWhole "hsds-age-not-whole" LeftOut
    DateNotIso "hsds-date-not-iso" LeftOut
    // Numbers
    PhoneQuotes "hsds-phone-quotes" Read
    PhoneEmpty "hsds-phone-empty" LeftOut
    PhoneExtension "hsds-phone-extension" Read
    PhoneCutOff "hsds-phone-cut-off" Kept
    PhoneNotANumber "hsds-phone-not-a-number" LeftOut
    PhoneNoCountry "hsds-phone-no-country" Kept
    PhoneShort "hsds-phone-short" Kept
    ExtensionNumber "hsds-extension-number" Kept
    // Places
    CoordImpossible "hsds-coord-impossible" LeftOut
    CoordNotNumber "hsds-coord-not-number" LeftOut
    PostalEmpty "hsds-postal-empty" Kept
    Confidential "hsds-confidential" LeftOut
    // Hours
    TimeNoOffset "hsds-time-no-offset" Read
    TimezoneNumber "hsds-timezone-number" Read
    OtherClock "hsds-other-clock" Kept
    RecurrenceNonsense "hsds-recurrence-nonsense" LeftOut
    RecurrenceNotModelled "hsds-recurrence-not-modelled" LeftOut
    TimeNotStandard "hsds-time-not-standard" Read
    TimeUnclear "hsds-time-unclear" LeftOut
    TimeRemark "hsds-time-remark" Kept
    AllDay "hsds-all-day" Read
    PastMidnight "hsds-past-midnight" LeftOut
    HolidaysInProse "hsds-holidays-in-prose" Kept
    HoursInProse "hsds-hours-in-prose" Read
    Validity "hsds-validity" Kept
    // Our own attributes
    ClaimedRank "hsds-claimed-rank" LeftOut
    OwnUnknown "hsds-own-unknown" LeftOut
    HiddenCharacter "hsds-hidden-character" LeftOut
    GuardedCell "hsds-guarded-cell" Read
    // Size
    TextCut "hsds-text-cut" LeftOut
    RecordTooLarge "hsds-record-too-large" LeftOut
}
