import CoreAPI
import TsunagariFFI

struct RustLock: CoreAPI.Lock {
    let lock: TsunagariFFI.Lock
    let calls: Calls

    func state() async throws(CoreError) -> CoreAPI.LockState {
        try await calls { .init(try lock.state()) }
    }

    func begin() async throws(CoreError) {
        try await calls { try lock.begin() }
    }

    func unlock(pin: String) async throws(CoreError) {
        try await calls { try lock.unlock(pin: pin) }
    }

    func unlock(with finger: any CoreAPI.SecretBox) async throws(CoreError) {
        try await calls { try lock.unlockWith(finger: BoxOfApp(finger)) }
    }

    func lock() async throws(CoreError) {
        try await calls { try lock.lock() }
    }

    func setPin(old: String, new: String) async throws(CoreError) {
        try await calls { try lock.setPin(old: old, new: new) }
    }

    func setBiometric(pin: String, finger: (any CoreAPI.SecretBox)?) async throws(CoreError) {
        try await calls { try lock.setBiometric(pin: pin, finger: finger.map { BoxOfApp($0) }) }
    }

    func forgetEverything() async throws(CoreError) {
        try await calls { try lock.forgetEverything() }
    }
}
