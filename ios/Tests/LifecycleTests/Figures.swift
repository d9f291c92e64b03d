import CoreAPI
import CoreFake
import CoreRust
import Foundation

/// Threads and memory of this process.
struct Figures {
    /// So many calls of a device run at once; their threads come and go.
    static let atOnce = 6

    let threads: Int
    let megabytes: Double

    static var now: Figures {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let number = { (name: String) in
            status.split(separator: "\n").first { $0.hasPrefix(name) }
                .flatMap { Int($0.filter(\.isNumber)) } ?? 0
        }
        return Figures(threads: number("Threads:"), megabytes: Double(number("VmRSS:")) / 1024)
    }

    /// Prints what something did to them.
    func print(_ what: String, _ time: Duration, until after: Figures) {
        let seconds = String(
            format: "%.2f",
            Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        )
        let memory = String(format: "%.1f MB -> %.1f MB", megabytes, after.megabytes)
        Swift.print("lifecycle: \(what) in \(seconds) s, threads \(threads) -> \(after.threads), memory \(memory)")
    }
}

/// Runs a test with a device of the core, and a folder for files beside it.
func withDevice(clock: any DeviceClock = FakeClock(), _ test: (RustDevice, URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let device = try await RustDevice.open(
        folder: folder.appendingPathComponent("data").path,
        language: .japanese,
        keystore: FakeSecretBox(),
        clock: clock
    )
    try await test(device, folder)
    await device.close()
}
