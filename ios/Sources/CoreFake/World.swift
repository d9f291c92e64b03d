import CoreAPI
import Foundation

/// All that a fake device knows. Its words are its own; its rules are those of the core, as far as
/// the contract tests look.
struct World {
    var closed = false
    var clock: any DeviceClock
    var language: Language
    var listeners: [Int: AsyncStream<Change>.Continuation] = [:]
    var last = 0

    var imported: [Imported] = []
    var kept: Kept?
    var isOpen = false
    var vault = Vault()

    /// What a person keeps.
    struct Kept {
        var moods: [MoodEntry] = []
        var hidden = false
        var answers: [ConnectionAnswers] = []
        var plan: [[NewPlanLine]] = Array(repeating: [], count: 7)
        var memo: [String: (text: String, share: Bool)] = [:]
        var favourites: [String] = []
        var tries: [String] = []
        var owns: [OwnEntry] = []
        var rules: [CheckIn] = []
        var home = HomeChoice(area: nil, areaName: nil, age: nil, never: [], off: false)
        var schedule: BackupSchedule?

        /// Nothing was written down yet.
        var isEmpty: Bool {
            moods.isEmpty && answers.isEmpty && plan.allSatisfy(\.isEmpty) && memo.isEmpty && favourites.isEmpty
                && owns.isEmpty && rules.isEmpty
        }
    }

    /// What stands beside it, readable with the lock on.
    struct Vault {
        var pin = ""
        var finger: Data?
        var wrong = 0
        var silence = Silence(
            quietFrom: "21:00",
            quietTo: "09:00",
            rest: .no,
            alone: false,
            enoughToday: false,
            maySpeak: true
        )
        var set: [Alarm] = []
        var unsure = false
        var selfTest = SelfTest.notBegun
    }

    /// A number that was not given before.
    mutating func next() -> Int {
        last += 1
        return last
    }

    /// This moment.
    var now: Date { (try? clock.now()) ?? Date() }

    /// What is kept, where it is open.
    func opened() throws -> Kept {
        guard let kept else { throw CoreError.nothingKept }
        guard isOpen else { throw CoreError.locked }
        return kept
    }

    /// Changes what is kept; when `change` throws, nothing has changed.
    mutating func change<Result>(_ change: (inout Kept) throws -> Result) throws -> Result {
        var changed = try opened()
        let result = try change(&changed)
        kept = changed
        return result
    }
}

/// What all features of a fake device share.
final class Shared: Sendable {
    let control = FakeControl()
    private let world: Guarded<World>

    init(_ world: sending World) { self.world = Guarded(world) }

    /// One call: held, failed or cancelled as the control says, else `body`.
    func call<Result: Sendable>(
        _ name: String,
        tells change: Change? = nil,
        _ body: @Sendable (inout World) throws -> Result
    ) async throws(CoreError) -> Result {
        try await control.enter(String(name.prefix { $0 != "(" }))
        let (result, listeners) = try now { world in
            (try body(&world), Array(world.listeners.values))
        }
        // Not under the lock: who hears of it may ask at once.
        if let change { listeners.forEach { $0.yield(change) } }
        return result
    }

    /// As ``call(_:tells:_:)`` for what does not wait.
    func now<Result>(_ body: (inout World) throws -> Result) throws(CoreError) -> Result {
        do {
            return try world.use { world in
                guard !world.closed else { throw CoreError.closed }
                return try body(&world)
            }
        } catch {
            throw error as? CoreError ?? .unexpected(code: "fake")
        }
    }

    func close() -> [AsyncStream<Change>.Continuation] {
        world.use { world in
            world.closed = true
            defer { world.listeners = [:] }
            return Array(world.listeners.values)
        }
    }

    func forget(listener: Int) { world.use { $0.listeners[listener] = nil } }
}

/// Local time in Japan as `2026-11-24T02:00:00+09:00`.
func inJapan(_ date: Date) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: 9 * 3600)
    return formatter.string(from: date)
}
