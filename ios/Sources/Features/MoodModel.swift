import CoreAPI
import Observation

/// How one feels: one tap writes it down, anything more is as one likes. Nothing is counted or compared.
@MainActor @Observable
public final class MoodModel {
    /// Codes of feelings that are chosen.
    public var labels: Set<String> = []
    /// Codes of what was around that are chosen.
    public var contexts: Set<String> = []
    /// A note.
    public var note = ""

    /// The words that an entry can be made of.
    public let vocabulary = Asked<Vocabulary>()
    /// The month that is shown.
    public let month = Asked<MoodMonth>()
    /// Entries of the day that is shown.
    public let entries = Asked<[MoodEntry]>()
    /// What stands after the entry that was just written down, for who asks.
    public let after = Asked<AfterEntry>()
    /// What went wrong with what the person did.
    public let deed = Deed()

    /// What was just written down, to be taken back or to be gone on with.
    public private(set) var justLogged: MoodEntry?
    /// The whole log is put away.
    public private(set) var isHidden = false

    private let device: any Device
    private var day: String

    /// `today` is the day that is shown first (`2026-11-24`).
    public init(device: any Device, today: String) { (self.device, day) = (device, today) }

    /// A word of the entry calls for people who listen: they come at once.
    public var listens: Bool { justLogged?.lines ?? false }

    /// Shows the log, and follows what changes.
    public func follow() async {
        await device.follow([.mood, .lock], load)
    }

    func load() async {
        let (journal, day) = (device.journal, day)
        await vocabulary.ask { try await journal.vocabulary() }
        isHidden = (try? await journal.isHidden()) ?? false
        await month.ask { try await journal.month(of: day) }
        await entries.ask { try await journal.entries(from: day, to: day) }
    }

    /// Shows another day and its month.
    public func show(day: String) async {
        self.day = day
        await load()
    }

    /// Writes down how it is now, with what was chosen.
    public func log(level: Int, area: String? = nil) async {
        let draft = MoodDraft(level: level, labels: labels.sorted(), contexts: contexts.sorted(), note: note)
        let logged = await deed.run { justLogged = try await device.journal.log(draft) }
        guard logged else { return }
        (labels, contexts, note) = ([], [], "")
        after.clear()
        if listens { await showAfter(area: area) }
    }

    /// Shows a small step or people who listen, because the person asked.
    public func showAfter(area: String?) async {
        guard let entry = justLogged else { return }
        await after.ask { try await device.journal.stepAfter(entry.id, area: area) }
    }

    /// Changes an entry.
    public func amend(_ id: MoodEntry.ID, _ change: MoodChange) async {
        await deed.run {
            let entry = try await device.journal.amend(id, change)
            if justLogged?.id == id { justLogged = entry }
        }
    }

    /// Erases an entry; also to take back what was just written down.
    public func erase(_ id: MoodEntry.ID) async {
        await deed.run {
            try await device.journal.erase(id)
            if justLogged?.id == id { justLogged = nil }
        }
    }

    /// Puts the whole log away, or brings it back.
    public func hide(_ hidden: Bool) async {
        await deed.run {
            try await device.journal.hide(hidden)
            isHidden = hidden
        }
    }
}
