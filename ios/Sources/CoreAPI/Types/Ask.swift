/// What was answered so far.
public struct GivenAnswers: Hashable, Sendable {
    /// The form, such as `under-18`; `nil` for the one people begin with.
    public var form: String?
    /// Answers, by question; a question that was passed over has none.
    public var given: [GivenAnswer]
    /// Name or code of the area.
    public var area: String?
    /// Lead to results with what is known.
    public var enough: Bool

    public init(form: String? = nil, given: [GivenAnswer] = [], area: String? = nil, enough: Bool = false) {
        self.form = form
        self.given = given
        self.area = area
        self.enough = enough
    }
}

/// What was answered to a question.
public struct GivenAnswer: Hashable, Sendable {
    /// The question.
    public var question: String
    /// Options that were ticked.
    public var options: [String]

    public init(question: String, options: [String] = []) {
        self.question = question
        self.options = options
    }
}

/// What comes next.
public enum AskStep: Hashable, Sendable {
    /// Questions.
    case questions(page: AskPage)
    /// Few cards, each with its rule.
    case results(results: AskResults)
}

/// A page of questions.
public struct AskPage: Hashable, Sendable {
    /// The form that is being filled in.
    public var form: AskForm
    /// Its questions on this page.
    public var questions: [Question]
    /// Other forms: for somebody under 18, for somebody who worries about another …
    public var others: [AskForm]

    public init(form: AskForm, questions: [Question], others: [AskForm]) {
        self.form = form
        self.questions = questions
        self.others = others
    }
}

/// A form.
public struct AskForm: Hashable, Identifiable, Sendable {
    /// Its code.
    public var id: String
    /// What it is called.
    public var name: String
    /// What stands above it.
    public var intro: String

    public init(id: String, name: String, intro: String) {
        self.id = id
        self.name = name
        self.intro = intro
    }
}

/// A question.
public struct Question: Hashable, Identifiable, Sendable {
    /// Its code.
    public var id: String
    /// How many options can be ticked.
    public var kind: QuestionKind
    /// The question.
    public var text: String
    /// Headings of options.
    public var groups: [Labelled]
    /// What can be ticked.
    public var options: [QuestionOption]

    public init(id: String, kind: QuestionKind, text: String, groups: [Labelled], options: [QuestionOption]) {
        self.id = id
        self.kind = kind
        self.text = text
        self.groups = groups
        self.options = options
    }
}

/// How a question is answered.
public enum QuestionKind: CaseIterable, Hashable, Sendable {
    /// Any number of options.
    case many
    /// One option.
    case one
    /// One option, which leads to the rest.
    case first
    /// With an area.
    case area
}

/// A code with its words.
public struct Labelled: Hashable, Identifiable, Sendable {
    /// The code.
    public var id: String
    /// The words.
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// An option.
public struct QuestionOption: Hashable, Identifiable, Sendable {
    /// Its code.
    public var id: String
    /// The heading below which it stands.
    public var group: String?
    /// What it says.
    public var text: String

    public init(id: String, group: String?, text: String) {
        self.id = id
        self.group = group
        self.text = text
    }
}

/// What answers led to.
public struct AskResults: Hashable, Sendable {
    /// A danger now: show 119 and 110 before anything else.
    public var danger: Bool
    /// Nothing was chosen: these are for everything.
    public var forAnything: Bool
    /// Few cards, best first.
    public var cards: [Card]
    /// Wishes that nothing met, in words.
    public var relaxed: [String]
    /// Needs for which the directory holds nothing, in words.
    public var gaps: [String]
    /// What every municipality should have, for the one that was named.
    public var slots: [Slot]
    /// The emergency row.
    public var emergency: [EmergencyLine]

    public init(
        danger: Bool,
        forAnything: Bool,
        cards: [Card],
        relaxed: [String],
        gaps: [String],
        slots: [Slot],
        emergency: [EmergencyLine]
    ) {
        self.danger = danger
        self.forAnything = forAnything
        self.cards = cards
        self.relaxed = relaxed
        self.gaps = gaps
        self.slots = slots
        self.emergency = emergency
    }
}
