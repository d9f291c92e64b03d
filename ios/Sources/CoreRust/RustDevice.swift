import CoreAPI
import Foundation
import TsunagariFFI

/// The device of the core.
public final class RustDevice: CoreAPI.Device {
    private let device: TsunagariFFI.Device
    private let calls: Calls

    public let directory: any CoreAPI.Directory
    public let lock: any CoreAPI.Lock
    public let journal: any CoreAPI.Journal
    public let keepsakes: any CoreAPI.Keepsakes
    public let checkIns: any CoreAPI.CheckIns
    public let home: any CoreAPI.Home
    public let backups: any CoreAPI.Backups

    /// Opens the data folder, which is made where it is not there; it has to be private to the app and kept out of the
    /// backups of the system. What is kept there is opened when it is asked for; nothing private is made by looking.
    /// Without a clock it is that of the phone, in the zone that it is set to.
    public static func open(
        folder: String,
        language: CoreAPI.Language,
        keystore: any CoreAPI.SecretBox,
        clock: (any DeviceClock)? = nil
    ) async throws(CoreError) -> RustDevice {
        let calls = Calls()
        return try await calls {
            let opening = Opening(folder: folder, language: .init(language))
            let clock: any TsunagariFFI.Clock = clock.map { ClockOfApp($0) } ?? ClockOfSystem()
            return RustDevice(try .open(opening: opening, keystore: BoxOfApp(keystore), clock: clock), calls)
        }
    }

    private init(_ device: TsunagariFFI.Device, _ calls: Calls) {
        self.device = device
        self.calls = calls
        directory = RustDirectory(directory: device.directory(), calls: calls)
        lock = RustLock(lock: device.lock(), calls: calls)
        journal = RustJournal(journal: device.journal(), calls: calls)
        keepsakes = RustKeepsakes(keepsakes: device.keepsakes(), calls: calls)
        checkIns = RustCheckIns(checkIns: device.checkIns(), calls: calls)
        home = RustHome(home: device.home(), calls: calls)
        backups = RustBackups(backups: device.backups(), calls: calls)
    }

    public func changes() throws(CoreError) -> AsyncStream<Change> {
        let (stream, continuation) = AsyncStream<Change>.makeStream()
        let subscription = try Calls.now { try device.subscribe(listener: ChangesToStream(continuation)) }
        continuation.onTermination = { _ in subscription.cancel() }
        return stream
    }

    public func setLanguage(_ language: CoreAPI.Language) {
        device.setLanguage(language: .init(language))
    }

    public func close() async {
        // Beside the other calls, which it need not wait for, and never left half done.
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async { [device] in
                device.shut()
                continuation.resume()
            }
        }
    }
}

/// The reader of codes of the core.
public struct RustCodeReader: CodeReader {
    private let calls = Calls()

    public init() {}

    public func read(_ pictures: any CoreAPI.FrameSource) async throws(CoreError) -> String? {
        let reader = QrReader()
        return try await calls(stop: { reader.cancel() }) { try reader.read(source: PicturesOfApp(pictures)) }
    }
}
