package jp.tsunagari.ui.model

import java.io.IOException
import java.time.Clock
import java.time.LocalDate
import jp.tsunagari.core.Changed
import jp.tsunagari.core.LogForm
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.OutFile
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What can be put on paper or into files. */
data class MoodPapers(
    /** Entries of the days that the page is of. */
    val entries: List<MoodEntry>,
    val words: Vocabulary,
)

/** The log as files and pages, and logs that are taken in. Names of files do not say what is in them. */
class MoodFilesModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val clock: Clock = Clock.systemDefaultZone(),
) {
    private val wished = MutableStateFlow(PageWish(lastDays(MONTH)))
    private val asked = MutableStateFlow(Asked<MoodPapers>())
    private val ended = MutableStateFlow(MoodFilesDone())
    private val tries = MutableStateFlow(0)

    /** What is to stand on the counsellor's page. */
    val wish: StateFlow<PageWish> = wished.asStateFlow()
    val shown: StateFlow<Asked<MoodPapers>> = asked.asStateFlow()
    val done: StateFlow<MoodFilesDone> = ended.asStateFlow()
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            val days = wished.map { it.days }.distinctUntilChanged()
            combine(days, api.whenever(Changed.MOOD, Changed.LOCK), tries) { chosen, _, _ -> chosen }
                .collectLatest { chosen ->
                    asked.ask { MoodPapers(api.journal.entries(chosen), api.journal.open()) }
                    // What is there no more can neither stand on the page nor be left out.
                    val here = asked.value.value?.entries.orEmpty().map { it.id }.toSet()
                    wished.update { it.copy(without = it.without intersect here) }
                }
        }
    }

    /** Chooses what stands on the counsellor's page. */
    fun choose(wish: PageWish) = wished.update { wish }

    /** The page is of the last so many days, today among them. */
    fun chooseDays(days: Long) = wished.update { it.copy(days = lastDays(days)) }

    /** Puts an entry on the page, or leaves it out. */
    fun toggle(id: MoodId) = wished.update {
        it.copy(without = if (id in it.without) it.without - id else it.without + id)
    }

    /** The whole log for other programs. */
    fun log(form: LogForm): OutFile {
        val (ending, type) = if (form == LogForm.CSV) "csv" to "text/csv" else "json" to "application/json"
        return ended.file("notes-${today()}.$ending", type) { api.journal.export(form) }
    }

    /** The page for a counsellor, as it is wished for now. */
    fun page(): OutFile {
        val wish = wished.value
        return ended.file("page-${today()}.html", HTML) { api.journal.page(wish) }
    }

    /** Takes a log in that was written out, which [choose] reads; `null` when none was chosen. */
    fun takeIn(choose: suspend () -> ByteArray?) {
        scope.launch {
            ended.value = try {
                val file = choose() ?: return@launch
                MoodFilesDone(merged = api.journal.importLog(file))
            } catch (error: TsunagariError) {
                MoodFilesDone(problem = error)
            } catch (_: IOException) {
                MoodFilesDone(problem = TsunagariError.Unexpected("read"))
            }
        }
    }

    /** Asks the same again. */
    fun again() {
        ended.value = MoodFilesDone()
        tries.update { it + 1 }
    }

    private fun today() = LocalDate.now(clock)

    private fun lastDays(days: Long) = today().minusDays(days - 1)..today()

    companion object {
        /** The days that a page can be of. */
        const val WEEK = 7L
        const val MONTH = 30L
        const val SEASON = 90L
        const val YEAR = 365L
    }
}
