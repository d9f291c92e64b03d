import CoreAPI
import TsunagariFFI

extension CoreAPI.AreaAnswer {
    init(_ it: TsunagariFFI.AreaAnswer) {
        self =
            switch it {
            case .one(let area): .one(area: .init(area))
            case .several(let areas): .several(areas: areas.map { .init($0) })
            case .none(let near): .none(near: near.map { .init($0) })
            }
    }
}

extension CoreAPI.Area {
    init(_ it: TsunagariFFI.Area) {
        self.init(code: it.code, name: it.name, kana: it.kana)
    }
}
