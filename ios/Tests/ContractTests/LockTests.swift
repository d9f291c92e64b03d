import CoreAPI
import CoreFake
import Testing

@Suite struct LockTests {
    @Test(arguments: Core.allCases) func nothingPrivateIsMadeBeforeSomebodyBegins(core: Core) async throws {
        try await with(core) { subject in
            let device = subject.device
            #expect(try await device.lock.state() == LockState(kept: false, open: false, hasLock: false))
            await #expect(throws: CoreError.nothingKept) {
                try await device.journal.entries(from: "2026-11-01", to: "2026-11-30")
            }
            await #expect(throws: CoreError.nothingKept) { try await device.keepsakes.memo() }
            await #expect(throws: CoreError.nothingKept) { try await device.checkIns.list() }
            await #expect(throws: CoreError.nothingKept) { try await device.home.line() }
            #expect(try await device.keepsakes.hardHoursWithoutPlan(area: nil).steps.count == 7)
            try await device.lock.begin()
            #expect(try await device.lock.state() == LockState(kept: true, open: true, hasLock: false))
            #expect(try await device.keepsakes.favourites().isEmpty)
        }
    }

    @Test(arguments: Core.allCases) func onlyTheRightPinOpens(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (lock, keepsakes) = (subject.device.lock, subject.device.keepsakes)
            try await keepsakes.addToPlan(step: 1, .written(text: "夜になると考えが止まらない"))
            await #expect(throws: CoreError.invalid(field: "pin")) { try await lock.setPin(old: "", new: "12") }
            try await lock.setPin(old: "", new: "4649")
            try await lock.lock()
            #expect(try await lock.state() == LockState(kept: true, open: false, hasLock: true))
            await #expect(throws: CoreError.locked) { try await keepsakes.plan(area: nil) }
            // Whom to call is there all the same.
            #expect(try await !keepsakes.hardHoursWithoutPlan(area: nil).listening.isEmpty)
            #expect(try await subject.device.directory.find(FindRequest(text: "眠れない")).danger == false)
            await #expect(throws: CoreError.wrongSecret) { try await lock.unlock(pin: "0000") }
            try await lock.unlock(pin: "4649")
            #expect(try await keepsakes.plan(area: nil).steps.first?.lines.count == 1)
            await #expect(throws: CoreError.wrongSecret) { try await lock.setPin(old: "0000", new: "") }
            try await lock.setPin(old: "4649", new: "")
            #expect(try await lock.state() == LockState(kept: true, open: true, hasLock: false))
        }
    }

    @Test(arguments: Core.allCases) func manyWrongTriesHaveToWait(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let lock = subject.device.lock
            try await lock.setPin(old: "", new: "4649")
            try await lock.lock()
            var waits = false
            let now = try subject.clock.now()
            for attempt in 0..<8 where !waits {
                do {
                    try await lock.unlock(pin: "000\(attempt)")
                } catch CoreError.tryLater(let at) {
                    #expect(at > now)
                    waits = true
                } catch {
                    #expect(error as? CoreError == .wrongSecret)
                }
            }
            #expect(waits)
        }
    }

    @Test(arguments: Core.allCases) func aFingerOpensBesideThePin(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let lock = subject.device.lock
            let finger = FakeSecretBox(key: 3)
            await #expect(throws: CoreError.invalid(field: "lock")) {
                try await lock.setBiometric(pin: "4649", finger: finger)
            }
            try await lock.setPin(old: "", new: "4649")
            try await lock.setBiometric(pin: "4649", finger: finger)
            try await lock.lock()
            await #expect(throws: CoreError.wrongSecret) { try await lock.unlock(with: FakeSecretBox(key: 5)) }
            try await lock.unlock(with: finger)
            #expect(try await lock.state().open)
        }
    }

    @Test(arguments: Core.allCases) func whatIsForgottenIsGone(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let device = subject.device
            try await device.keepsakes.setMemo("name", "hana")
            try await device.lock.forgetEverything()
            #expect(try await !device.lock.state().kept)
            await #expect(throws: CoreError.nothingKept) { try await device.keepsakes.memo() }
            try await device.lock.begin()
            #expect(try await device.keepsakes.memo().allSatisfy(\.text.isEmpty))
        }
    }
}
