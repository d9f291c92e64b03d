import CoreAPI
import Foundation
import Observation

/// Check-ins, off until somebody asks for them, and what must stay silent.
@MainActor @Observable
public final class CheckInsModel {
    /// All check-ins.
    public let list = Asked<[CheckIn]>()
    /// What will come, and why then.
    public let planned = Asked<[PlannedCheckIn]>()
    /// What must stay silent.
    public let silence = Asked<Silence>()
    /// How the self-test went.
    public let selfTest = Asked<SelfTest>()
    /// What went wrong with what the person did.
    public let deed = Deed()
    /// The phone did not follow: what was chosen is kept, and it is tried again with the next change.
    public private(set) var phoneFailed: CoreError?

    private let device: any Device
    private let alarms: any AlarmSetter

    public init(device: any Device, alarms: any AlarmSetter) { (self.device, self.alarms) = (device, alarms) }

    /// Everything is silent for now.
    public var isResting: Bool { silence.value.map { $0.rest != .no } ?? false }

    /// Shows them, and follows what changes.
    public func follow() async {
        await device.follow([.checkIns, .lock], load)
    }

    func load() async {
        let checkIns = device.checkIns
        await list.ask { try await checkIns.list() }
        await planned.ask { try await checkIns.planned() }
        await silence.ask { try await checkIns.silence() }
        await selfTest.ask { try await checkIns.selfTest() }
    }

    /// Makes a check-in. Whether it did.
    @discardableResult
    public func add(_ rule: CheckInRule) async -> Bool {
        await write { _ = try await $0.add(rule) }
    }

    /// Changes a check-in. Whether it did.
    @discardableResult
    public func change(_ id: CheckIn.ID, _ rule: CheckInRule) async -> Bool {
        await write { try await $0.change(id, rule) }
    }

    /// Switches a check-in on or off.
    public func switchOn(_ id: CheckIn.ID, _ on: Bool) async { await write { try await $0.switchOn(id, on) } }

    /// Takes a check-in away.
    public func remove(_ id: CheckIn.ID) async { await write { try await $0.remove(id) } }

    /// Sets the hours of every day in which nothing speaks.
    public func setQuietHours(from: String, to: String) async {
        await write { try await $0.setQuietHours(from: from, to: to) }
    }

    /// 一人でいたい.
    public func setAlone(_ alone: Bool) async { await write { try await $0.setAlone(alone) } }

    /// 休む for so many days, or until the person says otherwise.
    public func rest(days: Int?) async { await press { try await $0.rest(days: days, $1) } }

    /// No more 休む.
    public func endRest() async { await press { try await $0.endRest($1) } }

    /// 今日はもういい.
    public func enoughForToday() async { await press { try await $0.enoughForToday($1) } }

    /// もっと少なく.
    public func less(_ id: CheckIn.ID) async { await press { try await $0.less(id, $1) } }

    /// あとで.
    public func snooze(_ id: CheckIn.ID, minutes: Int) async {
        await press { try await $0.snooze(id, minutes: minutes, $1) }
    }

    /// Begins the self-test.
    public func beginSelfTest() async { await press { _ = try await $0.beginSelfTest($1) } }

    /// Has the phone follow: at every start, and with what the phone tells of itself.
    public func apply(told: PlatformEvent? = nil) async {
        phoneFailed = nil
        do {
            try await device.checkIns.apply(alarms, told: told)
        } catch {
            phoneFailed = error
        }
    }

    /// Writes something down, then has the phone follow.
    @discardableResult
    private func write(_ change: (any CheckIns) async throws -> Void) async -> Bool {
        let went = await deed.run { try await change(device.checkIns) }
        if went { await apply() }
        await load()
        return went
    }

    /// What has the phone follow by itself.
    private func press(_ press: (any CheckIns, any AlarmSetter) async throws -> Void) async {
        await deed.run { try await press(device.checkIns, alarms) }
        await load()
    }
}
