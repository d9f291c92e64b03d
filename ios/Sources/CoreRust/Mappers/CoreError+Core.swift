import CoreAPI
import Foundation
import TsunagariFFI

extension CoreError {
    init(_ error: any Error) {
        switch error {
        case let error as CoreError: self = error
        case let error as TsunagariError: self.init(error)
        default: self = .unexpected(code: "binding")
        }
    }

    private init(_ error: TsunagariError) {
        self =
            switch error {
            case .Locked: .locked
            case .WrongSecret: .wrongSecret
            case .TryLater(let at): .tryLater(at: Date(timeIntervalSince1970: TimeInterval(at)))
            case .NothingKept: .nothingKept
            case .AlreadyKept: .alreadyKept
            case .KeyMismatch: .keyMismatch
            case .Damaged: .damaged
            case .Full: .full
            case .Busy: .busy
            case .NeedsNewerVersion: .needsNewerVersion
            case .NotFound: .notFound
            case .PutAway: .putAway
            case .Invalid(let field): .invalid(field: field)
            case .Cancelled: .cancelled
            case .Closed: .closed
            case .Unexpected(let code): .unexpected(code: code)
            }
    }
}

extension TsunagariError {
    /// What an app threw, for the core.
    init(_ error: CoreError) {
        self =
            switch error {
            case .locked: .Locked
            case .wrongSecret: .WrongSecret
            case .tryLater(let at): .TryLater(at: Int64(at.timeIntervalSince1970))
            case .nothingKept: .NothingKept
            case .alreadyKept: .AlreadyKept
            case .keyMismatch: .KeyMismatch
            case .damaged: .Damaged
            case .full: .Full
            case .busy: .Busy
            case .needsNewerVersion: .NeedsNewerVersion
            case .notFound: .NotFound
            case .putAway: .PutAway
            case .invalid(let field): .Invalid(field: field)
            case .cancelled: .Cancelled
            case .closed: .Closed
            case .unexpected(let code): .Unexpected(code: code)
            }
    }

    /// Runs what an app gave; what it throws is told to the core.
    static func telling<Value>(_ call: () throws(CoreError) -> Value) throws -> Value {
        do {
            return try call()
        } catch {
            throw TsunagariError(error)
        }
    }
}
