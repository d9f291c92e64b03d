import CoreAPI
import TsunagariFFI

extension CoreAPI.AfterEntry {
    init(_ it: TsunagariFFI.AfterEntry) {
        self.init(
            step: it.step.map { .init($0) },
            lines: it.lines.map { .init($0) },
            place: it.place.map { .init($0) },
            noPlace: it.noPlace
        )
    }
}

extension CoreAPI.SmallStep {
    init(_ it: TsunagariFFI.SmallStep) {
        self.init(id: it.id, text: it.text, why: it.why)
    }
}
