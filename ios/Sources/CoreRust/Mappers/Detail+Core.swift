import CoreAPI
import TsunagariFFI

extension CoreAPI.Detail {
    init(_ it: TsunagariFFI.Detail) {
        self.init(
            card: .init(it.card),
            season: it.season,
            traceWarning: it.traceWarning.map { .init($0) },
            about: it.about.map { .init($0) },
            place: it.place,
            wayDetails: it.wayDetails.map { .init($0) },
            otherAreas: it.otherAreas,
            menu: it.menu.map { .init($0) },
            promise: it.promise.map { .init($0) },
            firstVisit: it.firstVisit.map { .init($0) },
            opening: it.opening,
            caveats: it.caveats,
            smallerSteps: it.smallerSteps.map { .init($0) },
            sources: it.sources.map { .init($0) }
        )
    }
}

extension CoreAPI.DetailSection {
    init(_ it: TsunagariFFI.Section) {
        self.init(title: it.title, texts: it.texts, points: it.points)
    }
}

extension CoreAPI.WayDetails {
    init(_ it: TsunagariFFI.WayDetails) {
        self.init(way: it.way, texts: it.texts)
    }
}

extension CoreAPI.MenuKey {
    init(_ it: TsunagariFFI.MenuKey) {
        self.init(key: it.key, label: it.label)
    }
}

extension CoreAPI.Fact {
    init(_ it: TsunagariFFI.Fact) {
        self.init(code: it.code, words: it.words, answer: it.answer, answerWords: it.answerWords)
    }
}

extension CoreAPI.SmallerStep {
    init(_ it: TsunagariFFI.SmallerStep) {
        self.init(id: it.id, keep: it.keep, words: it.words)
    }
}

extension CoreAPI.PageSource {
    init(_ it: TsunagariFFI.Source) {
        self.init(page: it.page, on: it.on)
    }
}
