import CoreAPI
import Foundation
import Observation

/// The lock of what is kept.
@MainActor @Observable
public final class LockModel {
    /// What the screen is.
    public enum Screen: Sendable {
        /// It is not known yet.
        case unknown
        /// Nothing is kept here: さがすだけ, or begin.
        case nothingKept
        /// ひらいてください.
        case locked
        /// It is open.
        case open
    }

    /// What the person typed. It is gone after each try.
    public var pin = ""
    /// How it stands.
    public let state = Asked<LockState>()
    /// What went wrong with what the person did.
    public let deed = Deed()

    private let device: any Device

    public init(device: any Device) { self.device = device }

    public var screen: Screen {
        guard let state = state.value else { return .unknown }
        if !state.kept { return .nothingKept }
        return state.open ? .open : .locked
    }

    /// The last try was wrong.
    public var wasWrong: Bool { deed.problem == .wrongSecret }

    /// Another try counts from then on.
    public var waitsUntil: Date? {
        if case .tryLater(let at) = deed.problem { at } else { nil }
    }

    /// Shows it, and follows what changes.
    public func follow() async {
        await device.follow([.lock], load)
    }

    func load() async {
        await state.ask { try await device.lock.state() }
    }

    /// Begins to keep things on this phone.
    public func begin() async { await change { try await $0.begin() } }

    /// Tries what was typed.
    public func unlock() async {
        let tried = pin
        pin = ""
        await change { try await $0.unlock(pin: tried) }
    }

    /// Tries a finger or a face.
    public func unlock(with finger: any SecretBox) async { await change { try await $0.unlock(with: finger) } }

    /// Locks at once.
    public func lock() async { await change { try await $0.lock() } }

    /// Sets, changes or (with an empty `new`) takes away the PIN. Whether it did.
    @discardableResult
    public func setPin(old: String, new: String) async -> Bool {
        await change { try await $0.setPin(old: old, new: new) }
    }

    /// Allows a finger or a face beside the PIN, or with `nil` no more. Whether it did.
    @discardableResult
    public func setBiometric(pin: String, finger: (any SecretBox)?) async -> Bool {
        await change { try await $0.setBiometric(pin: pin, finger: finger) }
    }

    /// Forgets everything that is kept.
    public func forgetEverything() async { await change { try await $0.forgetEverything() } }

    @discardableResult
    private func change(_ change: (any Lock) async throws -> Void) async -> Bool {
        let went = await deed.run { try await change(device.lock) }
        await load()
        return went
    }
}
