import CoreAPI
import TsunagariFFI

extension CoreAPI.ConnectionForm {
    init(_ it: TsunagariFFI.ConnectionForm) {
        self.init(
            id: it.id,
            name: it.name,
            source: it.source,
            questions: it.questions,
            options: it.options.map { .init($0) },
            noDiagnosis: it.noDiagnosis,
            hasFigures: it.hasFigures
        )
    }
}

extension CoreAPI.ConnectionOption {
    init(_ it: TsunagariFFI.ConnectionOption) {
        self.init(value: Int(it.value), text: it.text)
    }
}

extension CoreAPI.ConnectionBack {
    init(_ it: TsunagariFFI.ConnectionBack) {
        self.init(
            sentence: it.sentence,
            verified: it.verified,
            caution: it.caution,
            noDiagnosis: it.noDiagnosis,
            lines: it.lines.map { .init($0) }
        )
    }
}

extension CoreAPI.ConnectionFigures {
    init(_ it: TsunagariFFI.ConnectionFigures) {
        self.init(
            what: it.what,
            source: it.source,
            verified: it.verified,
            caution: it.caution,
            shares: it.shares.map { .init($0) }
        )
    }
}

extension CoreAPI.ConnectionShare {
    init(_ it: TsunagariFFI.ConnectionShare) {
        self.init(answer: it.answer, tenths: Int(it.tenths), words: it.words)
    }
}

extension CoreAPI.ConnectionAnswers {
    init(_ it: TsunagariFFI.ConnectionAnswers) {
        self.init(
            id: it.id,
            at: it.at,
            dayWords: it.dayWords,
            form: it.form,
            answers: it.answers.map { Int($0) },
            said: it.said.map { .init($0) }
        )
    }
}

extension CoreAPI.ConnectionAnswered {
    init(_ it: TsunagariFFI.ConnectionAnswered) {
        self.init(question: it.question, answer: it.answer)
    }
}
