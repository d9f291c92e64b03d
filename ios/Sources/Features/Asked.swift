import CoreAPI
import Observation

/// Something a screen shows that has to be asked for. What was there stays until there is something newer; an answer to
/// an older question never comes in its place.
@MainActor @Observable
public final class Asked<Value: Sendable> {
    /// The latest answer.
    public private(set) var value: Value?
    /// Why there is none, or why the one that is there could not be had anew.
    public private(set) var problem: CoreError?
    /// A question is under way.
    public private(set) var isAsking = false

    private var latest = 0

    init() {}

    /// Asks. Gives the answer, or `nil` when there was none or a later question took over.
    @discardableResult
    func ask(_ question: () async throws -> Value) async -> Value? {
        latest += 1
        let mine = latest
        isAsking = true
        let answer: Result<Value, CoreError>
        do {
            answer = .success(try await question())
        } catch {
            answer = .failure(CoreError(of: error))
        }
        guard mine == latest else { return nil }
        isAsking = false
        switch answer {
        case .success(let value):
            (self.value, problem) = (value, nil)
            return value
        case .failure(.cancelled): return nil
        case .failure(let error):
            if error.hides { value = nil }
            problem = error
            return nil
        }
    }

    /// Back to nothing; what is under way does not count any more.
    func clear() {
        latest += 1
        (value, problem, isAsking) = (nil, nil, false)
    }
}

extension CoreError {
    init(of error: any Error) {
        self = error as? CoreError ?? .unexpected(code: "app")
    }

    /// What was shown may be seen no more.
    var hides: Bool {
        switch self {
        case .locked, .nothingKept, .putAway, .keyMismatch, .closed: true
        default: false
        }
    }
}

extension Device {
    /// Loads now and after each change of these kinds, until the task is cancelled or the device is closed.
    @MainActor
    func follow(_ kinds: Set<Change>, _ load: () async -> Void) async {
        // Listening first, so that nothing is missed in between.
        let changes = try? changes()
        await load()
        guard let changes else { return }
        for await change in changes where kinds.contains(change) { await load() }
    }
}

/// What a person does on a screen, and what went wrong with it.
@MainActor @Observable
public final class Deed {
    /// What went wrong last; `nil` once something went well.
    public private(set) var problem: CoreError?

    init() {}

    /// Does something. Whether it went well; a deed that was cancelled says nothing.
    @discardableResult
    func run(_ deed: () async throws -> Void) async -> Bool {
        do {
            try await deed()
            problem = nil
            return true
        } catch {
            let error = CoreError(of: error)
            if error != .cancelled { problem = error }
            return false
        }
    }

    func clear() { problem = nil }
}
