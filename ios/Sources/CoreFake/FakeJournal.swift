import CoreAPI
import Foundation

struct FakeJournal: Journal {
    let shared: Shared

    func vocabulary() async throws(CoreError) -> Vocabulary {
        try await shared.call(#function) { _ in Samples.vocabulary }
    }

    func log(_ draft: MoodDraft) async throws(CoreError) -> MoodEntry {
        try await shared.call(#function, tells: .mood) { world in
            try check(level: draft.level, labels: draft.labels, contexts: draft.contexts, at: draft.at)
            let (number, now) = (world.next(), world.now)
            let at = draft.at ?? inJapan(now)
            let entry = MoodEntry(
                id: id(number),
                at: at,
                day: String(at.prefix(10)),
                dayWords: String(at.prefix(10)),
                level: draft.level,
                labels: draft.labels,
                contexts: draft.contexts,
                note: draft.note,
                logged: now,
                amended: nil,
                lines: lines(draft.labels)
            )
            try world.moods { $0.append(entry) }
            return entry
        }
    }

    func amend(_ id: String, _ change: MoodChange) async throws(CoreError) -> MoodEntry {
        try await shared.call(#function, tells: .mood) { world in
            let now = world.now
            return try world.moods { moods in
                let place = try place(of: id, in: moods)
                var entry = moods[place]
                try check(
                    level: change.level ?? entry.level,
                    labels: change.labels ?? [],
                    contexts: change.contexts ?? [],
                    at: change.at
                )
                entry.level = change.level ?? entry.level
                entry.labels = change.labels ?? entry.labels
                entry.contexts = change.contexts ?? entry.contexts
                entry.note = change.note ?? entry.note
                entry.at = change.at ?? entry.at
                entry.day = String(entry.at.prefix(10))
                entry.amended = now
                entry.lines = lines(entry.labels)
                moods[place] = entry
                return entry
            }
        }
    }

    func erase(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .mood) { world in
            _ = try world.moods { $0.remove(at: try place(of: id, in: $0)) }
        }
    }

    func entry(_ id: String) async throws(CoreError) -> MoodEntry {
        try await shared.call(#function) { world in
            let moods = try world.shown()
            return moods[try place(of: id, in: moods)]
        }
    }

    func entries(from: String, to: String) async throws(CoreError) -> [MoodEntry] {
        try await shared.call(#function) { world in
            try checkDay(from, "from")
            try checkDay(to, "to")
            return try world.shown().filter { (from...max(from, to)).contains($0.day) }.sorted { $0.at < $1.at }
        }
    }

    func month(of day: String) async throws(CoreError) -> MoodMonth {
        try await shared.call(#function) { world in
            try checkDay(day, "day")
            let (year, month) = (Int(day.prefix(4)) ?? 0, Int(day.dropFirst(5).prefix(2)) ?? 0)
            let days = (1...28).map { cell(String(format: "%04d-%02d-%02d", year, month, $0), world) }
            let weeks = stride(from: 0, to: 28, by: 7).map { Array(days[$0..<$0 + 7]) }
            _ = try world.shown()
            return MoodMonth(year: year, month: month, title: "\(year)-\(month)", weeks: weeks)
        }
    }

    func year(_ year: Int) async throws(CoreError) -> MoodYear {
        try await shared.call(#function) { world in
            _ = try world.shown()
            let months = (1...12).map { month in
                (1...28).map { cell(String(format: "%04d-%02d-%02d", year, month, $0), world) }
            }
            return MoodYear(year: year, title: "\(year)", months: months)
        }
    }

    func yearSvg(_ year: Int, weather: Bool) async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            _ = try world.shown()
            return "<svg></svg>"
        }
    }

    func yearHtml(_ year: Int, weather: Bool) async throws(CoreError) -> String {
        try await shared.call(#function) { html(try $0.shown().map(\.day)) }
    }

    func stepAfter(_ id: String, area: String?) async throws(CoreError) -> AfterEntry {
        try await shared.call(#function) { world in
            let place = try Samples.area(area)
            let moods = try world.shown()
            let listen = moods[try self.place(of: id, in: moods)].lines
            return AfterEntry(
                step: listen ? nil : SmallStep(id: "blanket", text: "ふとんを肩まで", why: "見本"),
                lines: listen ? [Samples.anything] : [],
                place: nil,
                noPlace: place == nil ? nil : "まだ情報がありません"
            )
        }
    }

    func exportCsv() async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            (["id,at"] + (try world.shown().map { "\($0.id),\($0.at)" })).joined(separator: "\r\n")
        }
    }

    func exportJson() async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            _ = try world.shown()
            return #"{"format": "tsunagari-mood"}"#
        }
    }

    func importLog(_ file: Data) async throws(CoreError) -> MergedLog {
        try await shared.call(#function, tells: .mood) { world in
            let moods = try world.shown()
            guard String(decoding: file, as: UTF8.self).contains("tsunagari-mood") else {
                throw CoreError.invalid(field: "file")
            }
            return MergedLog(added: 0, same: moods.count, replaced: 0, older: 0)
        }
    }

    func pageHtml(_ wish: PageWish) async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            let days = (wish.from...max(wish.from, wish.to))
            let shown = try world.shown().filter { days.contains($0.day) && !wish.without.contains($0.id) }
            return html(shown.map { wish.notes ? $0.note : $0.day })
        }
    }

    func hide(_ hidden: Bool) async throws(CoreError) {
        try await shared.call(#function, tells: .mood) { try $0.change { $0.hidden = hidden } }
    }

    func isHidden() async throws(CoreError) -> Bool {
        try await shared.call(#function) { try $0.opened().hidden }
    }
}

extension FakeJournal {
    func forms() async throws(CoreError) -> [ConnectionForm] {
        try await shared.call(#function) { _ in [Samples.form] }
    }

    func listening(area: String?) async throws(CoreError) -> [Card] {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            return [Samples.anything]
        }
    }

    func back(_ form: String, answers: [Int], area: String?) async throws(CoreError) -> ConnectionBack {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            try check(form, answers)
            return ConnectionBack(
                sentence: "答えてくれて、ありがとうございます",
                verified: true,
                caution: nil,
                noDiagnosis: Samples.form.noDiagnosis,
                lines: [Samples.anything]
            )
        }
    }

    func figures(_ form: String) async throws(CoreError) -> ConnectionFigures? {
        try await shared.call(#function) { _ in
            guard form == Samples.form.id else { throw CoreError.notFound }
            return nil
        }
    }

    func keep(_ form: String, answers: [Int]) async throws(CoreError) -> ConnectionAnswers {
        try await shared.call(#function, tells: .answers) { world in
            _ = try world.opened()
            try check(form, answers)
            let at = inJapan(world.now)
            let day = String(at.prefix(10))
            let id = id(world.next())
            let kept = ConnectionAnswers(id: id, at: at, dayWords: day, form: form, answers: answers, said: [])
            try world.change { $0.answers.append(kept) }
            return kept
        }
    }

    func keptAnswers() async throws(CoreError) -> [ConnectionAnswers] {
        try await shared.call(#function) { try $0.opened().answers }
    }

    func eraseKept(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .answers) { world in
            try world.change { kept in
                guard let place = kept.answers.firstIndex(where: { $0.id == id }) else { throw CoreError.notFound }
                kept.answers.remove(at: place)
            }
        }
    }

    private func check(_ form: String, _ answers: [Int]) throws {
        guard form == Samples.form.id else { throw CoreError.notFound }
        let values = Samples.form.options.map(\.value)
        guard answers.count == Samples.form.questions.count, answers.allSatisfy(values.contains) else {
            throw CoreError.invalid(field: "answers")
        }
    }
}

extension FakeJournal {
    private func id(_ number: Int) -> String { String(format: "%032x", number) }

    private func lines(_ labels: [String]) -> Bool {
        Samples.vocabulary.labels.contains { $0.lines && labels.contains($0.code) }
    }

    private func place(of id: String, in moods: [MoodEntry]) throws -> Int {
        guard let place = moods.firstIndex(where: { $0.id == id }) else { throw CoreError.notFound }
        return place
    }

    private func check(level: Int, labels: [String], contexts: [String], at: String?) throws {
        guard (1...5).contains(level) else { throw CoreError.invalid(field: "level") }
        let words = Samples.vocabulary
        guard labels.allSatisfy({ words.labels.map(\.code).contains($0) }) else {
            throw CoreError.invalid(field: "labels")
        }
        guard contexts.allSatisfy({ words.contexts.map(\.code).contains($0) }) else {
            throw CoreError.invalid(field: "contexts")
        }
        if let at, ISO8601DateFormatter().date(from: at) == nil { throw CoreError.invalid(field: "at") }
    }

    private func checkDay(_ day: String, _ field: String) throws {
        let parts = day.split(separator: "-")
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ Int($0) != nil }) else {
            throw CoreError.invalid(field: field)
        }
    }

    private func cell(_ day: String, _ world: World) -> MoodDay {
        let levels = world.kept?.moods.filter { $0.day == day }.map(\.level) ?? []
        return MoodDay(day: day, within: true, levels: levels)
    }
}

extension World {
    /// The log, where it is not put away.
    fileprivate func shown() throws -> [MoodEntry] {
        let kept = try opened()
        guard !kept.hidden else { throw CoreError.putAway }
        return kept.moods
    }

    fileprivate mutating func moods<Result>(_ change: (inout [MoodEntry]) throws -> Result) throws -> Result {
        _ = try shown()
        return try self.change { try change(&$0.moods) }
    }
}
