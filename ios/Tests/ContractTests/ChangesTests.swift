import CoreAPI
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChangesTests {
    @Test(arguments: Core.allCases) func changesAreToldAndNothingElse(core: Core) async throws {
        try await with(core) { subject in
            let device = subject.device
            var changes = try device.changes().makeAsyncIterator()
            try await device.lock.begin()
            _ = try await device.journal.log(MoodDraft(level: 3))
            _ = try await device.journal.vocabulary()
            _ = try? await device.journal.log(MoodDraft(level: 9))
            try await device.keepsakes.setMemo("name", "hana")
            try await device.home.setOff(true)
            var told: [Change] = []
            while told.count < 4, let change = await changes.next() { told.append(change) }
            #expect(told == [.lock, .mood, .memo, .home])
        }
    }

    @Test(arguments: Core.allCases) func theStreamEndsWithTheDevice(core: Core) async throws {
        try await with(core) { subject in
            let changes = try subject.device.changes()
            let listening = Task {
                var count = 0
                for await _ in changes { count += 1 }
                return count
            }
            try await subject.device.lock.begin()
            await subject.device.close()
            #expect(await listening.value <= 1)
        }
    }

    @Test(arguments: Core.allCases) func whoListensMayAskAtOnce(core: Core) async throws {
        try await with(core) { subject in
            let device = subject.device
            let changes = try device.changes()
            let asking = Task {
                for await change in changes where change == .memo {
                    return try await device.keepsakes.memo().first { $0.code == "name" }?.text
                }
                return nil
            }
            try await device.lock.begin()
            try await device.keepsakes.setMemo("name", "hana")
            #expect(try await asking.value == "hana")
        }
    }

    @Test(arguments: Core.allCases) func aCancelledListenerHearsNothingMore(core: Core) async throws {
        try await with(core) { subject in
            let device = subject.device
            let changes = try device.changes()
            let listening = Task {
                var count = 0
                for await _ in changes { count += 1 }
                return count
            }
            listening.cancel()
            #expect(await listening.value == 0)
            try await device.lock.begin()
        }
    }

    @Test(arguments: Core.allCases) func aClosedDeviceSaysSo(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (device, alarms) = (subject.device, subject.alarms)
            await device.close()
            await device.close()
            #expect(throws: CoreError.closed) { try device.changes() }
            await #expect(throws: CoreError.closed) { try await device.directory.find(FindRequest(text: "眠れない")) }
            await #expect(throws: CoreError.closed) { try await device.directory.areas("高松市") }
            await #expect(throws: CoreError.closed) { try await device.lock.state() }
            await #expect(throws: CoreError.closed) { try await device.journal.log(MoodDraft(level: 3)) }
            await #expect(throws: CoreError.closed) { try await device.keepsakes.memo() }
            await #expect(throws: CoreError.closed) { try await device.checkIns.apply(alarms, told: nil) }
            await #expect(throws: CoreError.closed) { try await device.home.line() }
            await #expect(throws: CoreError.closed) { try await device.backups.scheduleState() }
            device.setLanguage(.english)
        }
    }

    @Test(arguments: Core.allCases) func aTaskCancelledBeforehandDoesNothing(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await journal.log(MoodDraft(level: 3))
            }
            task.cancel()
            await #expect(throws: CoreError.cancelled) { try await task.value }
            let entries = try await journal.entries(from: "2026-11-01", to: "2026-11-30")
            #expect(entries.isEmpty)
        }
    }
}
