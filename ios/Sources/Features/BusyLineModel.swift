import CoreAPI
import Observation

/// A line did not answer. There is always something that can be done, and to stop for today is as good as anything.
/// How often was tried is nowhere shown.
@MainActor @Observable
public final class BusyLineModel {
    /// Remember for 24 hours what was tried; only if the person says so.
    public var remember = false
    /// What can be done.
    public let busy = Asked<Busy>()
    /// The person stopped for today.
    public private(set) var isOver = false

    private let directory: any Directory
    private let area: String?
    private let age: Int?
    private var tried: [Card.ID] = []
    private var kind: String?

    public init(device: any Device, area: String?, age: Int? = nil) {
        (directory, self.area, self.age) = (device.directory, area, age)
    }

    /// A line did not answer, on a way of this kind; `nil` for some other line.
    public func didNotAnswer(_ id: Card.ID?, kind: String? = nil) async {
        if let id {
            // The latest stands last, once.
            tried.removeAll { $0 == id }
            tried.append(id)
        }
        self.kind = kind
        isOver = false
        await ask()
    }

    /// Asks again, for what opens in the meantime or after ``remember`` was chosen.
    public func ask() async {
        let request = BusyRequest(ids: tried, kind: kind, area: area, age: age, remember: remember)
        await busy.ask { try await directory.busy(request) }
    }

    /// きょうはここまで.
    public func stopForToday() {
        isOver = true
        tried = []
        busy.clear()
    }
}
