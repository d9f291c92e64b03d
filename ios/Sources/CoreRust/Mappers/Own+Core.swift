import CoreAPI
import TsunagariFFI

extension TsunagariFFI.OwnWords {
    init(_ it: CoreAPI.OwnWords) {
        self.init(name: it.name, kana: it.kana, tel: it.tel, address: it.address, hours: it.hours, note: it.note)
    }
}

extension CoreAPI.OwnEntry {
    init(_ it: TsunagariFFI.OwnEntry) {
        self.init(
            id: it.id,
            label: it.label,
            name: it.name,
            kana: it.kana,
            tel: it.tel,
            address: it.address,
            hours: it.hours,
            state: .init(it.state),
            stateWords: it.stateWords,
            note: it.note
        )
    }
}
