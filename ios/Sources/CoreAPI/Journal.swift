import Foundation

/// The mood log and つながりの質問. Nothing is averaged, compared or counted; a day without an entry is paper.
///
/// Days are `2026-11-22`, local times `2026-11-22T03:00:00+09:00`. While the log is put away, everything about entries
/// throws ``CoreError/putAway``; an entry that is not there is ``CoreError/notFound``.
public protocol Journal: ConnectionQuestions {
    /// The words that an entry can be made of, in the language of the device.
    func vocabulary() async throws(CoreError) -> Vocabulary

    /// Writes an entry down. When it returns, the entry is on the disk. Throws ``CoreError/invalid(field:)`` with
    /// `level`, `labels`, `contexts`, `note` or `at`; then nothing was written.
    func log(_ draft: MoodDraft) async throws(CoreError) -> MoodEntry

    /// Changes an entry; what is `nil` stays as it is.
    func amend(_ id: MoodEntry.ID, _ change: MoodChange) async throws(CoreError) -> MoodEntry

    /// Erases an entry; its bytes are overwritten.
    func erase(_ id: MoodEntry.ID) async throws(CoreError)

    /// One entry.
    func entry(_ id: MoodEntry.ID) async throws(CoreError) -> MoodEntry

    /// Entries of the days from one to another, both included, in order.
    func entries(from: String, to: String) async throws(CoreError) -> [MoodEntry]

    /// The month in which a day lies.
    func month(of day: String) async throws(CoreError) -> MoodMonth

    /// A year. Never what somebody sees first.
    func year(_ year: Int) async throws(CoreError) -> MoodYear

    /// The year as a picture (SVG), its legend in words or as weather.
    func yearSvg(_ year: Int, weather: Bool) async throws(CoreError) -> String

    /// The same picture as a page of HTML for A4, to print.
    func yearHtml(_ year: Int, weather: Bool) async throws(CoreError) -> String

    /// After an entry, because somebody asked: a small step, or people who listen, and one place nearby.
    func stepAfter(_ id: MoodEntry.ID, area: String?) async throws(CoreError) -> AfterEntry

    /// The whole log as CSV for spreadsheets. Nothing protects what is written out.
    func exportCsv() async throws(CoreError) -> String

    /// The whole log as JSON for other programs. Nothing protects what is written out.
    func exportJson() async throws(CoreError) -> String

    /// Takes in a log that was written out, in either form. Of an entry that is here already, the one that was changed
    /// last stays. Throws ``CoreError/invalid(field:)`` with `file`; then nothing was changed.
    func importLog(_ file: Data) async throws(CoreError) -> MergedLog

    /// A page of HTML to show to a counsellor, with what the person chose to show.
    func pageHtml(_ wish: PageWish) async throws(CoreError) -> String

    /// Puts the whole log away, or brings it back. Entries stay as they are.
    func hide(_ hidden: Bool) async throws(CoreError)

    /// Whether the log is put away.
    func isHidden() async throws(CoreError) -> Bool
}

/// つながりの質問: forms, a sentence back, published figures, and answers that somebody chose to keep. There is no sum
/// and no place among others in any of it.
public protocol ConnectionQuestions: Sendable {
    /// All forms, the one to begin with first.
    func forms() async throws(CoreError) -> [ConnectionForm]

    /// Who listens, those that are open first; for the page with the questions, too.
    func listening(area: String?) async throws(CoreError) -> [Card]

    /// A sentence back, and who listens. `answers` are values, one for each question. Throws ``CoreError/notFound``
    /// without such a form, ``CoreError/invalid(field:)`` with `answers`.
    func back(_ form: ConnectionForm.ID, answers: [Int], area: String?) async throws(CoreError) -> ConnectionBack

    /// What others answered, only for who asks for it; `nil` where no figures are known.
    func figures(_ form: ConnectionForm.ID) async throws(CoreError) -> ConnectionFigures?

    /// Keeps answers, because the person said so.
    func keep(_ form: ConnectionForm.ID, answers: [Int]) async throws(CoreError) -> ConnectionAnswers

    /// Answers that were kept, in order, only for who asks for them.
    func keptAnswers() async throws(CoreError) -> [ConnectionAnswers]

    /// Erases answers that were kept.
    func eraseKept(_ id: ConnectionAnswers.ID) async throws(CoreError)
}
