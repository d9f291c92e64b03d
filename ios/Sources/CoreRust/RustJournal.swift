import CoreAPI
import Foundation
import TsunagariFFI

struct RustJournal: CoreAPI.Journal {
    let journal: TsunagariFFI.Journal
    let calls: Calls

    func vocabulary() async throws(CoreError) -> CoreAPI.Vocabulary {
        try await calls { .init(try journal.vocabulary()) }
    }

    func log(_ draft: CoreAPI.MoodDraft) async throws(CoreError) -> MoodEntry {
        try await calls { .init(try journal.log(draft: .init(draft))) }
    }

    func amend(_ id: String, _ change: CoreAPI.MoodChange) async throws(CoreError) -> MoodEntry {
        try await calls { .init(try journal.amend(id: id, change: .init(change))) }
    }

    func erase(_ id: String) async throws(CoreError) {
        try await calls { try journal.erase(id: id) }
    }

    func entry(_ id: String) async throws(CoreError) -> MoodEntry {
        try await calls { .init(try journal.entry(id: id)) }
    }

    func entries(from: String, to: String) async throws(CoreError) -> [MoodEntry] {
        try await calls { try journal.entries(from: from, to: to).map { .init($0) } }
    }

    func month(of day: String) async throws(CoreError) -> MoodMonth {
        try await calls { .init(try journal.month(day: day)) }
    }

    func year(_ year: Int) async throws(CoreError) -> MoodYear {
        try await calls { .init(try journal.year(year: Int32(clamping: year))) }
    }

    func yearSvg(_ year: Int, weather: Bool) async throws(CoreError) -> String {
        try await calls { try journal.yearSvg(year: Int32(clamping: year), weather: weather) }
    }

    func yearHtml(_ year: Int, weather: Bool) async throws(CoreError) -> String {
        try await calls { try journal.yearHtml(year: Int32(clamping: year), weather: weather) }
    }

    func stepAfter(_ id: String, area: String?) async throws(CoreError) -> CoreAPI.AfterEntry {
        try await calls { .init(try journal.stepAfter(id: id, area: area)) }
    }

    func exportCsv() async throws(CoreError) -> String {
        try await calls { try journal.exportCsv() }
    }

    func exportJson() async throws(CoreError) -> String {
        try await calls { try journal.exportJson() }
    }

    func importLog(_ file: Data) async throws(CoreError) -> MergedLog {
        try await calls { .init(try journal.importLog(file: file)) }
    }

    func pageHtml(_ wish: CoreAPI.PageWish) async throws(CoreError) -> String {
        try await calls { try journal.pageHtml(wish: .init(wish)) }
    }

    func hide(_ hidden: Bool) async throws(CoreError) {
        try await calls { try journal.hide(hidden: hidden) }
    }

    func isHidden() async throws(CoreError) -> Bool {
        try await calls { try journal.isHidden() }
    }
}

extension RustJournal {
    func forms() async throws(CoreError) -> [CoreAPI.ConnectionForm] {
        try await calls { try journal.forms().map { .init($0) } }
    }

    func listening(area: String?) async throws(CoreError) -> [CoreAPI.Card] {
        try await calls { try journal.listening(area: area).map { .init($0) } }
    }

    func back(_ form: String, answers: [Int], area: String?) async throws(CoreError) -> CoreAPI.ConnectionBack {
        try await calls { .init(try journal.back(form: form, answers: values(answers), area: area)) }
    }

    func figures(_ form: String) async throws(CoreError) -> CoreAPI.ConnectionFigures? {
        try await calls { try journal.figures(form: form).map { .init($0) } }
    }

    func keep(_ form: String, answers: [Int]) async throws(CoreError) -> CoreAPI.ConnectionAnswers {
        try await calls { .init(try journal.keep(form: form, answers: values(answers))) }
    }

    func keptAnswers() async throws(CoreError) -> [CoreAPI.ConnectionAnswers] {
        try await calls { try journal.keptAnswers().map { .init($0) } }
    }

    func eraseKept(_ id: String) async throws(CoreError) {
        try await calls { try journal.eraseKept(id: id) }
    }

    /// A value that no form can have stays one.
    private func values(_ answers: [Int]) -> [UInt32] {
        answers.map { UInt32(exactly: $0) ?? .max }
    }
}
