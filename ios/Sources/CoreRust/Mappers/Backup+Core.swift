import CoreAPI
import TsunagariFFI

extension CoreAPI.BackupContent {
    init(_ it: TsunagariFFI.BackupContent) {
        self.init(made: it.made, rows: Int(clamping: it.rows))
    }
}

extension CoreAPI.BackupSchedule {
    init(_ it: TsunagariFFI.BackupSchedule) {
        self.init(folder: it.folder, everyDays: Int(it.everyDays), worked: it.worked, inTrouble: it.inTrouble)
    }
}
