/// Places around a place.
public struct Around: Hashable, Sendable {
    /// Places, nearest and soonest first.
    public var places: [Place]
    /// What every municipality should have there.
    public var slots: [Slot]

    public init(places: [Place], slots: [Slot]) {
        self.places = places
        self.slots = slots
    }
}

/// A place to go.
public struct Place: Hashable, Sendable {
    /// The place.
    public var card: Card
    /// What is known about going there for the first time.
    public var firstVisit: [Fact]

    public init(card: Card, firstVisit: [Fact]) {
        self.card = card
        self.firstVisit = firstVisit
    }
}

/// What every municipality should have.
public struct Slot: Hashable, Sendable {
    /// Its code.
    public var kind: String
    /// What it is called.
    public var name: String
    /// Entries that fill it; empty when nothing is known yet, which is shown.
    public var filledBy: [NamedEntry]

    public init(kind: String, name: String, filledBy: [NamedEntry]) {
        self.kind = kind
        self.name = name
        self.filledBy = filledBy
    }
}

/// An entry by its name.
public struct NamedEntry: Hashable, Identifiable, Sendable {
    /// Identifier.
    public var id: String
    /// Name.
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
