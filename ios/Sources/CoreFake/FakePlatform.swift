import CoreAPI
import Foundation

/// A clock that stands still until it is moved.
public final class FakeClock: DeviceClock {
    private let moment: Guarded<(at: Date, zone: String)>

    /// In the night of 24 November 2026, in Japan.
    public init(_ at: String = "2026-11-24T02:00:00+09:00", zone: String = "Asia/Tokyo") {
        moment = Guarded((Self.instant(at), zone))
    }

    /// It is another time, perhaps somewhere else.
    public func move(to at: String, zone: String = "Asia/Tokyo") {
        moment.use { $0 = (Self.instant(at), zone) }
    }

    public func now() throws(CoreError) -> Date { moment.use { $0.at } }

    public func zone() throws(CoreError) -> String { moment.use { $0.zone } }

    private static func instant(_ text: String) -> Date {
        guard let date = ISO8601DateFormatter().date(from: text) else { preconditionFailure("\(text) is no time") }
        return date
    }
}

/// A keystore that turns every bit with a key, and can refuse.
public final class FakeSecretBox: SecretBox {
    private let state: Guarded<(key: UInt8, refusal: CoreError?)>

    public init(key: UInt8 = 7) { state = Guarded((key, nil)) }

    /// Everything throws from now on, or with `nil` works again.
    public func refuse(with error: CoreError?) { state.use { $0.refusal = error } }

    public func seal(_ plain: Data) throws(CoreError) -> Data {
        let key = try ready()
        return Data([key] + plain.map { $0 ^ key })
    }

    public func open(_ sealed: Data) throws(CoreError) -> Data {
        let key = try ready()
        guard sealed.first == key else { throw .keyMismatch }
        return Data(sealed.dropFirst().map { $0 ^ key })
    }

    public func shred() throws(CoreError) { state.use { $0.key = 0 } }

    private func ready() throws(CoreError) -> UInt8 {
        let (key, refusal) = state.use { $0 }
        if let refusal { throw refusal }
        return key
    }
}

/// Alarms that are only remembered, and can refuse.
public final class FakeAlarms: AlarmSetter {
    private let state = Guarded((alarms: [Alarm.ID: Alarm](), refusal: CoreError?.none))

    public init() {}

    /// What is set, soonest first.
    public var all: [Alarm] { state.use { $0.alarms.values.sorted { $0.at < $1.at } } }

    /// Everything throws from now on, or with `nil` works again.
    public func refuse(with error: CoreError?) { state.use { $0.refusal = error } }

    public func cancel(_ id: Alarm.ID) throws(CoreError) {
        try ready()
        state.use { $0.alarms[id] = nil }
    }

    public func set(_ alarm: Alarm) throws(CoreError) {
        try ready()
        state.use { $0.alarms[alarm.id] = alarm }
    }

    private func ready() throws(CoreError) {
        if let refusal = state.use({ $0.refusal }) { throw refusal }
    }
}

/// A camera that shows the same picture again and again, or so often.
public final class FakeCamera: FrameSource {
    private let left: Guarded<(pictures: Int, shown: Int)>
    private let picture: CameraFrame

    public init(_ picture: CameraFrame, times: Int = .max) {
        self.picture = picture
        left = Guarded((times, 0))
    }

    /// A picture with nothing in it.
    public static var empty: CameraFrame {
        CameraFrame(width: 16, height: 16, luminance: Data(repeating: 255, count: 256))
    }

    /// How many pictures were asked for.
    public var shown: Int { left.use { $0.shown } }

    public func next() throws(CoreError) -> CameraFrame? {
        left.use { left in
            guard left.pictures > 0 else { return nil }
            left = (left.pictures - 1, left.shown + 1)
            return picture
        }
    }
}

/// A reader of codes that has read already.
public struct FakeCodeReader: CodeReader {
    /// What it reads.
    public var text: String?

    public init(text: String?) { self.text = text }

    public func read(_ pictures: any FrameSource) async throws(CoreError) -> String? {
        while try pictures.next() != nil {
            if let text { return text }
            await Task.yield()
            if Task.isCancelled { throw .cancelled }
        }
        return nil
    }
}
