import CoreAPI
import Foundation
import TsunagariFFI

/// Runs the blocking calls of the core, away from the threads that tasks share: so many at once and no more.
final class Calls: Sendable {
    private let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.name = "tsunagari"
        // An import, a backup and a camera at once leave some for what a person waits for.
        queue.maxConcurrentOperationCount = 6
        queue.qualityOfService = .userInitiated
        return queue
    }()

    /// What a call gives. Cancelled before it has begun, it does not run; `stop` stops one that can be stopped later.
    func callAsFunction<Value: Sendable>(
        stop: @escaping @Sendable () -> Void = {},
        _ call: @escaping @Sendable () throws -> Value
    ) async throws(CoreError) -> Value {
        let cancelled = Flag()
        let result: Result<Value, CoreError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.addOperation {
                    continuation.resume(returning: cancelled.isUp ? .failure(.cancelled) : Self.result(of: call))
                }
            }
        } onCancel: {
            cancelled.raise()
            stop()
        }
        return try result.get()
    }

    /// What a call gives that does not wait for anything.
    static func now<Value>(_ call: () throws -> Value) throws(CoreError) -> Value {
        try result(of: call).get()
    }

    private static func result<Value>(of call: () throws -> Value) -> Result<Value, CoreError> {
        Result(catching: call).mapError { CoreError($0) }
    }
}

/// Once up, it stays up.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var up = false

    var isUp: Bool { lock.withLock { up } }

    func raise() { lock.withLock { up = true } }
}
