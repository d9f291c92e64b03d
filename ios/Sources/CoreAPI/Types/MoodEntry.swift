import Foundation

/// An entry. Several a day may exist.
public struct MoodEntry: Hashable, Identifiable, Sendable {
    /// Identifier, 32 hexadecimal digits.
    public var id: String
    /// When it was felt: local time with the offset of the place, `2026-11-22T03:00:00+09:00`.
    public var at: String
    /// The day that it was there, `2026-11-22`.
    public var day: String
    /// The same day in words, with its weekday.
    public var dayWords: String
    /// 1 (heaviest) to 5.
    public var level: Int
    /// Codes of feelings.
    public var labels: [String]
    /// Codes of what was around.
    public var contexts: [String]
    /// The note, as it was written; empty when there is none.
    public var note: String
    /// When it was written down.
    public var logged: Date
    /// When it was last changed.
    public var amended: Date?
    /// A word of it calls for people who listen: say at once where they are (``Journal/stepAfter(_:area:)``).
    public var lines: Bool

    public init(
        id: String,
        at: String,
        day: String,
        dayWords: String,
        level: Int,
        labels: [String],
        contexts: [String],
        note: String,
        logged: Date,
        amended: Date?,
        lines: Bool
    ) {
        self.id = id
        self.at = at
        self.day = day
        self.dayWords = dayWords
        self.level = level
        self.labels = labels
        self.contexts = contexts
        self.note = note
        self.logged = logged
        self.amended = amended
        self.lines = lines
    }
}

/// An entry that is to be written down.
public struct MoodDraft: Hashable, Sendable {
    /// 1 (heaviest) to 5.
    public var level: Int
    /// Codes of feelings, up to 20.
    public var labels: [String]
    /// Codes of what was around, up to 20.
    public var contexts: [String]
    /// A note of up to 4,000 characters; empty when there is none.
    public var note: String
    /// When it was felt, `2026-11-22T03:00:00+09:00`, from 1900 until now; now when nothing is said.
    public var at: String?

    public init(level: Int, labels: [String] = [], contexts: [String] = [], note: String = "", at: String? = nil) {
        self.level = level
        self.labels = labels
        self.contexts = contexts
        self.note = note
        self.at = at
    }
}

/// What is to be changed of an entry; `nil` leaves it as it is.
public struct MoodChange: Hashable, Sendable {
    /// 1 (heaviest) to 5.
    public var level: Int?
    /// Codes of feelings, instead of those that are there.
    public var labels: [String]?
    /// Codes of what was around, instead of what is there.
    public var contexts: [String]?
    /// The note; empty takes it away.
    public var note: String?
    /// When it was felt, `2026-11-22T03:00:00+09:00`.
    public var at: String?

    public init(
        level: Int? = nil,
        labels: [String]? = nil,
        contexts: [String]? = nil,
        note: String? = nil,
        at: String? = nil
    ) {
        self.level = level
        self.labels = labels
        self.contexts = contexts
        self.note = note
        self.at = at
    }
}

/// What taking a log in did.
public struct MergedLog: Hashable, Sendable {
    /// Entries that were not here.
    public var added: Int
    /// Entries that are here just so.
    public var same: Int
    /// Entries that took the place of older ones.
    public var replaced: Int
    /// Entries that are older than those here, which stay.
    public var older: Int

    public init(added: Int, same: Int, replaced: Int, older: Int) {
        self.added = added
        self.same = same
        self.replaced = replaced
        self.older = older
    }
}
