import CoreAPI
import CoreFake
import CoreRust
import Foundation
import Testing

/// Both have to pass every test of the contract.
enum Core: String, CaseIterable, Sendable {
    case fake
    case rust
}

/// A device of one of both, with what a phone gives it.
struct Subject: Sendable {
    let device: any Device
    let clock: FakeClock
    let alarms = FakeAlarms()
    /// A folder for files beside the data.
    let folder: URL
}

/// Runs a test with a device of its own, in the night of 24 November 2026 in Japan.
func with(_ core: Core, begun: Bool = false, _ test: (Subject) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = FakeClock()
    let device: any Device =
        switch core {
        case .fake: FakeDevice(clock: clock)
        case .rust:
            try await RustDevice.open(
                folder: folder.appendingPathComponent("data").path,
                language: .japanese,
                keystore: FakeSecretBox(),
                clock: clock
            )
        }
    if begun { try await device.lock.begin() }
    try await test(Subject(device: device, clock: clock, folder: folder))
    await device.close()
}
