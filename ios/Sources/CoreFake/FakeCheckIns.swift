import CoreAPI
import Foundation

/// Check-ins that come at the first minute of their window on the next seven days.
struct FakeCheckIns: CheckIns {
    let shared: Shared

    func list() async throws(CoreError) -> [CheckIn] {
        try await shared.call(#function) { try $0.opened().rules }
    }

    func add(_ rule: CheckInRule) async throws(CoreError) -> CheckIn {
        try await shared.call(#function, tells: .checkIns) { world in
            try check(rule, world.vault.silence)
            let since = String(inJapan(world.now).prefix(10))
            let id = String(format: "%032x", world.next())
            let made = CheckIn(id: id, rule: rule, text: words(rule), rarer: 0, since: since, on: true)
            try world.change { $0.rules.append(made) }
            return made
        }
    }

    func change(_ id: String, _ rule: CheckInRule) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { world in
            try check(rule, world.vault.silence)
            try world.rule(id) { ($0.rule, $0.text) = (rule, words(rule)) }
        }
    }

    func switchOn(_ id: String, _ on: Bool) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { try $0.rule(id) { $0.on = on } }
    }

    func remove(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { world in
            try world.rule(id) { _ in }
            try world.change { $0.rules.removeAll { $0.id == id } }
        }
    }

    func planned() async throws(CoreError) -> [PlannedCheckIn] {
        try await shared.call(#function) { world in
            _ = try world.opened()
            return plan(world).map { alarm in
                PlannedCheckIn(id: alarm.id, checkIn: alarm.checkIn, at: alarm.at, local: inJapan(alarm.at), why: "見本")
            }
        }
    }

    func silence() async throws(CoreError) -> Silence {
        try await shared.call(#function) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            return world.vault.silence
        }
    }

    func setQuietHours(from: String, to: String) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { world in
            _ = try world.opened()
            _ = try minute(from, "from")
            _ = try minute(to, "to")
            (world.vault.silence.quietFrom, world.vault.silence.quietTo) = (from, to)
        }
    }

    func setAlone(_ alone: Bool) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { world in
            _ = try world.opened()
            world.vault.silence.alone = alone
        }
    }

    func fired(_ id: Int) async throws(CoreError) -> Alarm? {
        try await shared.call(#function, tells: .checkIns) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            let silence = world.vault.silence
            guard silence.rest == .no, !silence.enoughToday else { return nil }
            return world.vault.set.first { $0.id == id }
        }
    }

    func answered(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { try $0.rule(id) { _ in } }
    }

    func dismissed(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .checkIns) { try $0.rule(id) { _ in } }
    }

    func selfTest() async throws(CoreError) -> SelfTest {
        try await shared.call(#function) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            return world.vault.selfTest
        }
    }
}

// What has the phone follow.
extension FakeCheckIns {
    func rest(days: Int?, _ alarms: any AlarmSetter) async throws(CoreError) {
        try await pressed(#function, alarms) { world in
            if let days, !(1...3650).contains(days) { throw CoreError.invalid(field: "days") }
            let end = days.map { world.now.addingTimeInterval(Double($0) * 86_400) }
            world.vault.silence.rest = end.map { .until(at: $0) } ?? .untilSaid
        }
    }

    func endRest(_ alarms: any AlarmSetter) async throws(CoreError) {
        try await pressed(#function, alarms) { $0.vault.silence.rest = .no }
    }

    func enoughForToday(_ alarms: any AlarmSetter) async throws(CoreError) {
        try await pressed(#function, alarms) { $0.vault.silence.enoughToday = true }
    }

    func apply(_ alarms: any AlarmSetter, told: PlatformEvent?) async throws(CoreError) {
        try await shared.call(#function, tells: told == nil ? nil : .checkIns) { world in
            guard world.kept != nil else { return }
            if [.boot, .updated, .permissionLost].contains(told) { world.vault.set = [] }
            if told == .permissionLost { world.vault.silence.maySpeak = false }
            if told == .permissionBack { world.vault.silence.maySpeak = true }
            try follow(&world, alarms)
        }
    }

    func snooze(_ id: String, minutes: Int, _ alarms: any AlarmSetter) async throws(CoreError) {
        try await pressed(#function, alarms) { try $0.rule(id) { _ in } }
    }

    func less(_ id: String, _ alarms: any AlarmSetter) async throws(CoreError) {
        try await pressed(#function, alarms) { try $0.rule(id) { $0.rarer += 1 } }
    }

    func beginSelfTest(_ alarms: any AlarmSetter) async throws(CoreError) -> Date? {
        try await shared.call(#function, tells: .checkIns) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            let alarm = Alarm(id: 0, at: world.now.addingTimeInterval(120), checkIn: "", text: "見本")
            try alarms.set(alarm)
            world.vault.selfTest = .waiting(at: alarm.at)
            return alarm.at
        }
    }

    /// What was chosen is kept, also when the alarms throw.
    private func pressed(
        _ name: String,
        _ alarms: any AlarmSetter,
        _ choose: @Sendable (inout World) throws -> Void
    ) async throws(CoreError) {
        let error: CoreError? = try await shared.call(name, tells: .checkIns) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            try choose(&world)
            do {
                try follow(&world, alarms)
                return nil
            } catch {
                return error as? CoreError
            }
        }
        if let error { throw error }
    }

    private func follow(_ world: inout World, _ alarms: any AlarmSetter) throws {
        let planned = plan(world)
        if world.vault.set == planned, !world.vault.unsure { return }
        world.vault.unsure = true
        for gone in world.vault.set where !planned.contains(gone) { try alarms.cancel(gone.id) }
        for alarm in planned { try alarms.set(alarm) }
        world.vault.set = planned
        world.vault.unsure = false
    }
}

extension FakeCheckIns {
    private func plan(_ world: World) -> [Alarm] {
        let silence = world.vault.silence
        guard silence.rest == .no, silence.maySpeak, let kept = world.kept else { return [] }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3600) ?? .current
        let today = calendar.startOfDay(for: world.now)
        let rules = kept.rules.filter { $0.on && !(silence.alone && $0.rule.about == .people) }
        let alarms = rules.enumerated().flatMap { number, made in
            (0..<7).compactMap { day -> Alarm? in
                let start = today.addingTimeInterval(Double(day) * 86_400)
                // Sunday is 1.
                let weekday = Weekday.allCases[(calendar.component(.weekday, from: start) + 5) % 7]
                let minute = (try? minute(made.rule.from, "from")) ?? 0
                let at = start.addingTimeInterval(Double(minute) * 60)
                guard made.rule.days.contains(weekday), at > world.now, !(day == 0 && silence.enoughToday) else {
                    return nil
                }
                return Alarm(id: number * 100 + day + 1, at: at, checkIn: made.id, text: "お時間のあるときに、どうぞ")
            }
        }
        return alarms.sorted { $0.at < $1.at }
    }

    private func check(_ rule: CheckInRule, _ silence: Silence) throws {
        guard !rule.days.isEmpty else { throw CoreError.invalid(field: "days") }
        let (from, to) = (try minute(rule.from, "from"), try minute(rule.to, "to"))
        guard from <= to else { throw CoreError.invalid(field: "window") }
        let (quietFrom, quietTo) = (try minute(silence.quietFrom, "from"), try minute(silence.quietTo, "to"))
        let quiet = { (minute: Int) in
            quietFrom <= quietTo ? (quietFrom..<quietTo).contains(minute) : minute >= quietFrom || minute < quietTo
        }
        guard !(from...to).allSatisfy(quiet) else { throw CoreError.invalid(field: "quiet") }
        if case .own(let text) = rule.about, text.isEmpty { throw CoreError.invalid(field: "text") }
    }

    private func minute(_ text: String, _ field: String) throws -> Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard text.count == 5, parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
            throw CoreError.invalid(field: field)
        }
        return parts[0] * 60 + parts[1]
    }

    private func words(_ rule: CheckInRule) -> String {
        switch rule.about {
        case .feeling: "きもちはどうですか"
        case .people: "だれかと話しましたか"
        case .own(let text): text
        }
    }
}

extension World {
    /// Changes a check-in, also with the lock on.
    fileprivate mutating func rule(_ id: String, _ change: (inout CheckIn) -> Void) throws {
        guard let place = kept?.rules.firstIndex(where: { $0.id == id }) else {
            throw kept == nil ? CoreError.nothingKept : CoreError.notFound
        }
        if var rule = kept?.rules[place] {
            change(&rule)
            kept?.rules[place] = rule
        }
    }
}
