import CoreAPI
import Testing

@Suite struct DirectoryTests {
    @Test(arguments: Core.allCases) func dangerPutsTheFireBrigadeFirst(core: Core) async throws {
        try await with(core) { subject in
            let answer = try await subject.device.directory.find(FindRequest(text: "薬をたくさん飲んだ", limit: 3))
            #expect(answer.danger)
            #expect(answer.cards.first?.id == "jp.119")
            #expect(answer.cards.first?.ways.first?.dial == "119")
            #expect(answer.cards.count <= 3)
            #expect(answer.emergency.map(\.id).prefix(2) == ["jp.119", "jp.110"])
        }
    }

    @Test(arguments: Core.allCases) func everythingElseIsNoDangerAndSaysWhy(core: Core) async throws {
        try await with(core) { subject in
            let answer = try await subject.device.directory.find(FindRequest(text: "話し相手がほしい", area: "高松市"))
            #expect(!answer.danger)
            #expect((1...5).contains(answer.cards.count))
            #expect(answer.cards.allSatisfy { !$0.reasons.isEmpty && !$0.assurance.isEmpty })
        }
    }

    @Test(arguments: Core.allCases) func aPlaceThatIsNotKnownIsAnInvalidArea(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            let nowhere = "どこにもない町"
            await #expect(throws: CoreError.invalid(field: "area")) {
                try await directory.find(FindRequest(text: "眠れない", area: nowhere))
            }
            await #expect(throws: CoreError.invalid(field: "area")) {
                try await directory.show("jp.yorisoi", area: nowhere)
            }
            await #expect(throws: CoreError.invalid(field: "area")) { try await directory.emergency(area: nowhere) }
            await #expect(throws: CoreError.invalid(field: "area")) {
                try await directory.places(near: nowhere, filters: Filters(), limit: 5)
            }
        }
    }

    @Test(arguments: Core.allCases) func areasAreOneSeveralOrNone(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            guard case .one(let area) = try await directory.areas("高松市") else {
                Issue.record("高松市 is one place")
                return
            }
            #expect(area == Area(code: "372013", name: "香川県高松市", kana: "たかまつし"))
            guard case .several(let areas) = try await directory.areas("府中市") else {
                Issue.record("there are two 府中市")
                return
            }
            #expect(areas.map(\.code) == ["132063", "342084"])
            guard case .none(let near) = try await directory.areas("たかま") else {
                Issue.record("たかま is no place")
                return
            }
            #expect(near.contains(area))
        }
    }

    @Test(arguments: Core.allCases) func whatLeavesTracesWarnsFirst(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            let (violence, anything) = try await (
                directory.show("jp.dv-plus", area: nil), directory.show("jp.yorisoi", area: nil)
            )
            #expect(violence.traceWarning != nil)
            #expect(anything.traceWarning == nil)
            await #expect(throws: CoreError.notFound) { try await directory.show("nobody", area: nil) }
            let paper = { traces in
                try await directory.paper(PaperRequest(ids: ["jp.dv-plus"], layout: .sheet, traces: traces))
            }
            await #expect(throws: CoreError.invalid(field: "traces")) { try await paper(false) }
            #expect(try await paper(true).hasPrefix("<!DOCTYPE html>"))
            await #expect(throws: CoreError.invalid(field: "traces")) {
                try await directory.code("jp.dv-plus", area: nil, traces: false)
            }
            #expect(try await directory.code("jp.dv-plus", area: nil, traces: true).text.contains(violence.card.name))
        }
    }

    @Test(arguments: Core.allCases) func aCodeSaysTheNumberAndWhoAssuredIt(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            let card = try await directory.show("jp.yorisoi", area: nil).card
            let code = try await directory.code("jp.yorisoi", area: nil, traces: false)
            let lines = code.text.split(separator: "\n").map(String.init)
            #expect(lines.first == card.name)
            let number = try #require(card.ways.first?.target)
            #expect(lines.contains { $0.contains(number) })
            #expect(lines.contains(card.assurance))
            #expect(code.code.dark.count == code.code.size * code.code.size)
            await #expect(throws: CoreError.notFound) { try await directory.code("nobody", area: nil, traces: false) }
            await #expect(throws: CoreError.invalid(field: "area")) {
                try await directory.code("jp.yorisoi", area: "どこにもない町", traces: false)
            }
        }
    }

    @Test(arguments: Core.allCases) func aBusyLineNeverEndsInNothing(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            let request = BusyRequest(ids: ["jp.yorisoi"], kind: "tel", remember: true)
            let busy = try await directory.busy(request)
            #expect(busy.line?.id == "jp.yorisoi")
            #expect(busy.choices.last == .enoughForToday)
            // Nothing is kept here.
            #expect(!busy.remembered)
            try await subject.device.lock.begin()
            #expect(try await directory.busy(request).remembered)
            #expect(try await subject.device.keepsakes.tries() == ["jp.yorisoi"])
            await #expect(throws: CoreError.notFound) { try await directory.busy(BusyRequest(ids: ["nobody"])) }
        }
    }

    @Test(arguments: Core.allCases) func questionsLeadToResults(core: Core) async throws {
        try await with(core) { subject in
            let directory = subject.device.directory
            guard case .questions(let page) = try await directory.guide(GivenAnswers()) else {
                Issue.record("it begins with questions")
                return
            }
            let question = try #require(page.questions.first)
            #expect(!question.options.isEmpty)
            #expect(!page.others.isEmpty)
            guard case .results(let results) = try await directory.guide(GivenAnswers(area: "高松市", enough: true)) else {
                Issue.record("enough leads to results")
                return
            }
            #expect(!results.cards.isEmpty)
            #expect(results.forAnything)
            #expect(!results.slots.isEmpty)
            let unknown = GivenAnswers(given: [GivenAnswer(question: "nothing", options: ["x"])])
            await #expect(throws: CoreError.invalid(field: "answers")) { try await directory.guide(unknown) }
        }
    }

    @Test(arguments: Core.allCases) func openDataIsImported(core: Core) async throws {
        try await with(core) { subject in
            let file = subject.folder.appendingPathComponent("library.csv")
            let rows = "名称,住所,緯度,経度,開館時間\n中央図書館,香川県高松市昭和町1-2-20,34.3380,134.0360,9:30～19:00\n"
            try rows.write(to: file, atomically: true, encoding: .utf8)
            let directory = subject.device.directory
            let before = try await directory.state().packs.count
            let imported = try await directory.importData(at: file.path, allKinds: false) { _ in }
            #expect(imported.entries == 1)
            #expect(imported.files.map(\.outcome) == [.imported])
            let state = try await directory.state()
            #expect(state.packs.count == before + 1)
            #expect(state.whole)
            await #expect(throws: CoreError.notFound) {
                try await directory.importData(at: "/nowhere/at/all", allKinds: false) { _ in }
            }
        }
    }
}
