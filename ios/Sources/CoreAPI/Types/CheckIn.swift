import Foundation

/// A check-in that a person made.
public struct CheckIn: Hashable, Identifiable, Sendable {
    /// Its id.
    public var id: String
    /// What the person said of it.
    public var rule: CheckInRule
    /// What it asks, in words.
    public var text: String
    /// How often もっと少なく was chosen, 0 to 255. It is not shown as a count.
    public var rarer: Int
    /// The day from which on it comes (`2026-11-22`).
    public var since: String
    /// Whether it is switched on.
    public var on: Bool

    public init(id: String, rule: CheckInRule, text: String, rarer: Int, since: String, on: Bool) {
        self.id = id
        self.rule = rule
        self.text = text
        self.rarer = rarer
        self.since = since
        self.on = on
    }
}

/// What a person says of a check-in. It comes at another moment of the window each day.
public struct CheckInRule: Hashable, Sendable {
    /// What it asks about.
    public var about: CheckInAbout
    /// On which days, at least one; the order does not matter.
    public var days: [Weekday]
    /// Earliest time, `00:00` to `23:59`, by the clock where the person is.
    public var from: String
    /// Latest time, not before `from`. The window must not lie wholly in quiet hours.
    public var to: String
    /// Silent when something was logged in the last so many hours, 0 to 168; 0 for never.
    public var unlessLoggedHours: Int

    public init(about: CheckInAbout, days: [Weekday] = [], from: String, to: String, unlessLoggedHours: Int = 0) {
        self.about = about
        self.days = days
        self.from = from
        self.to = to
        self.unlessLoggedHours = unlessLoggedHours
    }
}

/// What a check-in asks about.
public enum CheckInAbout: Hashable, Sendable {
    /// How one feels.
    case feeling
    /// Contact with somebody; 一人でいたい silences it.
    case people
    /// Something in words of one's own.
    case own(text: String)
}

/// A day of the week.
public enum Weekday: CaseIterable, Hashable, Sendable {
    /// 月曜日.
    case monday
    /// 火曜日.
    case tuesday
    /// 水曜日.
    case wednesday
    /// 木曜日.
    case thursday
    /// 金曜日.
    case friday
    /// 土曜日.
    case saturday
    /// 日曜日.
    case sunday
}

/// A check-in that will come.
public struct PlannedCheckIn: Hashable, Identifiable, Sendable {
    /// Id of its alarm; the same in every plan.
    public var id: Int
    /// Id of the check-in.
    public var checkIn: String
    /// When.
    public var at: Date
    /// The same where the person is (`2026-11-22T15:04:00+09:00`).
    public var local: String
    /// Why then, in words.
    public var why: String

    public init(id: Int, checkIn: String, at: Date, local: String, why: String) {
        self.id = id
        self.checkIn = checkIn
        self.at = at
        self.local = local
        self.why = why
    }
}
