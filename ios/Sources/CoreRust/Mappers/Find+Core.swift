import CoreAPI
import TsunagariFFI

extension TsunagariFFI.FindRequest {
    init(_ it: CoreAPI.FindRequest) {
        self.init(
            text: it.text,
            area: it.area,
            filters: .init(it.filters),
            limit: UInt16(clamping: it.limit),
            own: it.own
        )
    }
}

extension TsunagariFFI.Filters {
    init(_ it: CoreAPI.Filters) {
        self.init(
            openNow: it.openNow,
            free: it.free,
            noVoice: it.noVoice,
            rolePlace: it.rolePlace,
            channels: it.channels,
            spoken: it.spoken,
            age: it.age.map { UInt8(clamping: $0) },
            withinKm: it.withinKm.map { UInt32(clamping: $0) },
            kinds: it.kinds
        )
    }
}

extension CoreAPI.Answer {
    init(_ it: TsunagariFFI.Answer) {
        self.init(
            danger: it.danger,
            understood: it.understood,
            gaps: it.gaps,
            cards: it.cards.map { .init($0) },
            own: it.own.map { .init($0) },
            cut: it.cut,
            emergency: it.emergency.map { .init($0) }
        )
    }
}
