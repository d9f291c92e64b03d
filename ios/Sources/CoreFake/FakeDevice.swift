import CoreAPI
import Foundation

/// A device by hand in memory, for previews and for tests of screens. ``control`` makes it slow or makes it fail.
public final class FakeDevice: Device {
    /// What tests do with it.
    public var control: FakeControl { shared.control }

    public let directory: any Directory
    public let lock: any Lock
    public let journal: any Journal
    public let keepsakes: any Keepsakes
    public let checkIns: any CheckIns
    public let home: any Home
    public let backups: any Backups

    private let shared: Shared

    public init(clock: any DeviceClock = FakeClock(), language: Language = .japanese) {
        shared = Shared(World(clock: clock, language: language))
        directory = FakeDirectory(shared: shared)
        lock = FakeLock(shared: shared)
        journal = FakeJournal(shared: shared)
        keepsakes = FakeKeepsakes(shared: shared)
        checkIns = FakeCheckIns(shared: shared)
        home = FakeHome(shared: shared)
        backups = FakeBackups(shared: shared)
    }

    public func changes() throws(CoreError) -> AsyncStream<Change> {
        let (stream, continuation) = AsyncStream<Change>.makeStream()
        let number = try shared.now { world in
            let number = world.next()
            world.listeners[number] = continuation
            return number
        }
        continuation.onTermination = { [shared] _ in shared.forget(listener: number) }
        return stream
    }

    public func setLanguage(_ language: Language) {
        try? shared.now { $0.language = language }
    }

    public func close() async {
        shared.close().forEach { $0.finish() }
    }
}
