import CoreAPI
import CoreFake
import Features
import Testing

@MainActor @Suite struct AskModelTests {
    private let device = FakeDevice()

    @Test func oneQuestionAfterAnotherLeadsToResults() async throws {
        let model = AskModel(device: device)
        await model.begin()
        let question = try #require(model.question)
        #expect(!model.canGoBack)
        model.tick("lonely")
        model.tick("danger")
        model.tick("lonely")
        #expect(model.ticked == ["danger"])
        await model.next()
        #expect(model.results?.danger == true)
        #expect(model.question == nil)
        await model.back()
        #expect(model.question == question)
        #expect(model.ticked.isEmpty)
    }

    @Test func enoughLeadsToResultsAndBack() async {
        let model = AskModel(device: device)
        await model.begin(form: "child")
        #expect(model.page?.form.id == "child")
        await model.enough()
        #expect(model.results?.forAnything == true)
        await model.back()
        #expect(model.page != nil)
        #expect(!model.canGoBack)
    }

    @Test func aFormThatIsNotThereIsSaid() async {
        let model = AskModel(device: device)
        await model.begin(form: "nobody")
        #expect(model.step.problem == .invalid(field: "answers"))
        #expect(model.question == nil)
    }
}

@MainActor @Suite struct DetailModelTests {
    private let device = FakeDevice()

    @Test func aWarningComesFirstAndNothingIsKept() async throws {
        try await device.lock.begin()
        let model = DetailModel(device: device, id: "jp.dv-plus", area: nil)
        let following = Task { await model.follow() }
        await until("it is shown") { model.detail.value != nil }
        #expect(model.warning != nil)
        model.goOn()
        #expect(model.warning == nil)
        #expect(!model.canBeFavourite)
        await model.toggleFavourite()
        #expect(model.deed.problem == .invalid(field: "traces"))
        #expect(!model.isFavourite)
        following.cancel()
        await following.value
    }

    @Test func favouritesComeAndGo() async throws {
        let model = DetailModel(device: device, id: "jp.yorisoi", area: nil)
        let following = Task { await model.follow() }
        await until("it is shown") { model.detail.value != nil }
        #expect(!model.canBeFavourite)
        try await device.lock.begin()
        await until("it can be kept") { model.canBeFavourite }
        await model.toggleFavourite()
        #expect(model.isFavourite)
        #expect(try await device.keepsakes.favourites().map(\.id) == ["jp.yorisoi"])
        await model.toggleFavourite()
        #expect(!model.isFavourite)
        following.cancel()
        await following.value
    }

    @Test func anEntryThatIsGoneIsSaid() async {
        let model = DetailModel(device: device, id: "nobody", area: nil)
        let following = Task { await model.follow() }
        await until("it is said") { model.detail.problem == .notFound }
        await device.close()
        await following.value
    }
}

@MainActor @Suite struct BusyLineModelTests {
    private let device = FakeDevice()

    @Test func thereIsAlwaysAnotherChoice() async {
        let model = BusyLineModel(device: device, area: nil)
        await model.didNotAnswer("jp.119")
        #expect(model.busy.value?.choices.count == 2)
        await model.didNotAnswer("jp.yorisoi", kind: "tel")
        #expect(model.busy.value?.line?.id == "jp.yorisoi")
        #expect(model.busy.value?.choices.last == .enoughForToday)
        model.stopForToday()
        #expect(model.isOver)
        #expect(model.busy.value == nil)
    }

    @Test func nothingIsRememberedUnasked() async throws {
        try await device.lock.begin()
        let model = BusyLineModel(device: device, area: nil)
        await model.didNotAnswer("jp.yorisoi")
        #expect(try await device.keepsakes.tries().isEmpty)
        model.remember = true
        await model.ask()
        #expect(model.busy.value?.remembered == true)
        #expect(try await device.keepsakes.tries() == ["jp.yorisoi"])
    }
}
