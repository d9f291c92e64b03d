/// The directory of help. An `area` is the name or code of a place; one that is not known is ``CoreError/invalid`` with
/// `area`.
public protocol Directory: Sendable {
    /// Searches for what a person typed. A later search stops this one.
    func find(_ request: FindRequest) async throws(CoreError) -> Answer

    /// All that is known of one entry, or ``CoreError/notFound``.
    func show(_ id: Card.ID, area: String?) async throws(CoreError) -> Detail

    /// All lines that are there at this moment, open ones first.
    func lines(area: String?, filters: Filters) async throws(CoreError) -> [Card]

    /// Places to go near a place, with their next dates, and what every municipality should have there.
    func places(near area: String, filters: Filters, limit: Int) async throws(CoreError) -> Around

    /// The emergency row for a place.
    func emergency(area: String?) async throws(CoreError) -> [EmergencyLine]

    /// What can be done when a line did not answer. It is never nothing.
    func busy(_ request: BusyRequest) async throws(CoreError) -> Busy

    /// The next questions of the guided finder, or what the answers lead to. Every question can be left out. Throws
    /// ``CoreError/invalid`` with `answers`.
    func guide(_ answers: GivenAnswers) async throws(CoreError) -> AskStep

    /// What a person means by the name or code of a place.
    func areas(_ text: String) async throws(CoreError) -> AreaAnswer

    /// Imports open data, a file or a folder: all of it or nothing. With `allKinds` also what is not about help. `told`
    /// is called from any thread. Throws ``CoreError/invalid`` with `path`.
    func importData(
        at path: String,
        allKinds: Bool,
        told: @escaping @Sendable (ImportProgress) -> Void
    ) async throws(CoreError) -> Imported

    /// What is here, how old it is, and whether it is whole. Reads every page of the directory.
    func state() async throws(CoreError) -> DirectoryState

    /// A page of HTML with entries, to print or to copy by hand. Throws ``CoreError/notFound``, and
    /// ``CoreError/invalid`` with `traces` when traces of an entry could endanger somebody and the person did not say
    /// that it may be printed.
    func paper(_ request: PaperRequest) async throws(CoreError) -> String

    /// An entry as a code that another telephone reads from the screen. `traces` as in ``PaperRequest``. Throws
    /// ``CoreError/notFound``, and ``CoreError/invalid`` with `traces`, `area`, or `qr` when the entry is longer than one
    /// code holds.
    func code(_ id: String, area: String?, traces: Bool) async throws(CoreError) -> EntryCode
}
