import Foundation

/// A line did not answer.
public struct BusyRequest: Hashable, Sendable {
    /// Entries that did not answer, the latest last; none where it was some other line.
    public var ids: [String]
    /// Kind of the way that was tried, such as `chat`.
    public var kind: String?
    /// Name or code of the area the person is in.
    public var area: String?
    /// Code of the language they want to speak.
    public var spoken: String?
    /// Their age in years.
    public var age: Int?
    /// Remember for 24 hours what was tried, and do not offer it first; only if the person said so.
    public var remember: Bool

    public init(
        ids: [String] = [],
        kind: String? = nil,
        area: String? = nil,
        spoken: String? = nil,
        age: Int? = nil,
        remember: Bool = false
    ) {
        self.ids = ids
        self.kind = kind
        self.area = area
        self.spoken = spoken
        self.age = age
        self.remember = remember
    }
}

/// What can be done when a line did not answer.
public struct Busy: Hashable, Sendable {
    /// The line that did not answer just now.
    public var line: Card?
    /// What can be done, side by side; never empty, and the last is to stop for today.
    public var choices: [BusyChoice]
    /// What was tried is remembered for 24 hours.
    public var remembered: Bool
    /// The emergency row.
    public var emergency: [EmergencyLine]

    public init(line: Card?, choices: [BusyChoice], remembered: Bool, emergency: [EmergencyLine]) {
        self.line = line
        self.choices = choices
        self.remembered = remembered
        self.emergency = emergency
    }
}

/// One thing that can be done.
public enum BusyChoice: Hashable, Sendable {
    /// Another way to the same line.
    case otherWay(way: Way)
    /// Another line that is open.
    case line(card: Card, way: String)
    /// Another line that may be open.
    case unsure(card: Card, way: String)
    /// The same again.
    case again(card: Card, way: String)
    /// The line that opens next.
    case later(card: Card, way: String, opens: Date)
    /// To stop for today.
    case enoughForToday
}
