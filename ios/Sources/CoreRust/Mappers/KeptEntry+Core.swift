import CoreAPI
import TsunagariFFI

extension CoreAPI.KeptEntry {
    init(_ it: TsunagariFFI.KeptEntry) {
        self.init(id: it.id, name: it.name, card: it.card.map { .init($0) }, gone: it.gone)
    }
}
