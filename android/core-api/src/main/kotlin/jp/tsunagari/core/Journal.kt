package jp.tsunagari.core

import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.Year
import java.time.YearMonth

/**
 * The mood log and つながりの質問. Nothing is averaged, compared or counted; a day without an entry is paper. While the log
 * is put away, what asks for it ends with [TsunagariError.PutAway].
 */
interface JournalApi {
    /** The words that an entry can be made of. */
    suspend fun vocabulary(): Vocabulary

    /**
     * Writes an entry down. When it returns, the entry is on the disk.
     *
     * @throws TsunagariError.Invalid with `level`, `labels`, `contexts`, `note` or `at`.
     */
    suspend fun log(draft: MoodDraft): MoodEntry

    /**
     * Changes an entry; what is `null` stays as it is.
     *
     * @throws TsunagariError.NotFound and as [log].
     */
    suspend fun amend(id: MoodId, change: MoodChange): MoodEntry

    /**
     * Erases an entry; its bytes are overwritten.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun erase(id: MoodId)

    /**
     * One entry.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun entry(id: MoodId): MoodEntry

    /** Entries of some days, in order. An entry lies on the day that it was where the person was. */
    suspend fun entries(days: ClosedRange<LocalDate>): List<MoodEntry>

    /** A month. */
    suspend fun month(month: YearMonth): MonthView

    /** A year. Never what somebody sees first. */
    suspend fun year(year: Year): YearView

    /** The year as a picture (SVG). */
    suspend fun yearPicture(year: Year, legend: Legend = Legend.WORDS): String

    /** The same picture as a page of HTML for A4, to print. */
    suspend fun yearPage(year: Year, legend: Legend = Legend.WORDS): String

    /**
     * After an entry, because somebody asked: a small step, or people who listen where a small step would be too small,
     * and one place nearby when an area (its name or code) is said.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun stepAfter(id: MoodId, area: String? = null): AfterEntry

    /** The whole log for other programs. Nothing protects what is written out. */
    suspend fun export(form: LogForm): String

    /**
     * Takes in a log that was written out, in either form. Of an entry that is here already, the one that was changed last
     * stays.
     *
     * @throws TsunagariError.Invalid with `file`; nothing was changed.
     */
    suspend fun importLog(file: ByteArray): Merged

    /**
     * A page of HTML to show to a counsellor, with what the person chose to show.
     *
     * @throws TsunagariError.NotFound when an entry to leave out is none.
     */
    suspend fun page(wish: PageWish): String

    /** Puts the whole log away, or brings it back. Entries stay as they are. */
    suspend fun hide(hidden: Boolean)

    /** Whether the log is put away. */
    suspend fun isHidden(): Boolean

    /** All forms of つながりの質問, the one to begin with first. */
    suspend fun forms(): List<ConnectionForm>

    /** Who listens, those that are open first; for the page with the questions, too. */
    suspend fun listening(area: String? = null): List<Card>

    /**
     * A sentence back, and who listens. [answers] are values, one for each question. Nothing of it is kept.
     *
     * @throws TsunagariError.NotFound without such a form.
     * @throws TsunagariError.Invalid with `answers`.
     */
    suspend fun back(form: String, answers: List<Int>, area: String? = null): ConnectionBack

    /**
     * What others answered, only for who asks for it; `null` where no figures are known.
     *
     * @throws TsunagariError.NotFound without such a form.
     */
    suspend fun figures(form: String): ConnectionFigures?

    /**
     * Keeps answers, because the person said so.
     *
     * @throws TsunagariError.NotFound without such a form.
     * @throws TsunagariError.Invalid with `answers`.
     */
    suspend fun keep(form: String, answers: List<Int>): KeptAnswers

    /** Answers that were kept, in order, only for who asks for them. */
    suspend fun keptAnswers(): List<KeptAnswers>

    /**
     * Erases answers that were kept.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun eraseKept(id: AnswersId)
}

/** Names an entry of the mood log. */
@JvmInline
value class MoodId(val value: String)

/** Names answers that were kept. */
@JvmInline
value class AnswersId(val value: String)

/** An entry. Several a day may exist. */
data class MoodEntry(
    val id: MoodId,
    /** When it was felt, with the offset of the place. */
    val at: OffsetDateTime,
    /** The day that it was there, in words, with its weekday. */
    val dayWords: String,
    /** 1 (heaviest) to 5. */
    val level: Int,
    /** Codes of feelings. */
    val labels: Set<String>,
    /** Codes of what was around. */
    val contexts: Set<String>,
    /** The note, as it was written; empty when there is none. */
    val note: String,
    /** When it was written down. */
    val logged: Instant,
    /** When it was last changed. */
    val amended: Instant?,
    /** A word of it calls for people who listen: say at once where they are ([JournalApi.stepAfter]). */
    val callsForLines: Boolean,
) {
    /** The day that it was there. */
    val day: LocalDate get() = at.toLocalDate()
}

/** An entry that is to be written down. */
data class MoodDraft(
    /** 1 (heaviest) to 5. */
    val level: Int,
    /** Codes of feelings, up to 20. */
    val labels: Set<String> = emptySet(),
    /** Codes of what was around, up to 20. */
    val contexts: Set<String> = emptySet(),
    /** A note of up to 4,000 characters. */
    val note: String = "",
    /** When it was felt, from 1900 until now; now when nothing is said. */
    val at: OffsetDateTime? = null,
)

/** What is to be changed of an entry; `null` leaves it as it is. */
data class MoodChange(
    val level: Int? = null,
    /** Codes of feelings, instead of those that are there. */
    val labels: Set<String>? = null,
    /** Codes of what was around, instead of what is there. */
    val contexts: Set<String>? = null,
    /** The note; empty takes it away. */
    val note: String? = null,
    val at: OffsetDateTime? = null,
)

/** Levels, feelings, and what can be around. */
data class Vocabulary(
    /** The five levels, heaviest first. */
    val levels: List<MoodLevel>,
    /** Feelings. */
    val labels: List<MoodWord>,
    /** What was around. None is ever added up. */
    val contexts: List<MoodWord>,
)

/** One level. It is shown as words or as weather, never judged. */
data class MoodLevel(
    /** 1 (heaviest) to 5. */
    val number: Int,
    val code: String,
    /** In plain words. */
    val word: String,
    /** As weather. */
    val weather: String,
    /** Its mark in calendars. */
    val mark: String,
)

/** A feeling, or something that can be around. */
data class MoodWord(
    val code: String,
    val name: String,
    /** People who listen stand beside an entry with it. */
    val callsForLines: Boolean,
)

/** How levels are told below a picture. */
enum class Legend {
    WORDS,
    WEATHER,
}

/** A form in which a log is written out. */
enum class LogForm {
    /** For spreadsheets (RFC 4180, with a byte order mark). */
    CSV,

    /** For other programs. */
    JSON,
}

/** A day in a calendar. */
data class DayCell(
    val day: LocalDate,
    /** It belongs to the month that is shown. */
    val within: Boolean,
    /** Levels felt on it, in order; none is paper, not a miss, and no level stands for the day. */
    val levels: List<Int>,
)

/** A month in weeks of seven days, Sunday first. */
data class MonthView(
    val month: YearMonth,
    /** Year and month in words. */
    val title: String,
    /** Days of other months have no levels. */
    val weeks: List<List<DayCell>>,
)

/** A year. */
data class YearView(
    val year: Year,
    /** The year in words. */
    val title: String,
    /** Twelve months, each with its days. */
    val months: List<List<DayCell>>,
)

/** What is shown after an entry to somebody who asked. */
data class AfterEntry(
    /** A small step; none where it would be too small. */
    val step: SmallStep?,
    /** People who listen, those that are open first; they stand in the place of the step. */
    val lines: List<Card>,
    /** A place nearby that is for anybody. */
    val place: Card?,
    /** What is said where an area was named and no place is known there. */
    val noPlace: String?,
)

/** A small step, and why this one. It asks for nothing. */
data class SmallStep(
    val id: String,
    val text: String,
    val why: String,
)

/** What taking a log in did. */
data class Merged(
    /** Entries that were not here. */
    val added: Int,
    /** Entries that are here just so. */
    val same: Int,
    /** Entries that took the place of older ones. */
    val replaced: Int,
    /** Entries that are older than those here, which stay. */
    val older: Int,
)

/** What is to stand on the page for a counsellor. */
data class PageWish(
    val days: ClosedRange<LocalDate>,
    val notes: Boolean = false,
    /** Feelings. */
    val labels: Boolean = true,
    /** What was around. */
    val contexts: Boolean = true,
    val legend: Legend = Legend.WORDS,
    /** Large letters. */
    val large: Boolean = false,
    /** Entries that are left out. */
    val without: Set<MoodId> = emptySet(),
)

/** Questions that belong together. There is no sum in any of it, and no place among others. */
data class ConnectionForm(
    /** Its code, such as `direct`. */
    val id: String,
    val name: String,
    /** Where wording and points come from, in Japanese. */
    val source: String,
    val questions: List<String>,
    /** The answers to each question. */
    val options: List<ConnectionOption>,
    /** That it is no diagnosis: to be said beside the questions and beside the sentence back. */
    val noDiagnosis: String,
    /** There are figures of what others answered, for who asks for them. */
    val hasFigures: Boolean,
)

/** An answer that can be given; its value is not shown. */
data class ConnectionOption(val value: Int, val text: String)

/** What comes back for answers. */
data class ConnectionBack(
    val sentence: String,
    /** What is to be said where its limits were not compared with the source. */
    val caution: String?,
    /** That it is no diagnosis. */
    val noDiagnosis: String,
    /** Who listens, those that are open first. */
    val lines: List<Card>,
)

/** What others answered. Which answer was given here is not marked. */
data class ConnectionFigures(
    /** Which survey. */
    val what: String,
    /** Where the figures come from, in Japanese. */
    val source: String,
    /** What is to be said where they were not compared with the source. */
    val caution: String?,
    /** The share of each answer, in order; those who gave none last. */
    val shares: List<ConnectionShare>,
)

/** The share of one answer. */
data class ConnectionShare(
    val answer: String,
    /** Tenths of a per cent. */
    val tenths: Int,
    /** Share and answer in words. */
    val words: String,
)

/** Answers that somebody chose to keep. */
data class KeptAnswers(
    val id: AnswersId,
    /** When, with the offset of the place. */
    val at: OffsetDateTime,
    /** The day in words, with its weekday. */
    val dayWords: String,
    /** Code of the form. */
    val form: String,
    /** Values of the answers, in order. */
    val answers: List<Int>,
    /** Each question with its answer; empty when the form is no longer there. */
    val said: List<AnsweredQuestion>,
)

/** A question with its answer, which is empty when it is no longer there. */
data class AnsweredQuestion(val question: String, val answer: String)
