import CoreAPI
import CoreFake
import Features
import Testing

@MainActor @Suite struct LockModelTests {
    private let device = FakeDevice()

    @Test func fromNothingToOpenToLocked() async {
        let model = LockModel(device: device)
        #expect(model.screen == .unknown)
        let following = Task { await model.follow() }
        await until("nothing is kept") { model.screen == .nothingKept }
        await model.begin()
        await until("it is open") { model.screen == .open }
        #expect(await model.setPin(old: "", new: "12") == false)
        #expect(model.deed.problem == .invalid(field: "pin"))
        #expect(await model.setPin(old: "", new: "4649"))
        await model.lock()
        await until("it is locked") { model.screen == .locked }
        model.pin = "0000"
        await model.unlock()
        #expect(model.wasWrong)
        #expect(model.pin.isEmpty)
        #expect(model.screen == .locked)
        model.pin = "4649"
        await model.unlock()
        #expect(!model.wasWrong)
        await until("it is open again") { model.screen == .open }
        following.cancel()
        await following.value
    }

    @Test func afterManyWrongTriesItSaysUntilWhen() async throws {
        try await device.lock.begin()
        try await device.lock.setPin(old: "", new: "4649")
        try await device.lock.lock()
        let model = LockModel(device: device)
        for _ in 0..<6 {
            model.pin = "0000"
            await model.unlock()
        }
        #expect(model.waitsUntil != nil)
    }

    @Test func aFingerOpensIt() async throws {
        try await device.lock.begin()
        let (model, finger) = (LockModel(device: device), FakeSecretBox(key: 3))
        await model.setPin(old: "", new: "4649")
        #expect(await model.setBiometric(pin: "4649", finger: finger))
        await model.lock()
        await model.unlock(with: FakeSecretBox(key: 5))
        #expect(model.wasWrong)
        await model.unlock(with: finger)
        #expect(model.screen == .open)
        await model.forgetEverything()
        #expect(model.screen == .nothingKept)
    }
}

@MainActor @Suite struct MoodModelTests {
    private let device = FakeDevice()

    @Test func oneTapWritesAndCanBeTakenBack() async throws {
        try await device.lock.begin()
        let model = MoodModel(device: device, today: "2026-11-24")
        let following = Task { await model.follow() }
        await until("it is shown") { model.entries.value != nil }
        #expect(model.vocabulary.value?.levels.count == 5)
        await model.log(level: 2)
        let entry = try #require(model.justLogged)
        await until("it is in the list") { model.entries.value == [entry] }
        #expect(model.month.value?.weeks.joined().contains { $0.levels == [2] } == true)
        await model.amend(entry.id, MoodChange(note: "ねむれた"))
        #expect(model.justLogged?.note == "ねむれた")
        await model.erase(entry.id)
        #expect(model.justLogged == nil)
        await until("it is gone") { model.entries.value?.isEmpty == true }
        following.cancel()
        await following.value
    }

    @Test func wordsThatCallForPeopleBringThemAtOnce() async throws {
        try await device.lock.begin()
        let model = MoodModel(device: device, today: "2026-11-24")
        model.labels = ["want-to-vanish"]
        model.note = "消えたい"
        await model.log(level: 1)
        #expect(model.listens)
        #expect(model.after.value?.lines.isEmpty == false)
        #expect(model.labels.isEmpty && model.note.isEmpty)
        await model.log(level: 3)
        #expect(model.after.value == nil)
        await model.showAfter(area: "高松市")
        #expect(model.after.value?.step != nil)
    }

    @Test func whatCouldNotBeWrittenStaysOnTheScreen() async throws {
        try await device.lock.begin()
        let model = MoodModel(device: device, today: "2026-11-24")
        device.control.fail("log", with: .full)
        model.note = "ねむれない"
        await model.log(level: 2)
        #expect(model.deed.problem == .full)
        #expect(model.note == "ねむれない")
        device.control.mend("log")
        await model.log(level: 2)
        #expect(model.deed.problem == nil)
        #expect(model.note.isEmpty)
    }

    @Test func aLogPutAwayShowsNothing() async throws {
        try await device.lock.begin()
        let model = MoodModel(device: device, today: "2026-11-24")
        await model.log(level: 2)
        let following = Task { await model.follow() }
        await until("it is shown") { model.entries.value?.count == 1 }
        await model.hide(true)
        #expect(model.isHidden)
        await until("it is hidden") { model.entries.value == nil && model.month.value == nil }
        await model.hide(false)
        await until("it is back") { model.entries.value?.count == 1 }
        following.cancel()
        await following.value
    }

    @Test func theLockTakesItOffTheScreen() async throws {
        try await device.lock.begin()
        try await device.lock.setPin(old: "", new: "4649")
        let model = MoodModel(device: device, today: "2026-11-24")
        await model.log(level: 2)
        let following = Task { await model.follow() }
        await until("it is shown") { model.entries.value?.count == 1 }
        try await device.lock.lock()
        await until("it is gone") { model.entries.value == nil && model.entries.problem == .locked }
        following.cancel()
        await following.value
    }
}

@MainActor @Suite struct PlanModelTests {
    private let device = FakeDevice()

    @Test func aHardHourAlwaysShowsSomething() async throws {
        let model = PlanModel(device: device)
        let following = Task { await model.follow() }
        await until("it is shown") { model.page.value != nil }
        #expect(model.page.value?.missing == .nothingKept)
        #expect(model.steps.count == 7)
        #expect(model.page.value?.hours.listening.isEmpty == false)
        try await device.lock.begin()
        await until("there is a plan") { model.page.value?.missing == nil }
        #expect(await model.add(.written(text: "お茶をのむ"), to: 2))
        await until("the line is there") { model.steps.map(\.number) == [2] }
        try await device.lock.setPin(old: "", new: "4649")
        try await device.lock.lock()
        await until("it is locked") { model.page.value?.missing == .locked }
        #expect(model.steps.count == 7)
        #expect(model.steps.flatMap(\.lines).isEmpty)
        following.cancel()
        await following.value
    }

    @Test func linesAreChangedMovedAndTakenAway() async throws {
        try await device.lock.begin()
        let model = PlanModel(device: device)
        await model.add(.written(text: "一"), to: 1)
        await model.add(.written(text: "二"), to: 1)
        await model.move(step: 1, from: 2, to: 1)
        #expect(model.steps.first?.lines.map(\.text) == ["二", "一"])
        #expect(await model.change(step: 1, place: 1, to: .listed(id: "jp.yorisoi")))
        #expect(await model.change(step: 1, place: 1, to: .listed(id: "jp.dv-plus")) == false)
        #expect(model.deed.problem == .invalid(field: "traces"))
        await model.remove(step: 1, place: 2)
        #expect(model.steps.first?.lines.map(\.text) == ["よりそいホットライン"])
    }
}

@MainActor @Suite struct MemoModelTests {
    private let device = FakeDevice()

    @Test func onlyWhatMayBeShownIsShown() async throws {
        try await device.lock.begin()
        let model = MemoModel(device: device)
        await model.write("name", "hana")
        await model.write("trouble", "だれとも話していません")
        #expect(!model.canBeShown)
        #expect(model.sentences.value == nil)
        await model.showCode()
        #expect(model.code.problem == .invalid(field: "share"))
        await model.share("trouble", true)
        #expect(model.sentences.value == ["だれとも話していません"])
        await model.showCode()
        #expect(model.code.value != nil)
        await model.write("trouble", "")
        #expect(!model.canBeShown)
        #expect(model.sentences.value == nil)
        #expect(model.code.value == nil)
        await model.share("since", true)
        #expect(model.deed.problem == .invalid(field: "since"))
    }
}

@MainActor @Suite struct CheckInsModelTests {
    private let device = FakeDevice()
    private let alarms = FakeAlarms()
    private let rule = CheckInRule(about: .feeling, days: Weekday.allCases, from: "18:00", to: "20:00")

    @Test func thePhoneFollowsWhatIsChosen() async throws {
        try await device.lock.begin()
        let model = CheckInsModel(device: device, alarms: alarms)
        #expect(await model.add(rule))
        #expect(model.list.value?.count == 1)
        #expect(alarms.all.map(\.id) == model.planned.value?.map(\.id))
        await model.rest(days: 3)
        #expect(model.isResting)
        #expect(alarms.all.isEmpty)
        await model.endRest()
        #expect(!model.isResting)
        #expect(!alarms.all.isEmpty)
        await model.enoughForToday()
        #expect(model.silence.value?.enoughToday == true)
        await model.beginSelfTest()
        #expect(model.selfTest.value != .notBegun)
        let id = try #require(model.list.value?.first?.id)
        await model.less(id)
        #expect(model.list.value?.first?.rarer == 1)
        await model.remove(id)
        #expect(model.list.value?.isEmpty == true)
        #expect(alarms.all.allSatisfy { $0.checkIn.isEmpty })
    }

    @Test func aPhoneThatFailsLosesNothing() async throws {
        try await device.lock.begin()
        let model = CheckInsModel(device: device, alarms: alarms)
        alarms.refuse(with: .unexpected(code: "alarms"))
        #expect(await model.add(rule))
        #expect(model.list.value?.count == 1)
        #expect(model.phoneFailed == .unexpected(code: "alarms"))
        alarms.refuse(with: nil)
        await model.apply()
        #expect(model.phoneFailed == nil)
        #expect(!alarms.all.isEmpty)
    }

    @Test func whatCannotBeIsSaidWithItsField() async throws {
        try await device.lock.begin()
        let model = CheckInsModel(device: device, alarms: alarms)
        var wrong = rule
        wrong.days = []
        #expect(await model.add(wrong) == false)
        #expect(model.deed.problem == .invalid(field: "days"))
        await model.setQuietHours(from: "late", to: "08:00")
        #expect(model.deed.problem == .invalid(field: "from"))
        await model.setAlone(true)
        #expect(model.deed.problem == nil)
        #expect(model.silence.value?.alone == true)
    }
}
