import CoreAPI
import Foundation
import TsunagariFFI

// What an app gives, as the core calls it.

final class ClockOfApp: TsunagariFFI.Clock {
    private let clock: any DeviceClock

    init(_ clock: any DeviceClock) { self.clock = clock }

    func now() throws -> Date { try TsunagariError.telling(clock.now) }

    func zone() throws -> String { try TsunagariError.telling(clock.zone) }
}

/// The clock of the phone, and the zone that it is set to; who travels is asked at hours of the place.
final class ClockOfSystem: TsunagariFFI.Clock {
    func now() throws -> Date { Date() }

    func zone() throws -> String { TimeZone.autoupdatingCurrent.identifier }
}

final class BoxOfApp: TsunagariFFI.SecretBox {
    private let box: any CoreAPI.SecretBox

    init(_ box: any CoreAPI.SecretBox) { self.box = box }

    func seal(plain: Data) throws -> Data {
        try TsunagariError.telling { () throws(CoreError) in try box.seal(plain) }
    }

    func unseal(sealed: Data) throws -> Data {
        try TsunagariError.telling { () throws(CoreError) in try box.open(sealed) }
    }

    func shred() throws { try TsunagariError.telling(box.shred) }
}

final class AlarmsOfApp: TsunagariFFI.AlarmSetter {
    private let alarms: any CoreAPI.AlarmSetter

    init(_ alarms: any CoreAPI.AlarmSetter) { self.alarms = alarms }

    func cancel(id: Int64) throws {
        try TsunagariError.telling { () throws(CoreError) in try alarms.cancel(Int(clamping: id)) }
    }

    func set(alarm: SetAlarm) throws {
        try TsunagariError.telling { () throws(CoreError) in try alarms.set(Alarm(alarm)) }
    }
}

final class PicturesOfApp: TsunagariFFI.FrameSource {
    private let pictures: any CoreAPI.FrameSource

    init(_ pictures: any CoreAPI.FrameSource) { self.pictures = pictures }

    func next() throws -> Frame? { try TsunagariError.telling(pictures.next).map { Frame($0) } }
}

final class ProgressOfApp: ImportWatcher {
    private let told: @Sendable (CoreAPI.ImportProgress) -> Void

    init(_ told: @escaping @Sendable (CoreAPI.ImportProgress) -> Void) { self.told = told }

    func progress(progress: TsunagariFFI.ImportProgress) throws { told(.init(progress)) }
}

/// Puts changes into a stream. The core drops it when the device is closed, and then the stream ends.
final class ChangesToStream: Listener {
    private let stream: AsyncStream<Change>.Continuation

    init(_ stream: AsyncStream<Change>.Continuation) { self.stream = stream }

    deinit { stream.finish() }

    func changed(what: Changed) throws { stream.yield(Change(what)) }
}
