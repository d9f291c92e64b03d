/// Levels, feelings, and what can be around.
public struct Vocabulary: Hashable, Sendable {
    /// The five levels, heaviest first.
    public var levels: [MoodLevel]
    /// Feelings.
    public var labels: [MoodWord]
    /// What was around. None is ever added up.
    public var contexts: [MoodWord]

    public init(levels: [MoodLevel], labels: [MoodWord], contexts: [MoodWord]) {
        self.levels = levels
        self.labels = labels
        self.contexts = contexts
    }
}

/// One level. It is shown as words or as weather, never judged.
public struct MoodLevel: Hashable, Sendable {
    /// 1 (heaviest) to 5.
    public var number: Int
    /// Its code.
    public var code: String
    /// In plain words.
    public var word: String
    /// As weather.
    public var weather: String
    /// Its mark in calendars.
    public var mark: String

    public init(number: Int, code: String, word: String, weather: String, mark: String) {
        self.number = number
        self.code = code
        self.word = word
        self.weather = weather
        self.mark = mark
    }
}

/// A feeling, or something that can be around.
public struct MoodWord: Hashable, Sendable {
    /// Its code, kept in entries.
    public var code: String
    /// What it is called.
    public var name: String
    /// People who listen stand beside an entry with it (``Journal/stepAfter(_:area:)``).
    public var lines: Bool

    public init(code: String, name: String, lines: Bool) {
        self.code = code
        self.name = name
        self.lines = lines
    }
}
