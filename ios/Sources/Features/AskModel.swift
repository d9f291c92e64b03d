import CoreAPI
import Observation

/// The guided finder, one question at a time. Each can be passed over, and one can go back.
@MainActor @Observable
public final class AskModel {
    /// Name or code of the area, once it was said.
    public var area: String?
    /// What is ticked at the question that is shown.
    public private(set) var ticked: Set<String> = []
    /// Questions, or what the answers led to.
    public let step = Asked<AskStep>()

    private let directory: any Directory
    private var form: String?
    private var given: [GivenAnswer] = []
    private var isEnough = false

    public init(device: any Device) { directory = device.directory }

    /// The page with the questions, while there are some.
    public var page: AskPage? {
        if case .questions(let page) = step.value { page } else { nil }
    }

    /// The question that is asked now.
    public var question: Question? { page?.questions.first { !hasSeen($0) } }

    /// What the answers led to.
    public var results: AskResults? {
        if case .results(let results) = step.value { results } else { nil }
    }

    /// There is a question to go back to.
    public var canGoBack: Bool { !given.isEmpty || isEnough }

    /// Begins, with a form or with the one people begin with.
    public func begin(form: String? = nil) async {
        (self.form, given, isEnough) = (form, [], false)
        step.clear()
        await ask()
    }

    /// Ticks an option or takes the tick away. Where one can be ticked only, it takes the place of another.
    public func tick(_ option: QuestionOption.ID) {
        let was = ticked.remove(option) != nil
        if question?.kind != .many { ticked = [] }
        if !was { ticked.insert(option) }
    }

    /// Goes on with what is ticked, or passes the question over.
    public func next() async {
        guard let question else { return }
        let options = question.options.map(\.id).filter(ticked.contains)
        given.append(GivenAnswer(question: question.id, options: options))
        await ask()
    }

    /// Leads to results with what is known.
    public func enough() async {
        isEnough = true
        await ask()
    }

    /// Takes the last answer back.
    public func back() async {
        if isEnough {
            isEnough = false
        } else {
            _ = given.popLast()
        }
        await ask()
    }

    private func hasSeen(_ question: Question) -> Bool { given.contains { $0.question == question.id } }

    private func ask() async {
        ticked = []
        let answers = GivenAnswers(form: form, given: given, area: area, enough: isEnough)
        let answered = await step.ask { try await directory.guide(answers) }
        // All of a page was passed over.
        if answered != nil, page != nil, question == nil { await enough() }
    }
}
