import CoreAPI
import CoreFake
import CoreRust
import Foundation
import Testing

@Test func withoutAClockItIsThatOfThePhoneInItsZone() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let device = try await RustDevice.open(folder: folder.path, language: .japanese, keystore: FakeSecretBox())
    try await device.lock.begin()
    let logged = try await device.journal.log(MoodDraft(level: 3))
    await device.close()
    let seconds = TimeZone.current.secondsFromGMT()
    let (hours, minutes) = (abs(seconds) / 3_600, abs(seconds) / 60 % 60)
    #expect(logged.at.suffix(6) == String(format: "%@%02d:%02d", seconds < 0 ? "-" : "+", hours, minutes))
}
