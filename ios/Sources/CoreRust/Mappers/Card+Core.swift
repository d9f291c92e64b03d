import CoreAPI
import TsunagariFFI

extension CoreAPI.Card {
    init(_ it: TsunagariFFI.Card) {
        self.init(
            id: it.id,
            kind: it.kind,
            name: it.name,
            summary: it.summary,
            label: it.label,
            reasons: it.reasons,
            ways: it.ways.map { .init($0) },
            distanceKm: it.distanceKm.map { Int($0) },
            address: it.address,
            next: it.next.map { .init($0) },
            assurance: it.assurance,
            age: it.age,
            traceWarning: it.traceWarning,
            emergency: it.emergency
        )
    }
}

extension CoreAPI.Way {
    init(_ it: TsunagariFFI.Way) {
        self.init(
            id: it.id,
            kind: it.kind,
            name: it.name,
            target: it.target,
            dial: it.dial,
            state: .init(it.state),
            stateWords: it.stateWords,
            fee: .init(it.fee),
            notes: it.notes,
            needsData: it.needsData,
            noVoice: it.noVoice
        )
    }
}

extension CoreAPI.OpenState {
    init(_ it: TsunagariFFI.OpenState) {
        self =
            switch it {
            case .open(let until, let always): .open(until: until, always: always)
            case .closed(let opensNext): .closed(opensNext: opensNext)
            case .unknown: .unknown
            }
    }
}

extension CoreAPI.Fee {
    init(_ it: TsunagariFFI.Fee) {
        self =
            switch it {
            case .free: .free
            case .caller: .caller
            case .navi: .navi
            case .unknown: .unknown
            case .notACall: .notACall
            }
    }
}

extension CoreAPI.TimeSpan {
    init(_ it: TsunagariFFI.Span) {
        self.init(from: it.from, to: it.to, words: it.words)
    }
}

extension CoreAPI.EmergencyLine {
    init(_ it: TsunagariFFI.EmergencyLine) {
        self.init(card: .init(it.card), worksHere: .init(it.worksHere))
    }
}

extension CoreAPI.EmergencyHere {
    init(_ it: TsunagariFFI.EmergencyHere) {
        self =
            switch it {
            case .works: .works
            case .partOnly: .partOnly
            case .notNamed: .notNamed
            case .dependsOnPlace: .dependsOnPlace
            }
    }
}
