/// One device: finding help, what is kept with its lock, and what has changed.
///
/// Any task may ask, and nothing here blocks the thread that asks. When a task is cancelled before its call has begun,
/// nothing is done and ``CoreError/cancelled`` is thrown. A search, an import and the reading of a code stop in their
/// midst; any other call that has begun comes to its end, so what it gives is always true.
public protocol Device: AnyObject, Sendable {
    /// Finding help.
    var directory: any Directory { get }
    /// The lock of what is kept.
    var lock: any Lock { get }
    /// The mood log and つながりの質問.
    var journal: any Journal { get }
    /// Plan, memo, favourites and entries of one's own.
    var keepsakes: any Keepsakes { get }
    /// Check-ins and what must stay silent.
    var checkIns: any CheckIns { get }
    /// The one quiet line of Home.
    var home: any Home { get }
    /// Backups.
    var backups: any Backups { get }

    /// What changes from now on, until the task that listens is cancelled, the stream is dropped or the device closed.
    /// It never says what was written: ask again.
    func changes() throws(CoreError) -> AsyncStream<Change>

    /// Composed texts are in this language from now on.
    func setLanguage(_ language: Language)

    /// Closes the device: what is asked from now on throws ``CoreError/closed``, what is running comes to its end, and
    /// every stream of changes ends. Twice is no mistake.
    func close() async
}

/// Reads one QR code.
public protocol CodeReader: Sendable {
    /// Asks for pictures until one holds a code; its text, or `nil` when the pictures end. Throws ``CoreError/invalid``
    /// with `frame` when a picture is not what it says, and what the source throws.
    func read(_ pictures: any FrameSource) async throws(CoreError) -> String?
}
