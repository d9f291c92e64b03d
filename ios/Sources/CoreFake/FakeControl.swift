import CoreAPI
import Foundation

/// What a test or a preview does with a fake. Calls are named as in CoreAPI, without labels: `find`, `setPin`.
public final class FakeControl: Sendable {
    private struct State {
        var errors: [String: CoreError] = [:]
        var held: Set<String> = []
        var asked: [String] = []
        var stopped = 0
    }

    private let state = Guarded(State())

    init() {}

    /// A call throws from now on, until ``mend(_:)``.
    public func fail(_ call: String, with error: CoreError) { state.use { $0.errors[call] = error } }

    /// A call works again.
    public func mend(_ call: String) { state.use { $0.errors[call] = nil } }

    /// A call waits from now on, until ``release(_:)`` or until it is cancelled.
    public func hold(_ call: String) { state.use { _ = $0.held.insert(call) } }

    /// A call that waits goes on, and no later one waits.
    public func release(_ call: String) { state.use { _ = $0.held.remove(call) } }

    /// What was asked so far, in order.
    public var asked: [String] { state.use { $0.asked } }

    /// How many calls were cancelled while they waited.
    public var stopped: Int { state.use { $0.stopped } }

    /// What happens before each call.
    func enter(_ call: String) async throws(CoreError) {
        state.use { $0.asked.append(call) }
        while state.use({ $0.held.contains(call) }) {
            try? await Task.sleep(for: .milliseconds(1))
            if Task.isCancelled {
                state.use { $0.stopped += 1 }
                throw .cancelled
            }
        }
        if Task.isCancelled { throw .cancelled }
        if let error = state.use({ $0.errors[call] }) { throw error }
    }
}

/// A value that one at a time uses.
final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: sending Value) { self.value = value }

    func use<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}
