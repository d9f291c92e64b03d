import CoreAPI
import Observation

/// The consultation memo: say it once, and show of it only what one chose.
@MainActor @Observable
public final class MemoModel {
    /// All fields, for the person alone.
    public let fields = Asked<[MemoField]>()
    /// What may be shown, in sentences; nothing while no field may be shown.
    public let sentences = Asked<[String]>()
    /// The same as a QR code, for who asks for it.
    public let code = Asked<QrCode>()
    /// What went wrong with what the person did.
    public let deed = Deed()

    private let device: any Device

    public init(device: any Device) { self.device = device }

    /// Something may be shown to somebody.
    public var canBeShown: Bool { fields.value?.contains(where: \.share) ?? false }

    /// Shows it, and follows what changes.
    public func follow() async {
        await device.follow([.memo, .lock], load)
    }

    func load() async {
        let keepsakes = device.keepsakes
        await fields.ask { try await keepsakes.memo() }
        // The code is that of an older memo.
        code.clear()
        if canBeShown {
            await sentences.ask { try await keepsakes.memoSentences() }
        } else {
            sentences.clear()
        }
    }

    /// Writes a field; empty takes it away. A new one may not be shown before the person says so.
    public func write(_ field: MemoField.ID, _ text: String) async {
        await change { keepsakes in
            if text.isEmpty {
                try await keepsakes.clearMemo([field])
            } else {
                try await keepsakes.setMemo(field, text)
            }
        }
    }

    /// Says whether a field may be shown to somebody.
    public func share(_ field: MemoField.ID, _ share: Bool) async {
        await change { try await $0.shareMemo([field], share) }
    }

    /// Makes the code of what may be shown.
    public func showCode() async {
        await code.ask { try await device.keepsakes.memoQr() }
    }

    private func change(_ change: (any Keepsakes) async throws -> Void) async {
        await deed.run { try await change(device.keepsakes) }
        await load()
    }
}
