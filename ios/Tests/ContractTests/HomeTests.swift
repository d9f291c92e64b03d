import CoreAPI
import Testing

@Suite struct HomeTests {
    @Test(arguments: Core.allCases) func theLineOfHomeCanBeRefused(core: Core) async throws {
        try await with(core, begun: true) { subject in
            subject.clock.move(to: "2026-12-28T10:00:00+09:00")
            let home = subject.device.home
            let line = try #require(try await home.line())
            #expect(!line.why.isEmpty)
            #expect(line.record == "jp.yorisoi")
            #expect(try await home.line() == line)
            await #expect(throws: CoreError.notFound) { try await home.neverAgain("nobody") }
            try await home.neverAgain(line.id)
            #expect(try await home.choice().never == [line.id])
            #expect(try await home.line()?.id != line.id)
            try await home.setOff(true)
            #expect(try await home.line() == nil)
        }
    }

    @Test(arguments: Core.allCases) func whereAndHowOldIsSaidAndTakenBack(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let home = subject.device.home
            try await home.setArea("高松市")
            try await home.setAge(.from50)
            await #expect(throws: CoreError.invalid(field: "area")) { try await home.setArea("どこにもない町") }
            var choice = HomeChoice(area: "372013", areaName: "香川県高松市", age: .from50, never: [], off: false)
            #expect(try await home.choice() == choice)
            try await home.setArea(nil)
            (choice.area, choice.areaName) = (nil, nil)
            #expect(try await home.choice() == choice)
        }
    }

    @Test(arguments: Core.allCases) func aBackupOpensWithItsPassphraseOnly(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let backups = subject.device.backups
            try await subject.device.keepsakes.setMemo("name", "hana")
            let path = subject.folder.appendingPathComponent("hana.backup").path
            let phrase = "correct horse battery"
            await #expect(throws: CoreError.invalid(field: "passphrase")) {
                try await backups.backUp(to: path, passphrase: "short")
            }
            let made = try await backups.backUp(to: path, passphrase: phrase)
            #expect(try await backups.check(path, passphrase: phrase) == made)
            await #expect(throws: CoreError.wrongSecret) { try await backups.check(path, passphrase: "another horse") }
            await #expect(throws: CoreError.notFound) { try await backups.check("/nowhere/at/all", passphrase: phrase) }
            await #expect(throws: CoreError.alreadyKept) {
                try await backups.restore(path, passphrase: phrase, replace: false)
            }
            #expect(try await backups.restore(path, passphrase: phrase, replace: true) == made)
        }
    }

    @Test(arguments: Core.allCases) func scheduledBackupsAreMadeWhenDue(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let backups = subject.device.backups
            #expect(try await backups.scheduleState() == nil)
            #expect(try await backups.backUpIfDue() == false)
            try await backups.schedule(folder: subject.folder.path, passphrase: "correct horse battery", everyDays: 7)
            #expect(try await backups.backUpIfDue())
            #expect(try await backups.backUpIfDue() == false)
            let state = try #require(try await backups.scheduleState())
            #expect(state.everyDays == 7)
            #expect(state.worked != nil)
            try await backups.endSchedule()
            #expect(try await backups.scheduleState() == nil)
        }
    }
}
