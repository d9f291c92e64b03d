import Foundation
import Testing

/// The first search as docs/embedding.md shows it; scripts/test-swift takes it out of there.
@Test func theFirstSearchOfTheDocumentFinds() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = try await whoListensNow(in: folder.path)
    #expect(!names.isEmpty)
}
