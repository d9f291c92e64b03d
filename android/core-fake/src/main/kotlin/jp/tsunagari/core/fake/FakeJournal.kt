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
import jp.tsunagari.core.ConnectionOption
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
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.core.MoodWord
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.SmallStep
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.core.YearView

/** A mood log in memory, with a handful of words. */
class FakeJournal internal constructor(private val device: FakeDevice, private val entries: FakeEntries) : JournalApi {
    // A log that was written out is a name; what it stands for is here.
    private val exports = mutableMapOf<String, List<MoodEntry>>()

    override suspend fun vocabulary(): Vocabulary = device.call("journal.vocabulary") { words() }

    override suspend fun log(draft: MoodDraft): MoodEntry = device.change("journal.log", Changed.MOOD) {
        val at = draft.at ?: device.now()
        val entry = MoodEntry(
            id = MoodId(newId()),
            at = at,
            dayWords = at.toLocalDate().toString(),
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
        MonthView(month, month.toString(), cells(days) { YearMonth.from(it) == month }.chunked(7))
    }

    override suspend fun year(year: Year): YearView = device.call("journal.year") {
        val months = (1..12).map { year.atMonth(it) }
        YearView(year, year.toString(), months.map { cells(it.atDay(1)..it.atEndOfMonth()) { true } })
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
        val heavy = get(id).callsForLines
        val place = named?.let(entries::places)?.firstOrNull()
        AfterEntry(
            step = if (heavy) null else SmallStep("tea", device.text("温かいものを飲む", "A warm drink"), ""),
            lines = if (heavy) entries.lines else emptyList(),
            place = place,
            noPlace = if (named != null && place == null) device.text("まだありません", "Nothing yet") else null,
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

    override suspend fun forms(): List<ConnectionForm> = device.call("journal.forms") { listOf(form()) }

    override suspend fun listening(area: String?): List<Card> = device.call("journal.listening") {
        entries.area(area)
        entries.lines
    }

    override suspend fun back(form: String, answers: List<Int>, area: String?): ConnectionBack =
        device.call("journal.back") {
            entries.area(area)
            checked(form, answers)
            ConnectionBack(device.text("そう感じているのですね", "That is how it feels"), null, form().noDiagnosis, entries.lines)
        }

    override suspend fun figures(form: String): ConnectionFigures? = device.call("journal.figures") {
        if (form != FORM) throw TsunagariError.NotFound()
        null
    }

    override suspend fun keep(form: String, answers: List<Int>): KeptAnswers =
        device.change("journal.keep", Changed.ANSWERS) {
            val kept = device.kept
            val options = checked(form, answers)
            val one = KeptAnswers(
                id = AnswersId(newId()),
                at = device.now(),
                dayWords = device.now().toLocalDate().toString(),
                form = form,
                answers = answers,
                said = form().questions.zip(options) { question, option -> AnsweredQuestion(question, option.text) },
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
        val (moods, words) = moods() to words()
        val field = when {
            entry.level !in 1..5 -> "level"
            !words.labels.map { it.code }.containsAll(entry.labels) -> "labels"
            !words.contexts.map { it.code }.containsAll(entry.contexts) -> "contexts"
            entry.at > device.now() -> "at"
            else -> null
        }
        if (field != null) throw TsunagariError.Invalid(field)
        val said = entry.copy(callsForLines = words.labels.any { it.callsForLines && it.code in entry.labels })
        device.stored = device.kept.copy(moods = moods + (said.id to said))
        return said
    }

    private fun cells(days: ClosedRange<LocalDate>, within: (LocalDate) -> Boolean): List<DayCell> {
        val felt = within(days).groupBy({ it.day }, { it.level })
        val all = generateSequence(days.start) { it.plusDays(1) }.takeWhile { it <= days.endInclusive }
        return all.map { DayCell(it, within(it), if (within(it)) felt[it].orEmpty() else emptyList()) }.toList()
    }

    private fun words(): Vocabulary {
        val levels = listOf(
            "とても重い" to "very heavy",
            "重い" to "heavy",
            "ふつう" to "so-so",
            "軽い" to "light",
            "とても軽い" to "very light",
        )
        return Vocabulary(
            levels = levels.mapIndexed { place, (japanese, english) ->
                MoodLevel(place + 1, "level-${place + 1}", device.text(japanese, english), "", "")
            },
            labels = listOf(
                MoodWord("lonely", device.text("さみしい", "lonely"), callsForLines = false),
                MoodWord("vanish", device.text("消えたい", "wanting to vanish"), callsForLines = true),
            ),
            contexts = listOf(MoodWord("home", device.text("家", "at home"), callsForLines = false)),
        )
    }

    private fun form() = ConnectionForm(
        id = FORM,
        name = device.text("ひとつの質問", "One question"),
        source = "作りもの",
        questions = listOf(device.text("さみしいと感じますか", "Do you feel lonely?")),
        options = listOf(ConnectionOption(1, device.text("いいえ", "No")), ConnectionOption(2, device.text("はい", "Yes"))),
        noDiagnosis = device.text("これは診断ではありません。", "This is no diagnosis."),
        hasFigures = false,
    )

    private fun checked(form: String, answers: List<Int>): List<ConnectionOption> {
        if (form != FORM) throw TsunagariError.NotFound()
        val options = answers.mapNotNull { answer -> form().options.firstOrNull { it.value == answer } }
        if (options.size != form().questions.size ||
            options.size != answers.size
        ) {
            throw TsunagariError.Invalid("answers")
        }
        return options
    }

    private companion object {
        const val FORM = "direct"
    }
}

internal fun newId(): String = UUID.randomUUID().toString().replace("-", "")
