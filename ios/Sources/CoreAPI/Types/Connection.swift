/// Questions that belong together.
public struct ConnectionForm: Hashable, Identifiable, Sendable {
    /// Its code, such as `direct`.
    public var id: String
    /// What it is called.
    public var name: String
    /// Where wording and points come from, in Japanese.
    public var source: String
    /// The questions, in order.
    public var questions: [String]
    /// The answers to each, in order.
    public var options: [ConnectionOption]
    /// That it is no diagnosis: to be said beside the questions and beside the sentence back.
    public var noDiagnosis: String
    /// There are figures of what others answered, for who asks for them (``Journal/figures(_:)``).
    public var hasFigures: Bool

    public init(
        id: String,
        name: String,
        source: String,
        questions: [String],
        options: [ConnectionOption],
        noDiagnosis: String,
        hasFigures: Bool
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.questions = questions
        self.options = options
        self.noDiagnosis = noDiagnosis
        self.hasFigures = hasFigures
    }
}

/// An answer that can be given.
public struct ConnectionOption: Hashable, Sendable {
    /// Its value, which is not shown.
    public var value: Int
    /// The wording.
    public var text: String

    public init(value: Int, text: String) {
        self.value = value
        self.text = text
    }
}

/// What comes back for answers. Nothing of it is kept.
public struct ConnectionBack: Hashable, Sendable {
    /// The sentence.
    public var sentence: String
    /// Its limits were compared with the source.
    public var verified: Bool
    /// What is to be said where they were not.
    public var caution: String?
    /// That it is no diagnosis.
    public var noDiagnosis: String
    /// Who listens, those that are open first.
    public var lines: [Card]

    public init(sentence: String, verified: Bool, caution: String?, noDiagnosis: String, lines: [Card]) {
        self.sentence = sentence
        self.verified = verified
        self.caution = caution
        self.noDiagnosis = noDiagnosis
        self.lines = lines
    }
}

/// What others answered. Which answer was given here is not marked.
public struct ConnectionFigures: Hashable, Sendable {
    /// Which survey.
    public var what: String
    /// Where the figures come from, in Japanese.
    public var source: String
    /// They were compared with the source.
    public var verified: Bool
    /// What is to be said where they were not.
    public var caution: String?
    /// The share of each answer, in order; those who gave none last.
    public var shares: [ConnectionShare]

    public init(what: String, source: String, verified: Bool, caution: String?, shares: [ConnectionShare]) {
        self.what = what
        self.source = source
        self.verified = verified
        self.caution = caution
        self.shares = shares
    }
}

/// The share of one answer.
public struct ConnectionShare: Hashable, Sendable {
    /// The answer in words.
    public var answer: String
    /// Tenths of a per cent, 0 to 1000.
    public var tenths: Int
    /// Share and answer in words.
    public var words: String

    public init(answer: String, tenths: Int, words: String) {
        self.answer = answer
        self.tenths = tenths
        self.words = words
    }
}

/// Answers that somebody chose to keep.
public struct ConnectionAnswers: Hashable, Identifiable, Sendable {
    /// Identifier, 32 hexadecimal digits.
    public var id: String
    /// When: local time with the offset of the place, `2026-11-22T03:00:00+09:00`.
    public var at: String
    /// The day in words, with its weekday.
    public var dayWords: String
    /// Code of the form.
    public var form: String
    /// Values of the answers, in order.
    public var answers: [Int]
    /// Each question with its answer; empty when the form is no longer there.
    public var said: [ConnectionAnswered]

    public init(id: String, at: String, dayWords: String, form: String, answers: [Int], said: [ConnectionAnswered]) {
        self.id = id
        self.at = at
        self.dayWords = dayWords
        self.form = form
        self.answers = answers
        self.said = said
    }
}

/// A question with its answer.
public struct ConnectionAnswered: Hashable, Sendable {
    /// The question.
    public var question: String
    /// The answer in words; empty when it is no longer there.
    public var answer: String

    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}
