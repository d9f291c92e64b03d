import Foundation

/// An alarm to set, and a notice to show when it comes.
public struct Alarm: Hashable, Identifiable, Sendable {
    /// Its id for the platform.
    public var id: Int
    /// When.
    public var at: Date
    /// Id of the check-in, for what is pressed in the notice; empty for the self-test.
    public var checkIn: String
    /// The words of the notice. They say nothing of what it is about; readings stand in brackets.
    public var text: String

    public init(id: Int, at: Date, checkIn: String, text: String) {
        self.id = id
        self.at = at
        self.checkIn = checkIn
        self.text = text
    }
}

/// What the platform tells of itself.
public enum PlatformEvent: CaseIterable, Hashable, Sendable {
    /// The phone has started again: nothing is set any more.
    case boot
    /// The app was updated: nothing is set any more.
    case updated
    /// The clock was changed.
    case clock
    /// The zone was changed.
    case zone
    /// The app may not speak any more: nothing is set any more.
    case permissionLost
    /// The app may speak again.
    case permissionBack
}

/// What must stay silent.
public struct Silence: Hashable, Sendable {
    /// First quiet minute of every day (`21:00`), by the clock where the person is.
    public var quietFrom: String
    /// First minute that is not quiet any more (`09:00`); the same as `quietFrom` when none are quiet.
    public var quietTo: String
    /// 休む.
    public var rest: Resting
    /// 一人でいたい: nothing asks about people.
    public var alone: Bool
    /// 今日はもういい: nothing more today.
    public var enoughToday: Bool
    /// The platform lets the app speak, as far as it told.
    public var maySpeak: Bool

    public init(quietFrom: String, quietTo: String, rest: Resting, alone: Bool, enoughToday: Bool, maySpeak: Bool) {
        self.quietFrom = quietFrom
        self.quietTo = quietTo
        self.rest = rest
        self.alone = alone
        self.enoughToday = enoughToday
        self.maySpeak = maySpeak
    }
}

/// 休む.
public enum Resting: Hashable, Sendable {
    /// Not resting.
    case no
    /// Until an instant.
    case until(at: Date)
    /// Until the person says otherwise.
    case untilSaid
}

/// How the self-test went. Nothing is promised beyond what was seen.
public enum SelfTest: Hashable, Sendable {
    /// None was begun.
    case notBegun
    /// The platform does not let the app speak.
    case noPermission
    /// Not yet time, or within what a late alarm may take.
    case waiting(at: Date)
    /// It came.
    case came(lateSeconds: Int)
    /// It did not come: this phone may hold notices back.
    case notCame(at: Date)
}
