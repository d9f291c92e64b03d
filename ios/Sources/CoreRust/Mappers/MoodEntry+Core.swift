import CoreAPI
import TsunagariFFI

extension CoreAPI.MoodEntry {
    init(_ it: TsunagariFFI.Entry) {
        self.init(
            id: it.id,
            at: it.at,
            day: it.day,
            dayWords: it.dayWords,
            level: Int(it.level),
            labels: it.labels,
            contexts: it.contexts,
            note: it.note,
            logged: it.logged,
            amended: it.amended,
            lines: it.lines
        )
    }
}

extension TsunagariFFI.MoodDraft {
    init(_ it: CoreAPI.MoodDraft) {
        self.init(level: UInt32(clamping: it.level), labels: it.labels, contexts: it.contexts, note: it.note, at: it.at)
    }
}

extension TsunagariFFI.MoodChange {
    init(_ it: CoreAPI.MoodChange) {
        self.init(
            level: it.level.map { UInt32(clamping: $0) },
            labels: it.labels,
            contexts: it.contexts,
            note: it.note,
            at: it.at
        )
    }
}

extension CoreAPI.MergedLog {
    init(_ it: TsunagariFFI.Merged) {
        self.init(added: Int(it.added), same: Int(it.same), replaced: Int(it.replaced), older: Int(it.older))
    }
}
