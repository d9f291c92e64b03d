/// What is shown after an entry to somebody who asked.
public struct AfterEntry: Hashable, Sendable {
    /// A small step; none where it would be too small.
    public var step: SmallStep?
    /// People who listen, those that are open first; they stand in the place of the step.
    public var lines: [Card]
    /// A place nearby that is for anybody.
    public var place: Card?
    /// What is said where an area was named and no place is known there.
    public var noPlace: String?

    public init(step: SmallStep?, lines: [Card], place: Card?, noPlace: String?) {
        self.step = step
        self.lines = lines
        self.place = place
        self.noPlace = noPlace
    }
}

/// A small step. It asks for nothing.
public struct SmallStep: Hashable, Identifiable, Sendable {
    /// Its code.
    public var id: String
    /// What it is.
    public var text: String
    /// Why this one.
    public var why: String

    public init(id: String, text: String, why: String) {
        self.id = id
        self.text = text
        self.why = why
    }
}
