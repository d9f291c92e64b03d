import CoreAPI
import TsunagariFFI

struct RustHome: CoreAPI.Home {
    let home: TsunagariFFI.Home
    let calls: Calls

    func line() async throws(CoreError) -> CoreAPI.QuietLine? {
        try await calls { try home.line().map { .init($0) } }
    }

    func choice() async throws(CoreError) -> CoreAPI.HomeChoice {
        try await calls { .init(try home.choice()) }
    }

    func setArea(_ area: String?) async throws(CoreError) {
        try await calls { try home.setArea(area: area) }
    }

    func setAge(_ age: CoreAPI.AgeBand?) async throws(CoreError) {
        try await calls { try home.setAge(age: age.map { .init($0) }) }
    }

    func neverAgain(_ id: String) async throws(CoreError) {
        try await calls { try home.neverAgain(id: id) }
    }

    func setOff(_ off: Bool) async throws(CoreError) {
        try await calls { try home.setOff(off: off) }
    }
}

struct RustBackups: CoreAPI.Backups {
    let backups: TsunagariFFI.Backups
    let calls: Calls

    func backUp(to path: String, passphrase: String) async throws(CoreError) -> CoreAPI.BackupContent {
        try await calls { .init(try backups.backUp(path: path, passphrase: passphrase)) }
    }

    func check(_ path: String, passphrase: String) async throws(CoreError) -> CoreAPI.BackupContent {
        try await calls { .init(try backups.check(path: path, passphrase: passphrase)) }
    }

    func restore(
        _ path: String,
        passphrase: String,
        replace: Bool
    ) async throws(CoreError) -> CoreAPI.BackupContent {
        try await calls { .init(try backups.restore(path: path, passphrase: passphrase, replace: replace)) }
    }

    func schedule(folder: String, passphrase: String, everyDays: Int) async throws(CoreError) {
        let days = UInt16(clamping: everyDays)
        try await calls { try backups.schedule(folder: folder, passphrase: passphrase, everyDays: days) }
    }

    func endSchedule() async throws(CoreError) {
        try await calls { try backups.endSchedule() }
    }

    func scheduleState() async throws(CoreError) -> CoreAPI.BackupSchedule? {
        try await calls { try backups.scheduleState().map { .init($0) } }
    }

    func backUpIfDue() async throws(CoreError) -> Bool {
        try await calls { try backups.backUpIfDue() }
    }
}
