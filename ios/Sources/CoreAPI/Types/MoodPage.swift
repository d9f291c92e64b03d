/// What is to stand on the page for a counsellor.
public struct PageWish: Hashable, Sendable {
    /// First day, `2026-11-22`.
    public var from: String
    /// Last day, `2026-11-22`.
    public var to: String
    /// Notes.
    public var notes: Bool
    /// Feelings.
    public var labels: Bool
    /// What was around.
    public var contexts: Bool
    /// Levels as weather instead of words.
    public var weather: Bool
    /// Large letters.
    public var large: Bool
    /// Identifiers of entries that are left out.
    public var without: [String]

    public init(
        from: String,
        to: String,
        notes: Bool = false,
        labels: Bool = false,
        contexts: Bool = false,
        weather: Bool = false,
        large: Bool = false,
        without: [String] = []
    ) {
        self.from = from
        self.to = to
        self.notes = notes
        self.labels = labels
        self.contexts = contexts
        self.weather = weather
        self.large = large
        self.without = without
    }
}
