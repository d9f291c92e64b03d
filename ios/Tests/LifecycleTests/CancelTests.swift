import CoreAPI
import CoreFake
import CoreRust
import Foundation
import Testing

/// Cancelling a task stops the work of the core, which counts what it does.
@Suite(.serialized, .timeLimit(.minutes(1))) struct CancelTests {
    @Test func anImportStopsInItsMidst() async throws {
        try await withDevice { device, folder in
            let rows = 200_000
            let file = folder.appendingPathComponent("library.csv")
            let row = "中央図書館,香川県高松市昭和町1-2-20,34.3380,134.0360,9:30～19:00\n"
            let text = "名称,住所,緯度,経度,開館時間\n" + String(repeating: row, count: rows)
            try text.write(to: file, atomically: true, encoding: .utf8)
            let before = try await device.directory.state()
            let (told, continuation) = AsyncStream<Int>.makeStream()
            let task = Task {
                defer { continuation.finish() }
                return try await device.directory.importData(at: file.path, allKinds: false) { progress in
                    continuation.yield(progress.rows)
                }
            }
            var progress: [Int] = []
            for await rows in told {
                progress.append(rows)
                if rows > 0 { task.cancel() }
            }
            await #expect(throws: CoreError.cancelled) { try await task.value }
            let last = try #require(progress.last)
            print("lifecycle: an import of \(rows) rows was cancelled and stopped at row \(last)")
            #expect((1..<rows).contains(last))
            let after = try await device.directory.state()
            #expect(after == before)
        }
    }

    @Test func aSearchStopsInItsMidst() async throws {
        // The first call is of its turn, the second of the search itself.
        let clock = StoppingClock(at: 2)
        try await withDevice(clock: clock) { device, _ in
            let directory = device.directory
            clock.arm()
            let task = Task { try await directory.find(FindRequest(text: "眠れない")) }
            await clock.stopped()
            task.cancel()
            clock.goOn()
            await #expect(throws: CoreError.cancelled) { try await task.value }
            let again = try await directory.find(FindRequest(text: "眠れない"))
            #expect(!again.cards.isEmpty)
        }
    }

    @Test func aLaterSearchStopsAnEarlierOne() async throws {
        let clock = StoppingClock(at: 2)
        try await withDevice(clock: clock) { device, _ in
            let directory = device.directory
            clock.arm()
            let earlier = Task { try await directory.find(FindRequest(text: "眠れ")) }
            await clock.stopped()
            let later = try await directory.find(FindRequest(text: "眠れない"))
            clock.goOn()
            await #expect(throws: CoreError.cancelled) { try await earlier.value }
            #expect(!later.cards.isEmpty)
        }
    }

    @Test func readingACodeStops() async throws {
        let camera = FakeCamera(FakeCamera.empty)
        let task = Task { try await RustCodeReader().read(camera) }
        while camera.shown < 10 { await Task.yield() }
        task.cancel()
        await #expect(throws: CoreError.cancelled) { try await task.value }
        let shown = camera.shown
        try await Task.sleep(for: .milliseconds(50))
        #expect(camera.shown == shown)
    }
}

/// A clock at which the core has to wait, once.
private final class StoppingClock: DeviceClock {
    private let state: Guarded<(left: Int, armed: Bool)>
    private let gate = DispatchSemaphore(value: 0)
    private let (reached, stopping) = AsyncStream<Void>.makeStream()

    init(at call: Int) { state = Guarded((call, false)) }

    func arm() { state.use { $0.armed = true } }

    func stopped() async {
        for await _ in reached { return }
    }

    func goOn() { gate.signal() }

    func now() throws(CoreError) -> Date {
        let stops = state.use { state in
            guard state.armed else { return false }
            state.left -= 1
            return state.left == 0
        }
        if stops {
            stopping.yield()
            gate.wait()
        }
        return Date(timeIntervalSince1970: 1_795_453_200)
    }

    func zone() throws(CoreError) -> String { "Asia/Tokyo" }
}

private final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func use<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
