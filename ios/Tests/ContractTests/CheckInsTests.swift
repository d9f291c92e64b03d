import CoreAPI
import CoreFake
import Testing

@Suite struct CheckInsTests {
    private let rule = CheckInRule(
        about: .feeling,
        days: Weekday.allCases,
        from: "18:00",
        to: "20:00",
        unlessLoggedHours: 6
    )

    @Test(arguments: Core.allCases) func thePhoneSetsWhatIsPlanned(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (checkIns, alarms) = (subject.device.checkIns, subject.alarms)
            #expect(try await checkIns.list().isEmpty)
            let made = try await checkIns.add(rule)
            #expect(made.on)
            #expect(made.since == "2026-11-24")
            let planned = try await checkIns.planned()
            #expect(!planned.isEmpty)
            #expect(planned.allSatisfy { $0.checkIn == made.id && !$0.why.isEmpty })
            try await checkIns.apply(alarms, told: nil)
            #expect(alarms.all.map(\.id) == planned.map(\.id))
            #expect(alarms.all.map(\.at) == planned.map(\.at))
            // Nothing has changed, so nothing is set again.
            let none = FakeAlarms()
            try await checkIns.apply(none, told: nil)
            #expect(none.all.isEmpty)
            // The phone has lost all of them.
            try await checkIns.apply(none, told: .boot)
            #expect(none.all == alarms.all)
        }
    }

    @Test(arguments: Core.allCases) func whatIsPressedIsKeptThoughThePhoneFails(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (checkIns, alarms) = (subject.device.checkIns, subject.alarms)
            _ = try await checkIns.add(rule)
            try await checkIns.apply(alarms, told: nil)
            alarms.refuse(with: .unexpected(code: "alarms"))
            await #expect(throws: CoreError.unexpected(code: "alarms")) { try await checkIns.rest(days: 3, alarms) }
            guard case .until = try await checkIns.silence().rest else {
                Issue.record("resting is kept")
                return
            }
            alarms.refuse(with: nil)
            try await checkIns.apply(alarms, told: nil)
            #expect(alarms.all.isEmpty || core == .rust)
            try await checkIns.endRest(alarms)
            #expect(try await checkIns.silence().rest == .no)
            #expect(!alarms.all.isEmpty)
        }
    }

    @Test(arguments: Core.allCases) func alarmsComeOrStaySilent(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (checkIns, alarms) = (subject.device.checkIns, subject.alarms)
            let made = try await checkIns.add(rule)
            try await checkIns.apply(alarms, told: nil)
            let first = try #require(alarms.all.first)
            subject.clock.move(to: "2026-11-24T20:00:00+09:00")
            let shown = try #require(try await checkIns.fired(first.id))
            #expect(shown.checkIn == made.id)
            #expect(!shown.text.isEmpty)
            try await checkIns.answered(made.id)
            try await checkIns.less(made.id, alarms)
            #expect(try await checkIns.list().map(\.rarer) == [1])
            await #expect(throws: CoreError.notFound) { try await checkIns.dismissed("nobody") }
            try await checkIns.enoughForToday(alarms)
            #expect(try await checkIns.silence().enoughToday)
            #expect(try await checkIns.fired(4) == nil)
        }
    }

    @Test(arguments: Core.allCases) func rulesThatCannotBeAreRefused(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let checkIns = subject.device.checkIns
            let wrong: [(String, (inout CheckInRule) -> Void)] = [
                ("days", { $0.days = [] }), ("from", { $0.from = "later" }), ("to", { $0.to = "25:00" }),
                ("quiet", { ($0.from, $0.to) = ("23:00", "23:30") }), ("text", { $0.about = .own(text: "") }),
            ]
            for (field, change) in wrong {
                var rule = rule
                change(&rule)
                await #expect(throws: CoreError.invalid(field: field)) { try await checkIns.add(rule) }
            }
            await #expect(throws: CoreError.invalid(field: "days")) { try await checkIns.rest(days: 0, subject.alarms) }
            await #expect(throws: CoreError.invalid(field: "from")) {
                try await checkIns.setQuietHours(from: "late", to: "08:00")
            }
            let made = try await checkIns.list()
            #expect(made.isEmpty)
        }
    }

    @Test(arguments: Core.allCases) func rulesAreChangedSwitchedAndRemoved(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let checkIns = subject.device.checkIns
            let made = try await checkIns.add(rule)
            var other = rule
            other.about = .people
            try await checkIns.change(made.id, other)
            #expect(try await checkIns.list().first?.rule == other)
            try await checkIns.setAlone(true)
            #expect(try await checkIns.planned().isEmpty)
            try await checkIns.setAlone(false)
            #expect(try await !checkIns.planned().isEmpty)
            try await checkIns.switchOn(made.id, false)
            #expect(try await checkIns.planned().isEmpty)
            try await checkIns.setQuietHours(from: "22:00", to: "08:00")
            #expect(try await checkIns.silence().quietTo == "08:00")
            try await checkIns.remove(made.id)
            await #expect(throws: CoreError.notFound) { try await checkIns.remove(made.id) }
        }
    }

    @Test(arguments: Core.allCases) func theSelfTestSetsOneAlarm(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (checkIns, alarms) = (subject.device.checkIns, subject.alarms)
            #expect(try await checkIns.selfTest() == .notBegun)
            let at = try await checkIns.beginSelfTest(alarms)
            #expect(alarms.all.map(\.at) == [at])
            guard case .waiting = try await checkIns.selfTest() else {
                Issue.record("it waits for its alarm")
                return
            }
        }
    }
}
