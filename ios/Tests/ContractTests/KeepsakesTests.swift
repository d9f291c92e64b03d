import CoreAPI
import CoreFake
import CoreRust
import Testing

@Suite struct KeepsakesTests {
    @Test(arguments: Core.allCases) func linesOfThePlanAreAddedChangedAndMoved(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let keepsakes = subject.device.keepsakes
            try await keepsakes.addToPlan(step: 1, .written(text: "夜になると考えが止まらない"))
            try await keepsakes.addToPlan(step: 1, .written(text: "食べられない"))
            try await keepsakes.addToPlan(step: 5, .listed(id: "jp.yorisoi"))
            try await keepsakes.changePlan(step: 1, place: 2, .written(text: "食べるのを忘れる"))
            try await keepsakes.moveInPlan(step: 1, place: 2, to: 1)
            let steps = try await keepsakes.plan(area: nil).steps
            #expect(steps.map(\.number) == Array(1...7))
            #expect(steps[0].lines.map(\.text) == ["食べるのを忘れる", "夜になると考えが止まらない"])
            #expect(steps[4].lines.first?.entry?.card?.id == "jp.yorisoi")
            try await keepsakes.removeFromPlan(step: 1, place: 2)
            #expect(try await keepsakes.plan(area: nil).steps[0].lines.count == 1)
            #expect(try await keepsakes.planHtml(.sheet, area: nil).contains("食べるのを忘れる"))
        }
    }

    @Test(arguments: Core.allCases) func thePlanRefusesWhatDoesNotFit(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let keepsakes = subject.device.keepsakes
            await #expect(throws: CoreError.invalid(field: "step")) {
                try await keepsakes.addToPlan(step: 8, .written(text: "ない"))
            }
            await #expect(throws: CoreError.invalid(field: "step")) {
                try await keepsakes.addToPlan(step: -1, .written(text: "ない"))
            }
            await #expect(throws: CoreError.invalid(field: "text")) {
                try await keepsakes.addToPlan(step: 1, .written(text: ""))
            }
            await #expect(throws: CoreError.invalid(field: "traces")) {
                try await keepsakes.addToPlan(step: 5, .listed(id: "jp.dv-plus"))
            }
            await #expect(throws: CoreError.notFound) { try await keepsakes.addToPlan(step: 5, .listed(id: "nobody")) }
            await #expect(throws: CoreError.notFound) { try await keepsakes.removeFromPlan(step: 1, place: 1) }
            let steps = try await keepsakes.plan(area: nil).steps
            #expect(steps.flatMap(\.lines).isEmpty)
        }
    }

    @Test(arguments: Core.allCases) func theMemoShowsOnlyWhatMayBeShown(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let keepsakes = subject.device.keepsakes
            try await keepsakes.setMemo("name", "hana")
            try await keepsakes.setMemo("trouble", "だれとも話していません")
            await #expect(throws: CoreError.invalid(field: "share")) { try await keepsakes.memoSentences() }
            await #expect(throws: CoreError.invalid(field: "field")) { try await keepsakes.setMemo("colour", "青") }
            await #expect(throws: CoreError.invalid(field: "since")) {
                try await keepsakes.shareMemo(["trouble", "since"], true)
            }
            let sentences = try await keepsakes.memoSentences()
            #expect(sentences.count == 1)
            #expect(sentences.first?.contains("だれとも話していません") == true)
            #expect(try await !keepsakes.memoText().contains("hana"))
            #expect(try await !keepsakes.memoHtml(.sheet).contains("hana"))
            let code = try await keepsakes.memoQr()
            #expect(code.dark.count == code.size * code.size)
            #expect(try await keepsakes.memoQrSvg().contains("<svg"))
            let fields = try await keepsakes.memo()
            #expect(fields.filter(\.share).map(\.code) == ["trouble"])
            #expect(fields.first { $0.code == "name" }?.text == "hana")
            try await keepsakes.clearMemo(["name", "trouble"])
            #expect(try await keepsakes.memo().allSatisfy { $0.text.isEmpty && !$0.share })
        }
    }

    @Test(arguments: Core.allCases) func favouritesLeaveNoDangerousTrace(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let keepsakes = subject.device.keepsakes
            #expect(try await keepsakes.addFavourite("jp.yorisoi") == "よりそいホットライン")
            await #expect(throws: CoreError.invalid(field: "traces")) { try await keepsakes.addFavourite("jp.dv-plus") }
            #expect(try await keepsakes.favourites().map(\.id) == ["jp.yorisoi"])
            try await keepsakes.removeFavourite("jp.yorisoi")
            await #expect(throws: CoreError.notFound) { try await keepsakes.removeFavourite("jp.yorisoi") }
        }
    }

    @Test(arguments: Core.allCases) func ownEntriesAreFoundBesideTheOthers(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let (keepsakes, directory) = (subject.device.keepsakes, subject.device.directory)
            let id = try await keepsakes.addOwn(OwnWords(name: "よりみち食堂", tel: "087-000-0000"))
            await #expect(throws: CoreError.invalid(field: "text")) { try await keepsakes.addOwn(OwnWords(tel: "1")) }
            #expect(try await keepsakes.findOwn("よりみち").map(\.id) == [id])
            #expect(try await directory.find(FindRequest(text: "よりみち", own: true)).own.map(\.id) == [id])
            #expect(try await directory.find(FindRequest(text: "よりみち")).own.isEmpty)
            try await keepsakes.changeOwn(id, OwnWords(tel: ""))
            let own = try #require(try await keepsakes.owns().first)
            #expect(own.name == "よりみち食堂")
            #expect(own.tel.isEmpty)
            try await keepsakes.removeOwn(id)
            await #expect(throws: CoreError.notFound) { try await keepsakes.removeOwn(id) }
        }
    }

    @Test func aCodeThatIsShownIsRead() async throws {
        try await with(.rust, begun: true) { subject in
            let keepsakes = subject.device.keepsakes
            // What turns the direction of writing is not read.
            try await keepsakes.setMemo("trouble", "だれとも\u{202e}話していません")
            try await keepsakes.shareMemo(["trouble"], true)
            let shown = try await keepsakes.memoText().replacing("\u{202e}", with: "")
            let camera = FakeCamera(picture(of: try await keepsakes.memoQr()))
            #expect(try await RustCodeReader().read(camera) == shown)
            #expect(try await RustCodeReader().read(FakeCamera(FakeCamera.empty, times: 3)) == nil)
            let torn = FakeCamera(CameraFrame(width: 5, height: 5, luminance: .init()))
            await #expect(throws: CoreError.invalid(field: "frame")) { try await RustCodeReader().read(torn) }
        }
    }

    /// Four points for each module, and the white around them.
    private func picture(of code: QrCode) -> CameraFrame {
        let side = (code.size + 8) * 4
        var frame = CameraFrame(width: side, height: side, luminance: .init(repeating: 255, count: side * side))
        for y in 0..<code.size * 4 {
            for x in 0..<code.size * 4 where code.dark[y / 4 * code.size + x / 4] {
                frame.luminance[(y + 16) * side + x + 16] = 0
            }
        }
        return frame
    }
}
