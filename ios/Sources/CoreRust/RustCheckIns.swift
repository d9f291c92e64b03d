import CoreAPI
import Foundation
import TsunagariFFI

struct RustCheckIns: CoreAPI.CheckIns {
    let checkIns: TsunagariFFI.CheckIns
    let calls: Calls

    func list() async throws(CoreError) -> [CoreAPI.CheckIn] {
        try await calls { try checkIns.list().map { .init($0) } }
    }

    func add(_ rule: CoreAPI.CheckInRule) async throws(CoreError) -> CoreAPI.CheckIn {
        try await calls { .init(try checkIns.add(rule: .init(rule))) }
    }

    func change(_ id: String, _ rule: CoreAPI.CheckInRule) async throws(CoreError) {
        try await calls { try checkIns.change(id: id, rule: .init(rule)) }
    }

    func switchOn(_ id: String, _ on: Bool) async throws(CoreError) {
        try await calls { try checkIns.switchOn(id: id, on: on) }
    }

    func remove(_ id: String) async throws(CoreError) {
        try await calls { try checkIns.remove(id: id) }
    }

    func planned() async throws(CoreError) -> [CoreAPI.PlannedCheckIn] {
        try await calls { try checkIns.planned().map { .init($0) } }
    }

    func silence() async throws(CoreError) -> CoreAPI.Silence {
        try await calls { .init(try checkIns.silence()) }
    }

    func setQuietHours(from: String, to: String) async throws(CoreError) {
        try await calls { try checkIns.setQuietHours(from: from, to: to) }
    }

    func setAlone(_ alone: Bool) async throws(CoreError) {
        try await calls { try checkIns.setAlone(alone: alone) }
    }

    func fired(_ id: Int) async throws(CoreError) -> Alarm? {
        try await calls { try checkIns.fired(id: Int64(id)).map { .init($0) } }
    }

    func answered(_ id: String) async throws(CoreError) {
        try await calls { try checkIns.answered(id: id) }
    }

    func dismissed(_ id: String) async throws(CoreError) {
        try await calls { try checkIns.dismissed(id: id) }
    }

    func selfTest() async throws(CoreError) -> CoreAPI.SelfTest {
        try await calls { .init(try checkIns.selfTest()) }
    }
}

// What has the phone follow.
extension RustCheckIns {
    func rest(days: Int?, _ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) {
        let days = days.map { UInt16(clamping: $0) }
        try await calls { try checkIns.rest(days: days, setter: AlarmsOfApp(alarms)) }
    }

    func endRest(_ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) {
        try await calls { try checkIns.endRest(setter: AlarmsOfApp(alarms)) }
    }

    func enoughForToday(_ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) {
        try await calls { try checkIns.enoughForToday(setter: AlarmsOfApp(alarms)) }
    }

    func apply(_ alarms: any CoreAPI.AlarmSetter, told: PlatformEvent?) async throws(CoreError) {
        try await calls { try checkIns.apply(setter: AlarmsOfApp(alarms), told: told.map { .init($0) }) }
    }

    func snooze(_ id: String, minutes: Int, _ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) {
        let minutes = UInt16(clamping: minutes)
        try await calls { try checkIns.snooze(id: id, minutes: minutes, setter: AlarmsOfApp(alarms)) }
    }

    func less(_ id: String, _ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) {
        try await calls { try checkIns.less(id: id, setter: AlarmsOfApp(alarms)) }
    }

    func beginSelfTest(_ alarms: any CoreAPI.AlarmSetter) async throws(CoreError) -> Date? {
        try await calls { try checkIns.beginSelfTest(setter: AlarmsOfApp(alarms)) }
    }
}
