import CoreAPI
import TsunagariFFI

extension CoreAPI.DirectoryState {
    init(_ it: TsunagariFFI.DirectoryState) {
        self.init(packs: it.packs.map { .init($0) }, clockOk: it.clockOk, whole: it.whole)
    }
}

extension CoreAPI.PackState {
    init(_ it: TsunagariFFI.PackState) {
        self.init(id: it.id, name: it.name, entries: Int(it.entries), on: it.on, age: it.age)
    }
}
