/// What a person writes down or sets aside for themselves. When a call throws, nothing was changed.
public protocol Keepsakes: HardHoursPlan, Memo, Sendable {
    /// All favourites, the oldest first, with what the directory says of them now.
    func favourites() async throws(CoreError) -> [KeptEntry]

    /// Sets an entry aside, up to 500 of them, under its name of today. Gives that name. Throws
    /// ``CoreError/invalid(field:)`` with `traces` for an entry that somebody should not find on this phone, with
    /// `count` when there are too many.
    func addFavourite(_ id: Card.ID) async throws(CoreError) -> String

    /// Takes an entry off, or throws ``CoreError/notFound``.
    func removeFavourite(_ id: Card.ID) async throws(CoreError)

    /// Identifiers of the lines that are remembered as tried, without how often or when.
    func tries() async throws(CoreError) -> [Card.ID]

    /// All entries of one's own, by reading or name.
    func owns() async throws(CoreError) -> [OwnEntry]

    /// Entries of one's own that fit what was typed, best first.
    func findOwn(_ text: String) async throws(CoreError) -> [OwnEntry]

    /// Writes a new entry, up to 500 of them. Gives its identifier. Throws ``CoreError/invalid(field:)`` with `text`
    /// without a name or when a field is too long, with `count` when there are too many.
    func addOwn(_ words: OwnWords) async throws(CoreError) -> OwnEntry.ID

    /// Changes an entry.
    func changeOwn(_ id: OwnEntry.ID, _ words: OwnWords) async throws(CoreError)

    /// Erases an entry; its bytes are overwritten.
    func removeOwn(_ id: OwnEntry.ID) async throws(CoreError)
}

/// つらいときのメモ in seven steps. Steps and places begin at 1.
public protocol HardHoursPlan: Sendable {
    /// The plan. Somebody looks for it in a hard hour: after any error, show ``hardHoursWithoutPlan(area:)``.
    func plan(area: String?) async throws(CoreError) -> HardHours

    /// What stands below the plan, also when nothing is kept, it is locked, or it cannot be read: steps have no lines.
    func hardHoursWithoutPlan(area: String?) async throws(CoreError) -> HardHours

    /// Adds a line at the end of a step, up to 20 of them. Throws ``CoreError/invalid(field:)`` with `step`, `text`,
    /// `count`, or `traces` for an entry that somebody should not find on this phone.
    func addToPlan(step: Int, _ line: NewPlanLine) async throws(CoreError)

    /// Puts another line in the place of one.
    func changePlan(step: Int, place: Int, _ line: NewPlanLine) async throws(CoreError)

    /// Moves a line to another place of its step; behind the last place is the last place.
    func moveInPlan(step: Int, place: Int, to: Int) async throws(CoreError)

    /// Takes a line away.
    func removeFromPlan(step: Int, place: Int) async throws(CoreError)

    /// The plan as a page of HTML, to print.
    func planHtml(_ layout: PaperLayout, area: String?) async throws(CoreError) -> String
}

/// The consultation memo. Sentences, paper and code hold only what the person chose to show; where that is nothing, they
/// throw ``CoreError/invalid(field:)`` with `share`.
public protocol Memo: Sendable {
    /// All fields in the order in which they are said, for the person alone; those not filled in, too.
    func memo() async throws(CoreError) -> [MemoField]

    /// Fills a field in, with up to 1,000 characters. A new one may not be shown before ``shareMemo(_:_:)``; one that
    /// was there keeps what was said. Throws ``CoreError/invalid(field:)`` with `field` or `text`.
    func setMemo(_ field: MemoField.ID, _ text: String) async throws(CoreError)

    /// Says whether fields may be shown to somebody. Throws ``CoreError/invalid(field:)`` with the code of the first
    /// field that is not filled in; then the others are as they were asked for.
    func shareMemo(_ fields: [MemoField.ID], _ share: Bool) async throws(CoreError)

    /// Empties fields.
    func clearMemo(_ fields: [MemoField.ID]) async throws(CoreError)

    /// What may be shown, in sentences to be read aloud or shown large: one a field.
    func memoSentences() async throws(CoreError) -> [String]

    /// The same as one text, a line a field: what the code holds.
    func memoText() async throws(CoreError) -> String

    /// What may be shown as a page of HTML, to print, with a code where one holds it.
    func memoHtml(_ layout: PaperLayout) async throws(CoreError) -> String

    /// What may be shown as a QR code. Throws ``CoreError/invalid(field:)`` with `qr` when it is longer than one holds.
    func memoQr() async throws(CoreError) -> QrCode

    /// The same code as a picture (SVG) with the white around it.
    func memoQrSvg() async throws(CoreError) -> String
}
