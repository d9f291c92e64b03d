import Foundation

/// One entry, ready to be drawn. Texts are in the language of the device.
public struct Card: Hashable, Identifiable, Sendable {
    /// Identifier.
    public var id: String
    /// `line`, `desk`, `place`, `scheme` or `site`.
    public var kind: String
    /// Name.
    public var name: String
    /// What it is, in one or a few sentences.
    public var summary: String?
    /// What must be said about its publisher; `nil` for the national pack.
    public var label: String?
    /// Why it is shown, strongest first.
    public var reasons: [String]
    /// Ways of reaching it that are offered here, best first.
    public var ways: [Way]
    /// Kilometres from the centre of the area asked for.
    public var distanceKm: Int?
    /// Its address, as published.
    public var address: String?
    /// The next times it is open, for places.
    public var next: [TimeSpan]
    /// Who assured it and when.
    public var assurance: String
    /// What its age means; `nil` while it is fresh.
    public var age: String?
    /// Traces of it could endanger somebody: warn first, keep nothing, print nothing unasked.
    public var traceWarning: Bool
    /// It stands in the emergency row.
    public var emergency: Bool

    public init(
        id: String,
        kind: String,
        name: String,
        summary: String?,
        label: String?,
        reasons: [String],
        ways: [Way],
        distanceKm: Int?,
        address: String?,
        next: [TimeSpan],
        assurance: String,
        age: String?,
        traceWarning: Bool,
        emergency: Bool
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.summary = summary
        self.label = label
        self.reasons = reasons
        self.ways = ways
        self.distanceKm = distanceKm
        self.address = address
        self.next = next
        self.assurance = assurance
        self.age = age
        self.traceWarning = traceWarning
        self.emergency = emergency
    }
}

/// One way of reaching an entry, at this moment, from this area.
public struct Way: Hashable, Identifiable, Sendable {
    /// Identifier within the entry.
    public var id: String
    /// `tel`, `chat`, `mail`, `visit`, `web` …
    public var kind: String
    /// What it is called.
    public var name: String
    /// The number as it is read, the address of a site or of mail.
    public var target: String?
    /// Digits for the dialler; `nil` where nothing is offered for dialling.
    public var dial: String?
    /// Open, closed or unknown now.
    public var state: OpenState
    /// The same in words.
    public var stateWords: String
    /// What it costs.
    public var fee: Fee
    /// Cost, data and voice, in words.
    public var notes: [String]
    /// It needs a data connection.
    public var needsData: Bool
    /// It can be used without speaking.
    public var noVoice: Bool

    public init(
        id: String,
        kind: String,
        name: String,
        target: String?,
        dial: String?,
        state: OpenState,
        stateWords: String,
        fee: Fee,
        notes: [String],
        needsData: Bool,
        noVoice: Bool
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.target = target
        self.dial = dial
        self.state = state
        self.stateWords = stateWords
        self.fee = fee
        self.notes = notes
        self.needsData = needsData
        self.noVoice = noVoice
    }
}

/// Open, closed or unknown.
public enum OpenState: Hashable, Sendable {
    /// Open now.
    case open(until: Date?, always: Bool)
    /// Closed now.
    case closed(opensNext: Date?)
    /// It cannot be told for certain.
    case unknown
}

/// Cost of a way.
public enum Fee: CaseIterable, Hashable, Sendable {
    /// Free to call.
    case free
    /// The caller pays.
    case caller
    /// The caller pays, outside flat rates (0570).
    case navi
    /// Not known.
    case unknown
    /// Not a call.
    case notACall
}

/// A time from when until when.
public struct TimeSpan: Hashable, Sendable {
    /// Begin.
    public var from: Date
    /// End.
    public var to: Date
    /// Both, in words.
    public var words: String

    public init(from: Date, to: Date, words: String) {
        self.from = from
        self.to = to
        self.words = words
    }
}

/// A number of the emergency row.
public struct EmergencyLine: Hashable, Identifiable, Sendable {
    /// The line; without ways unless it works where the person is.
    public var card: Card
    /// Whether it works where the person is, as far as a source says so.
    public var worksHere: EmergencyHere

    public var id: String { card.id }

    public init(card: Card, worksHere: EmergencyHere) {
        self.card = card
        self.worksHere = worksHere
    }
}

/// Whether a number works where the person is.
public enum EmergencyHere: CaseIterable, Hashable, Sendable {
    /// A source names the place, or the whole country.
    case works
    /// It works in parts of the place only.
    case partOnly
    /// No source names the place.
    case notNamed
    /// It depends on a place that is not known.
    case dependsOnPlace
}
