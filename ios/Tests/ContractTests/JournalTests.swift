import CoreAPI
import Foundation
import Testing

@Suite struct JournalTests {
    @Test(arguments: Core.allCases) func anEntryIsLoggedAmendedAndErased(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let logged = try await journal.log(
                MoodDraft(level: 2, labels: ["lonely"], contexts: ["home"], note: "ねむれない")
            )
            #expect(logged.day == "2026-11-24")
            #expect(logged.amended == nil)
            #expect(!logged.lines)
            let earlier = try await journal.log(MoodDraft(level: 4, at: "2026-11-20T21:30:00+09:00"))
            let all = try await journal.entries(from: "2026-11-01", to: "2026-11-30")
            #expect(all.map(\.id) == [earlier.id, logged.id])

            let amended = try await journal.amend(logged.id, MoodChange(level: 3, note: "ねむれた"))
            #expect(amended.level == 3)
            #expect(amended.labels == ["lonely"])
            #expect(amended.note == "ねむれた")
            #expect(amended.amended != nil)
            #expect(try await journal.entry(logged.id) == amended)
            #expect(
                try await journal.month(of: "2026-11-24").weeks.joined().first { $0.day == "2026-11-24" }?.levels == [3]
            )

            try await journal.erase(logged.id)
            await #expect(throws: CoreError.notFound) { try await journal.entry(logged.id) }
            await #expect(throws: CoreError.notFound) { try await journal.erase(logged.id) }
            #expect(try await journal.entries(from: "2026-11-01", to: "2026-11-30").map(\.id) == [earlier.id])
        }
    }

    @Test(arguments: Core.allCases) func whatIsInvalidNamesItsField(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let wrong = [
                ("level", MoodDraft(level: 9)), ("level", MoodDraft(level: -1)),
                ("labels", MoodDraft(level: 3, labels: ["nonsense"])),
                ("contexts", MoodDraft(level: 3, contexts: ["nonsense"])), ("at", MoodDraft(level: 3, at: "yesterday")),
            ]
            for (field, draft) in wrong {
                await #expect(throws: CoreError.invalid(field: field)) { try await journal.log(draft) }
            }
            await #expect(throws: CoreError.invalid(field: "from")) {
                try await journal.entries(from: "x", to: "2026-11-30")
            }
            await #expect(throws: CoreError.invalid(field: "day")) { try await journal.month(of: "x") }
            let entries = try await journal.entries(from: "2026-11-01", to: "2026-11-30")
            #expect(entries.isEmpty)
        }
    }

    @Test(arguments: Core.allCases) func wordsThatCallForPeopleBringThem(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            #expect(try await journal.vocabulary().levels.map(\.number) == [1, 2, 3, 4, 5])
            let heavy = try await journal.log(MoodDraft(level: 1, labels: ["want-to-vanish"]))
            #expect(heavy.lines)
            let after = try await journal.stepAfter(heavy.id, area: nil)
            #expect(after.step == nil)
            #expect(!after.lines.isEmpty)
            let light = try await journal.log(MoodDraft(level: 3, labels: ["lonely"]))
            #expect(try await journal.stepAfter(light.id, area: "高松市").step != nil)
        }
    }

    @Test(arguments: Core.allCases) func aLogPutAwayShowsNothing(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let entry = try await journal.log(MoodDraft(level: 3))
            try await journal.hide(true)
            #expect(try await journal.isHidden())
            await #expect(throws: CoreError.putAway) { try await journal.entry(entry.id) }
            await #expect(throws: CoreError.putAway) { try await journal.log(MoodDraft(level: 3)) }
            await #expect(throws: CoreError.putAway) { try await journal.exportCsv() }
            try await journal.hide(false)
            #expect(try await journal.entry(entry.id) == entry)
            #expect(try await journal.exportCsv().contains(entry.id))
        }
    }

    @Test(arguments: Core.allCases) func exportsPagesAndPictures(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let entry = try await journal.log(MoodDraft(level: 3, note: "ねむれない"))
            #expect(try await journal.exportJson().contains("tsunagari-mood"))
            let file = Data(try await journal.exportJson().utf8)
            #expect(try await journal.importLog(file).same == 1)
            await #expect(throws: CoreError.invalid(field: "file")) { try await journal.importLog(Data("x".utf8)) }
            #expect(try await journal.year(2026).months.count == 12)
            #expect(try await journal.yearSvg(2026, weather: true).contains("<svg"))
            #expect(try await journal.yearHtml(2026, weather: false).hasPrefix("<!DOCTYPE html>"))
            var wish = PageWish(from: "2026-11-01", to: "2026-11-30", notes: true)
            #expect(try await journal.pageHtml(wish).contains("ねむれない"))
            wish.without = [entry.id]
            #expect(try await !journal.pageHtml(wish).contains("ねむれない"))
        }
    }

    @Test(arguments: Core.allCases) func answersAreKeptOnlyWhenSaid(core: Core) async throws {
        try await with(core, begun: true) { subject in
            let journal = subject.device.journal
            let form = try #require(try await journal.forms().first { $0.id == "direct" })
            let value = try #require(form.options.first?.value)
            let back = try await journal.back(form.id, answers: [value], area: nil)
            #expect(!back.sentence.isEmpty)
            #expect(!back.lines.isEmpty)
            #expect(try await journal.listening(area: nil).isEmpty == false)
            #expect(try await journal.keptAnswers().isEmpty)
            await #expect(throws: CoreError.invalid(field: "answers")) {
                try await journal.back(form.id, answers: [-1], area: nil)
            }
            await #expect(throws: CoreError.notFound) { try await journal.back("nothing", answers: [1], area: nil) }
            await #expect(throws: CoreError.notFound) { try await journal.figures("nothing") }
            let kept = try await journal.keep(form.id, answers: [value])
            #expect(try await journal.keptAnswers() == [kept])
            try await journal.eraseKept(kept.id)
            await #expect(throws: CoreError.notFound) { try await journal.eraseKept(kept.id) }
        }
    }
}
