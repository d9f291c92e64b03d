import CoreAPI
import CoreFake
import Features
import Testing

@MainActor @Suite struct FindModelTests {
    private let device = FakeDevice()

    @Test func dangerIsShownFirst() async {
        let model = FindModel(device: device)
        model.text = "薬をたくさん飲んだ"
        await model.search()
        #expect(model.isDanger)
        #expect(model.answer.value?.cards.first?.id == "jp.119")
    }

    @Test func blanksAskNothing() async {
        let model = FindModel(device: device)
        model.text = " 　\n"
        #expect(model.request == nil)
        await model.search()
        #expect(device.control.asked.isEmpty)
        #expect(model.answer.value == nil)
        #expect(!model.foundNothing)
    }

    @Test func aKeystrokeCancelsTheSearchBefore() async {
        let model = FindModel(device: device)
        device.control.hold("find")
        model.text = "眠れ"
        let earlier = Task { await model.search() }
        await until("the search waits") { model.answer.isAsking && device.control.asked == ["find"] }
        earlier.cancel()
        await earlier.value
        #expect(device.control.stopped == 1)
        #expect(model.answer.value == nil)
        #expect(model.answer.problem == nil)
        device.control.release("find")
        model.text = "眠れない"
        await model.search()
        #expect(model.answer.value != nil)
    }

    @Test func anOldAnswerNeverComesInThePlaceOfANewerOne() async {
        let model = FindModel(device: device)
        device.control.hold("find")
        model.text = "薬をたくさん飲んだ"
        let earlier = Task { await model.search() }
        await until("the search waits") { device.control.asked.count == 1 }
        model.text = "眠れない"
        let later = Task { await model.search() }
        await until("both wait") { device.control.asked.count == 2 }
        device.control.release("find")
        await later.value
        await earlier.value
        #expect(model.answer.value != nil)
        #expect(!model.isDanger)
    }

    @Test func whatWasFoundStaysWhenSomethingGoesWrong() async {
        let model = FindModel(device: device)
        model.text = "眠れない"
        await model.search()
        model.area = "どこにもない町"
        await model.search()
        #expect(model.answer.problem == .invalid(field: "area"))
        #expect(model.answer.value != nil)
        model.area = "高松市"
        await model.search()
        #expect(model.answer.problem == nil)
    }

    @Test func aClosedDeviceShowsNothingMore() async {
        let model = FindModel(device: device)
        model.text = "眠れない"
        await model.search()
        await device.close()
        await model.search()
        #expect(model.answer.problem == .closed)
        #expect(model.answer.value == nil)
    }
}
