import CoreAPI
import Foundation

struct FakeHome: Home {
    let shared: Shared

    private let today = QuietLine(id: "year-end", text: "見本の一行です。", why: ["見本です"], record: "jp.yorisoi", search: nil)

    init(shared: Shared) { self.shared = shared }

    func line() async throws(CoreError) -> QuietLine? {
        try await shared.call(#function) { world in
            let choice = try world.opened().home
            return choice.off || choice.never.contains(today.id) ? nil : today
        }
    }

    func choice() async throws(CoreError) -> HomeChoice {
        try await shared.call(#function) { try $0.opened().home }
    }

    func setArea(_ area: String?) async throws(CoreError) {
        try await shared.call(#function, tells: .home) { world in
            let found = try Samples.area(area)
            try world.change { ($0.home.area, $0.home.areaName) = (found?.code, found?.name) }
        }
    }

    func setAge(_ age: AgeBand?) async throws(CoreError) {
        try await shared.call(#function, tells: .home) { try $0.change { $0.home.age = age } }
    }

    func neverAgain(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .home) { world in
            guard id == today.id else { throw CoreError.notFound }
            try world.change { $0.home.never.append(id) }
        }
    }

    func setOff(_ off: Bool) async throws(CoreError) {
        try await shared.call(#function, tells: .home) { try $0.change { $0.home.off = off } }
    }
}

/// Backups that hold nothing but when they were made.
struct FakeBackups: Backups {
    let shared: Shared
    private let files = Guarded([String: (passphrase: String, content: BackupContent)]())

    init(shared: Shared) { self.shared = shared }

    func backUp(to path: String, passphrase: String) async throws(CoreError) -> BackupContent {
        try await shared.call(#function) { world in
            _ = try world.opened()
            try long(passphrase)
            let content = BackupContent(made: world.now, rows: 1)
            files.use { $0[path] = (passphrase, content) }
            return content
        }
    }

    func check(_ path: String, passphrase: String) async throws(CoreError) -> BackupContent {
        try await shared.call(#function) { _ in try read(path, passphrase) }
    }

    func restore(_ path: String, passphrase: String, replace: Bool) async throws(CoreError) -> BackupContent {
        try await shared.call(#function, tells: .lock) { world in
            let content = try read(path, passphrase)
            if let kept = world.kept, !kept.isEmpty, !replace { throw CoreError.alreadyKept }
            world.kept = world.kept ?? World.Kept()
            world.isOpen = true
            return content
        }
    }

    func schedule(folder: String, passphrase: String, everyDays: Int) async throws(CoreError) {
        try await shared.call(#function, tells: .backup) { world in
            try long(passphrase)
            let schedule = BackupSchedule(folder: folder, everyDays: everyDays, worked: nil, inTrouble: false)
            try world.change { $0.schedule = schedule }
        }
    }

    func endSchedule() async throws(CoreError) {
        try await shared.call(#function, tells: .backup) { try $0.change { $0.schedule = nil } }
    }

    func scheduleState() async throws(CoreError) -> BackupSchedule? {
        try await shared.call(#function) { try $0.opened().schedule }
    }

    func backUpIfDue() async throws(CoreError) -> Bool {
        try await shared.call(#function) { world in
            let now = world.now
            return try world.change { kept in
                guard kept.schedule?.worked == nil, kept.schedule != nil else { return false }
                kept.schedule?.worked = now
                return true
            }
        }
    }

    private func long(_ passphrase: String) throws {
        guard passphrase.count >= 8 else { throw CoreError.invalid(field: "passphrase") }
    }

    private func read(_ path: String, _ passphrase: String) throws -> BackupContent {
        guard let file = files.use({ $0[path] }) else { throw CoreError.notFound }
        guard file.passphrase == passphrase else { throw CoreError.wrongSecret }
        return file.content
    }
}
