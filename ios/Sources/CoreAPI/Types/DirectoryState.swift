/// What is here and how old it is.
public struct DirectoryState: Hashable, Sendable {
    /// The national pack and what was imported.
    public var packs: [PackState]
    /// The clock of the device can be right.
    public var clockOk: Bool
    /// The stored directory is whole. Answers come from what the app carries in any case.
    public var whole: Bool

    public init(packs: [PackState], clockOk: Bool, whole: Bool) {
        self.packs = packs
        self.clockOk = clockOk
        self.whole = whole
    }
}

/// A set of entries.
public struct PackState: Hashable, Identifiable, Sendable {
    /// Identifier.
    public var id: String
    /// What it is called.
    public var name: String
    /// Its entries.
    public var entries: Int
    /// The day on which it was made, or imported.
    public var on: String?
    /// What its age means; `nil` while it is fresh.
    public var age: String?

    public init(id: String, name: String, entries: Int, on: String?, age: String?) {
        self.id = id
        self.name = name
        self.entries = entries
        self.on = on
        self.age = age
    }
}
