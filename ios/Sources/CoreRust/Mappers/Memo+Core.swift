import CoreAPI
import TsunagariFFI

extension CoreAPI.MemoField {
    init(_ it: TsunagariFFI.MemoField) {
        self.init(code: it.code, title: it.title, text: it.text, share: it.share)
    }
}

extension CoreAPI.QrCode {
    init(_ it: TsunagariFFI.Qr) {
        self.init(size: Int(it.size), dark: it.dark)
    }
}
