import CoreAPI
import Observation

/// One entry. Where traces could endanger somebody, the warning comes first, and nothing about it can be kept.
@MainActor @Observable
public final class DetailModel {
    /// What is known of it.
    public let detail = Asked<Detail>()
    /// What went wrong with what the person did.
    public let deed = Deed()
    /// It is set aside.
    public private(set) var isFavourite = false
    /// The person has read the warning and goes on.
    public private(set) var hasReadWarning = false

    private let device: any Device
    private let id: Card.ID
    private let area: String?

    public init(device: any Device, id: Card.ID, area: String?) {
        (self.device, self.id, self.area) = (device, id, area)
    }

    /// The warning to show before anything else.
    public var warning: DetailSection? { hasReadWarning ? nil : detail.value?.traceWarning }

    /// It may be set aside: something is kept on this phone, and the entry leaves no dangerous trace.
    public private(set) var canBeFavourite = false

    /// Shows it, and follows what changes.
    public func follow() async {
        await device.follow([.directory, .favourites, .lock], load)
    }

    func load() async {
        let shown = await detail.ask { try await device.directory.show(id, area: area) }
        let favourites = try? await device.keepsakes.favourites()
        isFavourite = favourites?.contains { $0.id == id } ?? false
        canBeFavourite = favourites != nil && shown?.card.traceWarning == false
    }

    /// Goes on behind the warning.
    public func goOn() { hasReadWarning = true }

    /// Sets it aside, or takes it off.
    public func toggleFavourite() async {
        let (keepsakes, was) = (device.keepsakes, isFavourite)
        await deed.run {
            if was { try await keepsakes.removeFavourite(id) } else { _ = try await keepsakes.addFavourite(id) }
            isFavourite = !was
        }
    }
}
