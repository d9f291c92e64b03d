import CoreAPI
import TsunagariFFI

extension CoreAPI.HardHours {
    init(_ it: TsunagariFFI.HardHours) {
        self.init(
            steps: it.steps.map { .init($0) },
            listening: it.listening.map { .init($0) },
            emergency: it.emergency.map { .init($0) },
            emergencyNotes: it.emergencyNotes
        )
    }
}

extension CoreAPI.PlanStep {
    init(_ it: TsunagariFFI.PlanStep) {
        self.init(number: Int(it.number), title: it.title, hint: it.hint, lines: it.lines.map { .init($0) })
    }
}

extension CoreAPI.PlanLine {
    init(_ it: TsunagariFFI.PlanLine) {
        self.init(text: it.text, entry: it.entry.map { .init($0) })
    }
}

extension TsunagariFFI.NewPlanLine {
    init(_ it: CoreAPI.NewPlanLine) {
        self =
            switch it {
            case .written(let text): .written(text: text)
            case .listed(let id): .listed(id: id)
            }
    }
}
