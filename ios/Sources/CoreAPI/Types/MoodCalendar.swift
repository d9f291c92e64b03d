/// A day in a calendar.
public struct MoodDay: Hashable, Sendable {
    /// The day, `2026-11-22`.
    public var day: String
    /// It belongs to the month that is shown.
    public var within: Bool
    /// Levels felt on it, 1 to 5, in order; none is paper, not a miss, and no level stands for the day.
    public var levels: [Int]

    public init(day: String, within: Bool, levels: [Int]) {
        self.day = day
        self.within = within
        self.levels = levels
    }
}

/// A month in weeks, Sunday first.
public struct MoodMonth: Hashable, Sendable {
    /// Year.
    public var year: Int
    /// Month, 1 to 12.
    public var month: Int
    /// Year and month in words.
    public var title: String
    /// Weeks of seven days; days of other months have no levels.
    public var weeks: [[MoodDay]]

    public init(year: Int, month: Int, title: String, weeks: [[MoodDay]]) {
        self.year = year
        self.month = month
        self.title = title
        self.weeks = weeks
    }
}

/// A year, month by month.
public struct MoodYear: Hashable, Sendable {
    /// Year.
    public var year: Int
    /// The year in words.
    public var title: String
    /// Twelve months, each with its days.
    public var months: [[MoodDay]]

    public init(year: Int, title: String, months: [[MoodDay]]) {
        self.year = year
        self.title = title
        self.months = months
    }
}
