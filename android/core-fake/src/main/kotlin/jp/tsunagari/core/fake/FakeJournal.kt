package jp.tsunagari.core.fake

import java.time.DayOfWeek
import java.time.LocalDate
import java.time.Year
import java.time.YearMonth
import java.time.temporal.TemporalAdjusters
import java.util.UUID
import jp.tsunagari.core.AfterEntry
import jp.tsunagari.core.AnsweredQuestion
import jp.tsunagari.core.AnswersId
import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.ConnectionBack
import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.DayCell
import jp.tsunagari.core.JournalApi
import jp.tsunagari.core.KeptAnswers
import jp.tsunagari.core.Legend
import jp.tsunagari.core.LogForm
import jp.tsunagari.core.Merged
import jp.tsunagari.core.MonthView
import jp.tsunagari.core.MoodChange
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.core.YearView

/** A mood log in memory, with a handful of words. */
class FakeJournal internal constructor(private val device: FakeDevice, private val entries: FakeEntries) : JournalApi {
    private val words = FakeMoodWords(device)
    private val connection = FakeConnection(device)

    // A log that was written out is a name; what it stands for is here.
    private val exports = mutableMapOf<String, List<MoodEntry>>()

    override suspend fun vocabulary(): Vocabulary = device.call("journal.vocabulary") { words.vocabulary }

    override suspend fun log(draft: MoodDraft): MoodEntry = device.change("journal.log", Changed.MOOD) {
        val at = draft.at ?: device.now()
        val entry = MoodEntry(
            id = MoodId(newId()),
            at = at,
            dayWords = words.day(at.toLocalDate()),
            level = draft.level,
            labels = draft.labels,
            contexts = draft.contexts,
            note = draft.note,
            logged = device.instant(),
            amended = null,
            callsForLines = false,
        )
        put(entry)
    }

    override suspend fun amend(id: MoodId, change: MoodChange): MoodEntry =
        device.change("journal.amend", Changed.MOOD) {
            val old = get(id)
            put(
                old.copy(
                    at = change.at ?: old.at,
                    dayWords = words.day((change.at ?: old.at).toLocalDate()),
                    level = change.level ?: old.level,
                    labels = change.labels ?: old.labels,
                    contexts = change.contexts ?: old.contexts,
                    note = change.note ?: old.note,
                    amended = device.instant(),
                ),
            )
        }

    override suspend fun erase(id: MoodId) = device.change("journal.erase", Changed.MOOD) {
        get(id)
        device.stored = device.kept.copy(moods = moods() - id)
    }

    override suspend fun entry(id: MoodId): MoodEntry = device.call("journal.entry") { get(id) }

    override suspend fun entries(days: ClosedRange<LocalDate>): List<MoodEntry> =
        device.call("journal.entries") { within(days) }

    override suspend fun month(month: YearMonth): MonthView = device.call("journal.month") {
        val sunday = TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)
        val saturday = TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)
        val days = month.atDay(1).with(sunday)..month.atEndOfMonth().with(saturday)
        MonthView(month, words.month(month), cells(days) { YearMonth.from(it) == month }.chunked(7))
    }

    override suspend fun year(year: Year): YearView = device.call("journal.year") {
        val months = (1..12).map { year.atMonth(it) }
        YearView(year, words.year(year), months.map { cells(it.atDay(1)..it.atEndOfMonth()) { true } })
    }

    override suspend fun yearPicture(year: Year, legend: Legend): String = device.call("journal.yearPicture") {
        moods()
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    }

    override suspend fun yearPage(year: Year, legend: Legend): String = device.call("journal.yearPage") {
        moods()
        page(listOf(year.toString()))
    }

    override suspend fun stepAfter(id: MoodId, area: String?): AfterEntry = device.call("journal.stepAfter") {
        val named = entries.area(area)
        val entry = get(id)
        val heavy = entry.callsForLines || device.control.dangerWords.any { it in entry.note }
        val place = named?.let(entries::places)?.firstOrNull()
        AfterEntry(
            step = if (heavy) null else words.step,
            lines = if (heavy) entries.lines else emptyList(),
            place = place,
            noPlace = if (named != null && place == null) words.noPlace else null,
        )
    }

    override suspend fun export(form: LogForm): String = device.call("journal.export") {
        val text = "$form ${newId()}"
        exports[text] = moods().values.toList()
        text
    }

    override suspend fun importLog(file: ByteArray): Merged = device.change("journal.importLog", Changed.MOOD) {
        val here = moods()
        val read = exports[file.decodeToString()] ?: throw TsunagariError.Invalid("file")
        val new = read.filter { it.id !in here }
        device.stored = device.kept.copy(moods = here + new.associateBy { it.id })
        Merged(added = new.size, same = read.size - new.size, replaced = 0, older = 0)
    }

    override suspend fun page(wish: PageWish): String = device.call("journal.page") {
        wish.without.forEach { get(it) }
        val shown = within(wish.days).filter { it.id !in wish.without }
        page(shown.map { "${it.at} ${if (wish.notes) it.note else ""}" })
    }

    override suspend fun hide(hidden: Boolean) =
        device.keep("journal.hide", Changed.MOOD) { it.copy(moodsHidden = hidden) }

    override suspend fun isHidden(): Boolean = device.call("journal.isHidden") { device.kept.moodsHidden }

    override suspend fun forms(): List<ConnectionForm> = device.call("journal.forms") { connection.forms }

    override suspend fun listening(area: String?): List<Card> = device.call("journal.listening") {
        entries.area(area)
        entries.lines
    }

    override suspend fun back(form: String, answers: List<Int>, area: String?): ConnectionBack =
        device.call("journal.back") {
            entries.area(area)
            connection.checked(form, answers)
            ConnectionBack(connection.sentence, null, connection.form(form).noDiagnosis, entries.lines)
        }

    override suspend fun figures(form: String): ConnectionFigures? = device.call("journal.figures") {
        connection.figures(form)
    }

    override suspend fun keep(form: String, answers: List<Int>): KeptAnswers =
        device.change("journal.keep", Changed.ANSWERS) {
            val kept = device.kept
            val options = connection.checked(form, answers)
            val one = KeptAnswers(
                id = AnswersId(newId()),
                at = device.now(),
                dayWords = words.day(device.now().toLocalDate()),
                form = form,
                answers = answers,
                said = connection.form(form).questions.zip(options) { asked, given ->
                    AnsweredQuestion(asked, given.text)
                },
            )
            device.stored = kept.copy(answers = kept.answers + one)
            one
        }

    override suspend fun keptAnswers(): List<KeptAnswers> = device.call("journal.keptAnswers") { device.kept.answers }

    override suspend fun eraseKept(id: AnswersId) = device.keep("journal.eraseKept", Changed.ANSWERS) { kept ->
        val left = kept.answers.filter { it.id != id }
        if (left.size == kept.answers.size) throw TsunagariError.NotFound()
        kept.copy(answers = left)
    }

    private fun moods(): Map<MoodId, MoodEntry> = device.kept.run {
        if (moodsHidden) throw TsunagariError.PutAway() else moods
    }

    private fun get(id: MoodId): MoodEntry = moods()[id] ?: throw TsunagariError.NotFound()

    private fun within(days: ClosedRange<LocalDate>) = moods().values.filter { it.day in days }.sortedBy { it.at }

    private fun put(entry: MoodEntry): MoodEntry {
        val (moods, known) = moods() to words.vocabulary
        val field = when {
            entry.level !in 1..5 -> "level"
            !known.labels.map { it.code }.containsAll(entry.labels) -> "labels"
            !known.contexts.map { it.code }.containsAll(entry.contexts) -> "contexts"
            entry.at > device.now() -> "at"
            entry.note.length > NOTE -> "note"
            else -> null
        }
        if (field != null) throw TsunagariError.Invalid(field)
        val said = entry.copy(callsForLines = known.labels.any { it.callsForLines && it.code in entry.labels })
        device.stored = device.kept.copy(moods = moods + (said.id to said))
        return said
    }

    private fun cells(days: ClosedRange<LocalDate>, within: (LocalDate) -> Boolean): List<DayCell> {
        val felt = within(days).groupBy({ it.day }, { it.level })
        val all = generateSequence(days.start) { it.plusDays(1) }.takeWhile { it <= days.endInclusive }
        return all.map { DayCell(it, within(it), if (within(it)) felt[it].orEmpty() else emptyList()) }.toList()
    }

    private companion object {
        const val NOTE = 4_000
    }
}

internal fun newId(): String = UUID.randomUUID().toString().replace("-", "")
