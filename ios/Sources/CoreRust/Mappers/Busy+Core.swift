import CoreAPI
import TsunagariFFI

extension TsunagariFFI.BusyRequest {
    init(_ it: CoreAPI.BusyRequest) {
        self.init(
            ids: it.ids,
            kind: it.kind,
            area: it.area,
            spoken: it.spoken,
            age: it.age.map { UInt8(clamping: $0) },
            remember: it.remember
        )
    }
}

extension CoreAPI.Busy {
    init(_ it: TsunagariFFI.Busy) {
        self.init(
            line: it.line.map { .init($0) },
            choices: it.choices.map { .init($0) },
            remembered: it.remembered,
            emergency: it.emergency.map { .init($0) }
        )
    }
}

extension CoreAPI.BusyChoice {
    init(_ it: TsunagariFFI.Choice) {
        self =
            switch it {
            case .otherWay(let way): .otherWay(way: .init(way))
            case .line(let card, let way): .line(card: .init(card), way: way)
            case .unsure(let card, let way): .unsure(card: .init(card), way: way)
            case .again(let card, let way): .again(card: .init(card), way: way)
            case .later(let card, let way, let opens): .later(card: .init(card), way: way, opens: opens)
            case .enoughForToday: .enoughForToday
            }
    }
}
