import CoreAPI
import TsunagariFFI

extension CoreAPI.Vocabulary {
    init(_ it: TsunagariFFI.Vocabulary) {
        self.init(
            levels: it.levels.map { .init($0) },
            labels: it.labels.map { .init($0) },
            contexts: it.contexts.map { .init($0) }
        )
    }
}

extension CoreAPI.MoodLevel {
    init(_ it: TsunagariFFI.MoodLevel) {
        self.init(number: Int(it.number), code: it.code, word: it.word, weather: it.weather, mark: it.mark)
    }
}

extension CoreAPI.MoodWord {
    init(_ it: TsunagariFFI.MoodWord) {
        self.init(code: it.code, name: it.name, lines: it.lines)
    }
}
