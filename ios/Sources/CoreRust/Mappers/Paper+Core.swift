import CoreAPI
import TsunagariFFI

extension TsunagariFFI.PaperRequest {
    init(_ it: CoreAPI.PaperRequest) {
        self.init(ids: it.ids, layout: .init(it.layout), area: it.area, traces: it.traces)
    }
}

extension CoreAPI.EntryCode {
    init(_ it: TsunagariFFI.EntryCode) {
        self.init(text: it.text, code: .init(it.qr))
    }
}

extension TsunagariFFI.Layout {
    init(_ it: CoreAPI.PaperLayout) {
        self =
            switch it {
            case .sheet: .sheet
            case .cards: .cards
            case .copy: .copy
            }
    }
}
