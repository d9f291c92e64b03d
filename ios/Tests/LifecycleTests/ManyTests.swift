import CoreAPI
import CoreFake
import CoreRust
import Foundation
import Testing

/// Much at once and much after another leaves nothing behind. Run without other tests in the same process.
@Suite(.serialized) struct ManyTests {
    @Test func aHundredThousandListenersComeAndGo() async throws {
        try await withDevice { device, _ in
            let come = { (rounds: Int) in
                for _ in 0..<rounds {
                    var changes = try device.changes().makeAsyncIterator()
                    try await device.lock.begin()
                    let told = await changes.next()
                    #expect(told == .lock)
                }
            }
            let drop = { (rounds: Int) in
                for _ in 0..<rounds { _ = try device.changes() }
            }
            try await come(200)
            try drop(10_000)
            let before = Figures.now
            let time = try await ContinuousClock().measure {
                try await come(1_000)
                try drop(99_000)
            }
            let after = Figures.now
            before.print("100,000 times subscribed and cancelled", time, until: after)
            #expect(after.threads <= before.threads + Figures.atOnce)
            #expect(after.megabytes < before.megabytes + 24)
        }
    }

    @Test func openedAndClosedAgainAndAgain() async throws {
        // One takes some 40 ms; LIFECYCLE_ROUNDS=10000 takes its time.
        let rounds = ProcessInfo.processInfo.environment["LIFECYCLE_ROUNDS"].flatMap { Int($0) } ?? 300
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let open = {
            let device = try await RustDevice.open(folder: folder.path, language: .english, keystore: FakeSecretBox())
            _ = try device.changes()
            let state = try await device.lock.state()
            #expect(!state.kept)
            await device.close()
        }
        for _ in 0..<20 { try await open() }
        let before = Figures.now
        let time = try await ContinuousClock().measure {
            for _ in 0..<rounds { try await open() }
        }
        let after = Figures.now
        before.print("\(rounds) times opened and closed", time, until: after)
        #expect(after.threads <= before.threads + Figures.atOnce)
        #expect(after.megabytes < before.megabytes + 24)
    }

    @Test func sixteenTasksAtOnce() async throws {
        try await withDevice { device, _ in
            try await device.lock.begin()
            let work = { (tasks: Int) in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for task in 0..<tasks {
                        group.addTask {
                            for round in 0..<10 {
                                _ = try await device.journal.log(MoodDraft(level: 3, note: "\(task) \(round)"))
                                _ = try await device.directory.show("jp.yorisoi", area: nil)
                                _ = try await device.directory.emergency(area: "高松市")
                                _ = try await device.keepsakes.memo()
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            try await work(16)
            let before = Figures.now
            let time = try await ContinuousClock().measure { try await work(16) }
            let after = Figures.now
            before.print("640 calls of 16 tasks at once", time, until: after)
            let entries = try await device.journal.entries(from: "2026-11-24", to: "2026-11-24")
            #expect(entries.count == 320)
            #expect(Set(entries.map(\.id)).count == 320)
            #expect(after.threads <= before.threads + Figures.atOnce)
        }
    }

    @Test func closingInTheMidstIsTyped() async throws {
        try await withDevice { device, _ in
            try await device.lock.begin()
            let ended = await withTaskGroup(of: CoreError?.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        while true {
                            do {
                                _ = try await device.journal.log(MoodDraft(level: 3))
                            } catch {
                                return error as? CoreError
                            }
                        }
                    }
                }
                group.addTask {
                    try? await Task.sleep(for: .milliseconds(50))
                    await device.close()
                    return .closed
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ended.count == 17)
            #expect(ended.allSatisfy { $0 == .closed })
        }
    }
}
