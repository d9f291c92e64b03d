import CoreAPI
import Foundation

struct FakeLock: Lock {
    let shared: Shared

    func state() async throws(CoreError) -> LockState {
        try await shared.call(#function) { world in
            LockState(
                kept: world.kept != nil,
                open: world.kept != nil && world.isOpen,
                hasLock: !world.vault.pin.isEmpty
            )
        }
    }

    func begin() async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            guard world.kept == nil else { return }
            world.kept = World.Kept()
            world.isOpen = true
        }
    }

    func unlock(pin: String) async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            try world.check(pin)
            world.isOpen = true
        }
    }

    func unlock(with finger: any SecretBox) async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            guard let sealed = world.vault.finger, (try? finger.open(sealed)) != nil else {
                throw CoreError.wrongSecret
            }
            world.isOpen = true
        }
    }

    func lock() async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            if !world.vault.pin.isEmpty { world.isOpen = false }
        }
    }

    func setPin(old: String, new: String) async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            guard world.kept != nil else { throw CoreError.nothingKept }
            try world.check(old)
            guard new.isEmpty || new.count >= 4 else { throw CoreError.invalid(field: "pin") }
            world.vault.pin = new
            world.vault.finger = nil
        }
    }

    func setBiometric(pin: String, finger: (any SecretBox)?) async throws(CoreError) {
        try await shared.call(#function) { world in
            guard !world.vault.pin.isEmpty else { throw CoreError.invalid(field: "lock") }
            try world.check(pin)
            world.vault.finger = try finger?.seal(Data([1]))
        }
    }

    func forgetEverything() async throws(CoreError) {
        try await shared.call(#function, tells: .lock) { world in
            world.kept = nil
            world.isOpen = false
            world.vault = World.Vault()
        }
    }
}

extension World {
    /// A try of the PIN; after five wrong ones each has to wait.
    fileprivate mutating func check(_ pin: String) throws {
        guard kept != nil else { throw CoreError.nothingKept }
        guard vault.wrong < 5 else { throw CoreError.tryLater(at: now.addingTimeInterval(60)) }
        guard pin == vault.pin else {
            vault.wrong += 1
            throw CoreError.wrongSecret
        }
        vault.wrong = 0
    }
}
