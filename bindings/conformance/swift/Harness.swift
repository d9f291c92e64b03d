// What the scenarios stand on in Swift: a keystore, a clock, alarms, ears and a camera, and one canonical rendering.

import Foundation
import TsunagariFFI

/// Runs a scenario with a folder of its own and keeps what it told.
func scenario(_ name: String, _ body: (Telling, String) throws -> Void) throws {
    let own = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: own) }
    let told = Telling()
    // What was told before something went wrong helps to find it.
    defer { Telling.keep(name, told) }
    do {
        try body(told, own.appendingPathComponent("data").path)
    } catch is Ended {
    }
}

/// A step gave nothing to go on with. If it was not the last one, the comparison shows what is missing.
private struct Ended: Error {}

/// Collects what a scenario tells, one line a step.
final class Telling {
    private var first = Int.max
    private var lines: [String] = []

    /// A step whose value has a name. When it ends with an error, the scenario ends.
    func step<T>(_ line: Int, _ call: () throws -> T) throws -> T {
        guard let value = try told(line, call) else { throw Ended() }
        return value
    }

    /// A step that may end with an error.
    func say<T>(_ line: Int, _ call: () throws -> T) throws {
        _ = try told(line, call)
    }

    private func told<T>(_ line: Int, _ call: () throws -> T) throws -> T? {
        first = min(first, line)
        do {
            let value = try call()
            lines.append("\(line) \(render(value))")
            return value
        } catch let error as TsunagariError {
            lines.append("\(line) ! \(rendered(case: error, of: Mirror(reflecting: error)))")
            return nil
        }
    }

    // Scenarios may end in any order; they are written in that of the file they were written in.
    nonisolated(unsafe) private static var kept: [(first: Int, text: String)] = []
    private static let lock = NSLock()

    static func keep(_ name: String, _ told: Telling) {
        guard let out = ProcessInfo.processInfo.environment["CONFORMANCE_OUT"] else { return }
        lock.withLock {
            kept.append((told.first, (["== \(name)"] + told.lines).joined(separator: "\n") + "\n"))
            kept.sort { $0.first < $1.first }
            try? kept.map(\.text).joined().write(toFile: out, atomically: true, encoding: .utf8)
        }
    }
}

/// `other_way` for `otherWay` and `OtherWay`.
private func snake(_ name: String) -> String {
    name.enumerated().map {
        $0.offset > 0 && $0.element.isUppercase ? "_\($0.element.lowercased())" : $0.element.lowercased()
    }
    .joined()
}

/// How a sign is written within quotation marks. By scalars: a line end of two signs is one character in Swift.
private let marks: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r"]

/// A value in the form that all languages share.
func render(_ value: Any) -> String {
    switch value {
    case is Void: return "null"
    case let value as Bool: return value ? "true" : "false"
    case let value as Double: return String(format: "%.6f", value)
    case let value as any BinaryInteger: return "\(value)"
    case let value as Data: return "<\(value.count) bytes>"
    case let value as Date: return instant(value)
    case let value as String: return "\"\(value.unicodeScalars.map { marks[$0] ?? String($0) }.joined())\""
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { render($0.value) } ?? "null"
    case .collection: return "[\(mirror.children.map { render($0.value) }.joined(separator: ", "))]"
    case .struct: return "{\(fields(of: mirror))}"
    case .enum: return rendered(case: value, of: mirror)
    default: return "<object>"
    }
}

private func rendered(case value: Any, of mirror: Mirror) -> String {
    guard let payload = mirror.children.first else {
        let name = snake("\(value)")
        return flat.contains("\(type(of: value))") ? name.uppercased() : name
    }
    return "\(snake(payload.label ?? "")){\(fields(of: Mirror(reflecting: payload.value)))}"
}

private func fields(of mirror: Mirror) -> String {
    mirror.children.map { (name: snake($0.label ?? ""), value: $0.value) }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        .map { "\($0.name): \(render($0.value))" }.joined(separator: ", ")
}

private func instant(_ date: Date) -> String {
    let whole = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    return ISO8601DateFormatter().string(from: whole)
}

/// Seals with a byte of its own; can be locked, and thrown away.
final class Keystore: SecretBox, @unchecked Sendable {
    private let guarded = NSLock()
    private var key: UInt8
    private var locked = false

    init(_ key: UInt8) { self.key = key }

    func beLocked(_ locked: Bool) { guarded.withLock { self.locked = locked } }

    func seal(plain: Data) throws -> Data {
        let key = try ready()
        return Data([key] + plain.map { $0 ^ key })
    }

    func unseal(sealed: Data) throws -> Data {
        let key = try ready()
        guard sealed.first == key else { throw TsunagariError.KeyMismatch }
        return Data(sealed.dropFirst().map { $0 ^ key })
    }

    func shred() throws { guarded.withLock { key = 0 } }

    private func ready() throws -> UInt8 {
        try guarded.withLock {
            if locked { throw TsunagariError.Locked }
            return key
        }
    }
}

/// Stands still until it is moved.
final class FixedClock: Clock, @unchecked Sendable {
    private let guarded = NSLock()
    private var at: Date
    private var place: String

    init(_ at: String, _ zone: String) {
        (self.at, place) = (Self.read(at), zone)
    }

    func moveTo(_ at: String, _ zone: String) {
        guarded.withLock { (self.at, place) = (Self.read(at), zone) }
    }

    func now() throws -> Date { guarded.withLock { at } }

    func zone() throws -> String { guarded.withLock { place } }

    private static func read(_ at: String) -> Date {
        guard let date = ISO8601DateFormatter().date(from: at) else { fatalError("\(at) is no time of a scenario") }
        return date
    }
}

/// A platform's alarms; after so many calls it refuses.
final class Alarms: AlarmSetter, @unchecked Sendable {
    private let guarded = NSLock()
    private var left: Int
    private var alarms: [Int64: SetAlarm] = [:]

    init(_ failsAfter: Int) { left = failsAfter }

    func allow(_ calls: Int) { guarded.withLock { left = calls } }

    func cancel(id: Int64) throws {
        try taken { alarms[id] = nil }
    }

    func set(alarm: SetAlarm) throws {
        try taken { alarms[alarm.id] = alarm }
    }

    func areSet() -> [Date] { soonest().map(\.at) }

    func first() -> Int64 {
        guard let first = soonest().first else { fatalError("no alarm is set") }
        return first.id
    }

    private func soonest() -> [SetAlarm] {
        guarded.withLock { alarms.values.sorted { $0.at < $1.at } }
    }

    private func taken(_ call: () -> Void) throws {
        try guarded.withLock {
            if left == 0 { throw TsunagariError.Unexpected(code: "alarms") }
            left -= 1
            call()
        }
    }
}

/// Hears of changes.
final class Ears: Listener, @unchecked Sendable {
    private let guarded = NSLock()
    private var said: [Changed] = []

    init() {}

    func changed(what: Changed) throws { guarded.withLock { said.append(what) } }

    func heard() -> [Changed] {
        guarded.withLock {
            defer { said = [] }
            return said
        }
    }
}

/// Watches an import; throws at the first call where it shall.
final class Watcher: ImportWatcher, @unchecked Sendable {
    private let guarded = NSLock()
    private let throwing: Bool
    private var calls = 0

    init(_ throwing: Bool) { self.throwing = throwing }

    func progress(progress: ImportProgress) throws {
        guarded.withLock { calls += 1 }
        if throwing { throw TsunagariError.Cancelled }
    }

    func wasTold() -> Bool { guarded.withLock { calls > 0 } }
}

/// Shows the modules of a code, four points each, after some empty pictures.
final class Camera: FrameSource, @unchecked Sendable {
    private let guarded = NSLock()
    private let modules: [Bool]
    private let size: Int
    private var empty: Int

    init(_ modules: [Bool], _ size: some BinaryInteger, _ empty: Int) {
        (self.modules, self.size, self.empty) = (modules, Int(size), empty)
    }

    func next() throws -> Frame? {
        let side = (size + 8) * 4
        var picture = Data(repeating: 255, count: side * side)
        if guarded.withLock({ waits() }) { return Frame(width: UInt32(side), height: UInt32(side), luminance: picture) }
        for y in 0..<size * 4 {
            for x in 0..<size * 4 where modules[y / 4 * size + x / 4] {
                picture[(y + 16) * side + x + 16] = 0
            }
        }
        return Frame(width: UInt32(side), height: UInt32(side), luminance: picture)
    }

    private func waits() -> Bool {
        defer { empty = max(0, empty - 1) }
        return empty > 0
    }
}

/// Files beside the data folder, and damage in it.
struct Files {
    private let data: URL
    private let beside: URL

    init(_ folder: String) {
        data = URL(fileURLWithPath: folder)
        beside = data.deletingLastPathComponent().appendingPathComponent("files")
        try? FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { "\(beside.path)/\(name)" }

    func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
        return path(name)
    }

    /// Leaves the first half of a file of the data folder.
    func tear(_ name: String) throws {
        let file = data.appendingPathComponent(name)
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / 2).write(to: file)
    }
}
