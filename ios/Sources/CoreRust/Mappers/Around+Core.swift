import CoreAPI
import TsunagariFFI

extension CoreAPI.Around {
    init(_ it: TsunagariFFI.Around) {
        self.init(places: it.places.map { .init($0) }, slots: it.slots.map { .init($0) })
    }
}

extension CoreAPI.Place {
    init(_ it: TsunagariFFI.Place) {
        self.init(card: .init(it.card), firstVisit: it.firstVisit.map { .init($0) })
    }
}

extension CoreAPI.Slot {
    init(_ it: TsunagariFFI.Slot) {
        self.init(kind: it.kind, name: it.name, filledBy: it.filledBy.map { .init($0) })
    }
}

extension CoreAPI.NamedEntry {
    init(_ it: TsunagariFFI.Named) {
        self.init(id: it.id, name: it.name)
    }
}
