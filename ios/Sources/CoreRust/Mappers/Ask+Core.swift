import CoreAPI
import TsunagariFFI

extension TsunagariFFI.GivenAnswers {
    init(_ it: CoreAPI.GivenAnswers) {
        self.init(form: it.form, given: it.given.map { .init($0) }, area: it.area, enough: it.enough)
    }
}

extension TsunagariFFI.GivenAnswer {
    init(_ it: CoreAPI.GivenAnswer) {
        self.init(question: it.question, options: it.options)
    }
}

extension CoreAPI.AskStep {
    init(_ it: TsunagariFFI.AskStep) {
        self =
            switch it {
            case .questions(let page): .questions(page: .init(page))
            case .results(let results): .results(results: .init(results))
            }
    }
}

extension CoreAPI.AskPage {
    init(_ it: TsunagariFFI.AskPage) {
        self.init(form: .init(it.form), questions: it.questions.map { .init($0) }, others: it.others.map { .init($0) })
    }
}

extension CoreAPI.AskForm {
    init(_ it: TsunagariFFI.AskForm) {
        self.init(id: it.id, name: it.name, intro: it.intro)
    }
}

extension CoreAPI.Question {
    init(_ it: TsunagariFFI.Question) {
        self.init(
            id: it.id,
            kind: .init(it.kind),
            text: it.text,
            groups: it.groups.map { .init($0) },
            options: it.options.map { .init($0) }
        )
    }
}

extension CoreAPI.QuestionKind {
    init(_ it: TsunagariFFI.QuestionKind) {
        self =
            switch it {
            case .many: .many
            case .one: .one
            case .first: .first
            case .area: .area
            }
    }
}

extension CoreAPI.Labelled {
    init(_ it: TsunagariFFI.Labelled) {
        self.init(id: it.id, name: it.name)
    }
}

extension CoreAPI.QuestionOption {
    init(_ it: TsunagariFFI.QuestionOption) {
        self.init(id: it.id, group: it.group, text: it.text)
    }
}

extension CoreAPI.AskResults {
    init(_ it: TsunagariFFI.AskResults) {
        self.init(
            danger: it.danger,
            forAnything: it.forAnything,
            cards: it.cards.map { .init($0) },
            relaxed: it.relaxed,
            gaps: it.gaps,
            slots: it.slots.map { .init($0) },
            emergency: it.emergency.map { .init($0) }
        )
    }
}
