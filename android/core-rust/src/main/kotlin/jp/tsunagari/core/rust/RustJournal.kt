package jp.tsunagari.core.rust

import java.time.LocalDate
import java.time.Year
import java.time.YearMonth
import jp.tsunagari.core.AfterEntry
import jp.tsunagari.core.AnswersId
import jp.tsunagari.core.Card
import jp.tsunagari.core.ConnectionBack
import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
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
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.core.YearView
import jp.tsunagari.ffi.Journal

internal class RustJournal(private val journal: Journal, private val calls: Calls) : JournalApi {
    override suspend fun vocabulary(): Vocabulary = calls.call { journal.vocabulary().toDomain() }

    override suspend fun log(draft: MoodDraft): MoodEntry = calls.call { journal.log(draft.toFfi()).toDomain() }

    override suspend fun amend(id: MoodId, change: MoodChange): MoodEntry =
        calls.call { journal.amend(id.value, change.toFfi()).toDomain() }

    override suspend fun erase(id: MoodId) = calls.call { journal.erase(id.value) }

    override suspend fun entry(id: MoodId): MoodEntry = calls.call { journal.entry(id.value).toDomain() }

    override suspend fun entries(days: ClosedRange<LocalDate>): List<MoodEntry> =
        calls.call { journal.entries(days.start.toString(), days.endInclusive.toString()).map { it.toDomain() } }

    override suspend fun month(month: YearMonth): MonthView =
        calls.call { journal.month(month.atDay(1).toString()).toDomain() }

    override suspend fun year(year: Year): YearView = calls.call { journal.year(year.value).toDomain() }

    override suspend fun yearPicture(year: Year, legend: Legend): String =
        calls.call { journal.yearSvg(year.value, legend.isWeather) }

    override suspend fun yearPage(year: Year, legend: Legend): String =
        calls.call { journal.yearHtml(year.value, legend.isWeather) }

    override suspend fun stepAfter(id: MoodId, area: String?): AfterEntry =
        calls.call { journal.stepAfter(id.value, area).toDomain() }

    override suspend fun export(form: LogForm): String = calls.call {
        when (form) {
            LogForm.CSV -> journal.exportCsv()
            LogForm.JSON -> journal.exportJson()
        }
    }

    override suspend fun importLog(file: ByteArray): Merged = calls.call { journal.importLog(file).toDomain() }

    override suspend fun page(wish: PageWish): String = calls.call { journal.pageHtml(wish.toFfi()) }

    override suspend fun hide(hidden: Boolean) = calls.call { journal.hide(hidden) }

    override suspend fun isHidden(): Boolean = calls.call { journal.isHidden() }

    override suspend fun forms(): List<ConnectionForm> = calls.call { journal.forms().map { it.toDomain() } }

    override suspend fun listening(area: String?): List<Card> = calls.call { journal.listening(area).toCards() }

    override suspend fun back(form: String, answers: List<Int>, area: String?): ConnectionBack =
        calls.call { journal.back(form, answers.toFfi(), area).toDomain() }

    override suspend fun figures(form: String): ConnectionFigures? =
        calls.call { journal.figures(form)?.toDomain() }

    override suspend fun keep(form: String, answers: List<Int>): KeptAnswers =
        calls.call { journal.keep(form, answers.toFfi()).toDomain() }

    override suspend fun keptAnswers(): List<KeptAnswers> =
        calls.call { journal.keptAnswers().map { it.toDomain() } }

    override suspend fun eraseKept(id: AnswersId) = calls.call { journal.eraseKept(id.value) }
}

private fun List<Int>.toFfi(): List<UInt> = map { it.unsigned("answers") }
