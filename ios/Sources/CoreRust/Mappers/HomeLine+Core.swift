import CoreAPI
import TsunagariFFI

extension CoreAPI.QuietLine {
    init(_ it: TsunagariFFI.QuietLine) {
        self.init(id: it.id, text: it.text, why: it.why, record: it.record, search: it.search)
    }
}

extension CoreAPI.HomeChoice {
    init(_ it: TsunagariFFI.HomeChoice) {
        self.init(area: it.area, areaName: it.areaName, age: it.age.map { .init($0) }, never: it.never, off: it.off)
    }
}

extension CoreAPI.AgeBand {
    init(_ it: TsunagariFFI.AgeBand) {
        self =
            switch it {
            case .under18: .under18
            case .from18: .from18
            case .from30: .from30
            case .from50: .from50
            case .from65: .from65
            }
    }
}

extension TsunagariFFI.AgeBand {
    init(_ it: CoreAPI.AgeBand) {
        self =
            switch it {
            case .under18: .under18
            case .from18: .from18
            case .from30: .from30
            case .from50: .from50
            case .from65: .from65
            }
    }
}
