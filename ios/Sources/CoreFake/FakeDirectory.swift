import CoreAPI

struct FakeDirectory: Directory {
    let shared: Shared
    private let searches = Guarded(0)

    init(shared: Shared) { self.shared = shared }

    func find(_ request: FindRequest) async throws(CoreError) -> Answer {
        let number = searches.use { searches in
            searches += 1
            return searches
        }
        return try await shared.call(#function) { world in
            guard searches.use({ $0 }) == number else { throw CoreError.cancelled }
            _ = try Samples.area(request.area)
            let danger = Samples.dangers.contains { request.text.contains($0) }
            let found = (danger ? [Samples.fire] : []) + [Samples.anything]
            let own = request.own ? (try? world.opened())?.owns.filter { $0.name.contains(request.text) } : nil
            return Answer(
                danger: danger,
                understood: nil,
                gaps: [],
                cards: Array(found.prefix(request.limit == 0 ? 5 : request.limit)),
                own: own ?? [],
                cut: false,
                emergency: Samples.emergency
            )
        }
    }

    func show(_ id: String, area: String?) async throws(CoreError) -> Detail {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            let card = try Samples.card(id)
            let warning = DetailSection(title: "見る前に", texts: ["電話の記録が残ることがあります"], points: false)
            return Detail(
                card: card,
                season: [],
                traceWarning: card.traceWarning ? warning : nil,
                about: [],
                place: [],
                wayDetails: [],
                otherAreas: nil,
                menu: [],
                promise: [Fact(code: "anonymous", words: "名前を言わずに話せますか", answer: nil, answerWords: "わかりません")],
                firstVisit: [],
                opening: ["だれかと話したくて、電話しました"],
                caveats: [],
                smallerSteps: [SmallerStep(id: "read", keep: false, words: "いまは読むだけ")],
                sources: []
            )
        }
    }

    func lines(area: String?, filters: Filters) async throws(CoreError) -> [Card] {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            return Samples.all
        }
    }

    func places(near area: String, filters: Filters, limit: Int) async throws(CoreError) -> Around {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            return Around(places: [], slots: [Slot(kind: "kodoku", name: "孤独・孤立の相談窓口", filledBy: [])])
        }
    }

    func emergency(area: String?) async throws(CoreError) -> [EmergencyLine] {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            return Samples.emergency
        }
    }

    func busy(_ request: BusyRequest) async throws(CoreError) -> Busy {
        try await shared.call(#function) { world in
            _ = try Samples.area(request.area)
            let tried = try request.ids.map { try Samples.card($0) }
            let remembered = try request.remember && world.kept != nil && world.isOpen && world.remember(request.ids)
            let others = [Samples.anything].filter { !request.ids.contains($0.id) }
            return Busy(
                line: tried.last,
                choices: others.map { .line(card: $0, way: "tel") } + [.enoughForToday],
                remembered: remembered,
                emergency: Samples.emergency
            )
        }
    }

    func guide(_ answers: GivenAnswers) async throws(CoreError) -> AskStep {
        try await shared.call(#function) { _ in
            let area = try Samples.area(answers.area)
            let known = ["everyone", "child"]
            guard known.contains(answers.form ?? "everyone"), answers.given.allSatisfy({ $0.question == "concerns" })
            else {
                throw CoreError.invalid(field: "answers")
            }
            if answers.enough || !answers.given.isEmpty {
                let danger = answers.given.contains { $0.options.contains("danger") }
                return .results(results: results(danger: danger, area: area))
            }
            return .questions(page: page(answers.form ?? "everyone", known))
        }
    }

    func areas(_ text: String) async throws(CoreError) -> AreaAnswer {
        try await shared.call(#function) { _ in
            let found = Samples.areas.filter { $0.code == text || $0.name.hasSuffix(text) }
            if found.count == 1, let area = found.first { return .one(area: area) }
            return found.isEmpty ? .none(near: Samples.areas) : .several(areas: found)
        }
    }

    func importData(
        at path: String,
        allKinds: Bool,
        told: @escaping @Sendable (ImportProgress) -> Void
    ) async throws(CoreError) -> Imported {
        try await shared.call(#function, tells: .directory) { world in
            guard path.hasSuffix(".csv") else { throw CoreError.notFound }
            told(ImportProgress(file: path, bytes: 1, totalBytes: 1, rows: 1))
            let file = ImportedFile(file: path, outcome: .imported, words: nil, entries: 1, noticed: [])
            let imported = Imported(entries: 1, rows: 1, refusedRows: 0, files: [file])
            world.imported.append(imported)
            return imported
        }
    }

    func state() async throws(CoreError) -> DirectoryState {
        try await shared.call(#function) { world in
            let own = world.imported.enumerated().map { number, imported in
                PackState(id: "own:\(number)", name: "取りこんだもの", entries: imported.entries, on: nil, age: nil)
            }
            let national = PackState(id: "jp", name: "見本", entries: Samples.all.count, on: "2026-11-22", age: nil)
            return DirectoryState(packs: [national] + own, clockOk: true, whole: true)
        }
    }

    func paper(_ request: PaperRequest) async throws(CoreError) -> String {
        try await shared.call(#function) { _ in
            let cards = try request.ids.map { try Samples.card($0) }
            if !request.traces, cards.contains(where: \.traceWarning) { throw CoreError.invalid(field: "traces") }
            return html(cards.map(\.name))
        }
    }

    func code(_ id: String, area: String?, traces: Bool) async throws(CoreError) -> EntryCode {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            let card = try Samples.card(id)
            if !traces, card.traceWarning { throw CoreError.invalid(field: "traces") }
            let ways = card.ways.compactMap { way in way.target.map { "\(way.name)：\($0)" } }
            return EntryCode(text: ([card.name] + ways + [card.assurance]).joined(separator: "\n"), code: .fake)
        }
    }
}

extension FakeDirectory {
    private func page(_ form: String, _ forms: [String]) -> AskPage {
        let options = [("danger", "いま、あぶない"), ("lonely", "さみしい")]
        let question = Question(
            id: "concerns",
            kind: .many,
            text: "いま気になっていること",
            groups: [],
            options: options.map { QuestionOption(id: $0.0, group: nil, text: $0.1) }
        )
        let named = { AskForm(id: $0, name: $0, intro: "答えたくないところは、とばせます。") }
        return AskPage(form: named(form), questions: [question], others: forms.filter { $0 != form }.map(named))
    }

    private func results(danger: Bool, area: Area?) -> AskResults {
        AskResults(
            danger: danger,
            forAnything: !danger,
            cards: (danger ? [Samples.fire] : []) + [Samples.anything],
            relaxed: [],
            gaps: [],
            slots: area == nil ? [] : [Slot(kind: "kodoku", name: "孤独・孤立の相談窓口", filledBy: [])],
            emergency: Samples.emergency
        )
    }
}

extension World {
    fileprivate mutating func remember(_ ids: [String]) throws -> Bool {
        try change { kept in
            kept.tries += ids.filter { !kept.tries.contains($0) }
            return true
        }
    }
}

/// A page of HTML with lines.
func html(_ lines: [String]) -> String {
    "<!DOCTYPE html>\n" + lines.map { "<p>\($0)</p>" }.joined()
}
