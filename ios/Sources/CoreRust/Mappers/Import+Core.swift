import CoreAPI
import TsunagariFFI

extension CoreAPI.ImportProgress {
    init(_ it: TsunagariFFI.ImportProgress) {
        self.init(
            file: it.file,
            bytes: Int(clamping: it.bytes),
            totalBytes: Int(clamping: it.totalBytes),
            rows: Int(clamping: it.rows)
        )
    }
}

extension CoreAPI.Imported {
    init(_ it: TsunagariFFI.Imported) {
        self.init(
            entries: Int(clamping: it.entries),
            rows: Int(clamping: it.rows),
            refusedRows: Int(clamping: it.refusedRows),
            files: it.files.map { .init($0) }
        )
    }
}

extension CoreAPI.ImportedFile {
    init(_ it: TsunagariFFI.ImportedFile) {
        self.init(
            file: it.file,
            outcome: .init(it.outcome),
            words: it.words,
            entries: Int(clamping: it.entries),
            noticed: it.noticed
        )
    }
}

extension CoreAPI.FileOutcome {
    init(_ it: TsunagariFFI.FileOutcome) {
        self =
            switch it {
            case .imported: .imported
            case .setAside: .setAside
            case .refused: .refused
            case .notData: .notData
            }
    }
}
