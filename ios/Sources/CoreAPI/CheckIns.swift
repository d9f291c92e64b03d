import Foundation

/// Check-ins and what must stay silent. There is none before somebody asks for it.
///
/// What can be pressed in a notice takes the alarms of the phone and works with the lock on: when the alarms throw, what
/// was chosen is kept all the same. After anything else has changed, ``apply(_:told:)`` has the phone follow.
public protocol CheckIns: Sendable {
    /// All check-ins.
    func list() async throws(CoreError) -> [CheckIn]

    /// Makes a check-in, from today on. Throws ``CoreError/invalid(field:)`` with `days`, `from`, `to`, `text`,
    /// `window`, `quiet` (the window lies wholly in quiet hours), `unless_logged_hours`, or `count` when there are 32
    /// already; then nothing was made.
    func add(_ rule: CheckInRule) async throws(CoreError) -> CheckIn

    /// Changes a check-in.
    func change(_ id: CheckIn.ID, _ rule: CheckInRule) async throws(CoreError)

    /// Switches a check-in on or off.
    func switchOn(_ id: CheckIn.ID, _ on: Bool) async throws(CoreError)

    /// Takes a check-in away.
    func remove(_ id: CheckIn.ID) async throws(CoreError)

    /// What will come, soonest first, and why then. A check-in of which nothing stands here stays silent as things are.
    func planned() async throws(CoreError) -> [PlannedCheckIn]

    /// What must stay silent; also with the lock on.
    func silence() async throws(CoreError) -> Silence

    /// Sets the hours of every day in which nothing speaks (`21:00`, `09:00`); the same time twice for none.
    func setQuietHours(from: String, to: String) async throws(CoreError)

    /// 一人でいたい: nothing asks about people, until it is off again.
    func setAlone(_ alone: Bool) async throws(CoreError)

    /// 休む: everything is silent for so many days (1 to 3650), or with `nil` until ``endRest(_:)``.
    func rest(days: Int?, _ alarms: any AlarmSetter) async throws(CoreError)

    /// No more 休む. With the lock on, what it silenced comes back with the next ``apply(_:told:)`` without.
    func endRest(_ alarms: any AlarmSetter) async throws(CoreError)

    /// 今日はもういい: nothing more today, where the person is.
    func enoughForToday(_ alarms: any AlarmSetter) async throws(CoreError)

    /// Has the phone follow the plan; `told` when it has told something of itself. To be called at every start, after
    /// anything changed, and with whatever the phone tells; where nothing is to be done, nothing is. The alarms must not
    /// ask for anything here. Throws what they threw, and the next call asks for all of it; ``CoreError/locked`` when
    /// the phone itself has to be unlocked first: ask again then, with the same `told`.
    func apply(_ alarms: any AlarmSetter, told: PlatformEvent?) async throws(CoreError)

    /// An alarm came. What is given is to be shown now; `nil` must stay silent.
    func fired(_ id: Alarm.ID) async throws(CoreError) -> Alarm?

    /// The person answered a check-in.
    func answered(_ id: CheckIn.ID) async throws(CoreError)

    /// The person swiped a check-in away.
    func dismissed(_ id: CheckIn.ID) async throws(CoreError)

    /// あとで: a check-in comes once more in so many minutes (1 to 1440), after quiet hours, never while resting.
    func snooze(_ id: CheckIn.ID, minutes: Int, _ alarms: any AlarmSetter) async throws(CoreError)

    /// もっと少なく: a check-in comes more rarely from now on. Do not ask twice.
    func less(_ id: CheckIn.ID, _ alarms: any AlarmSetter) async throws(CoreError)

    /// Begins the self-test: has one alarm set, and gives the time of it. `nil` without permission to speak.
    func beginSelfTest(_ alarms: any AlarmSetter) async throws(CoreError) -> Date?

    /// How the self-test went so far, once its alarm was told by ``fired(_:)``.
    func selfTest() async throws(CoreError) -> SelfTest
}
