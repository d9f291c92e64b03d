package jp.tsunagari.ui.model

import java.time.Clock
import java.time.Year
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Legend
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.core.YearView
import jp.tsunagari.ui.OutFile
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What a year of the log shows. */
data class MoodYear(
    val view: YearView,
    val words: Vocabulary,
    /** There is a year after it that has begun. */
    val hasNext: Boolean,
)

/** The log as a year. Only who asks for it sees it. */
class MoodYearModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val clock: Clock = Clock.systemDefaultZone(),
    year: Year = Year.now(clock),
) {
    private val chosen = MutableStateFlow(year)
    private val asked = MutableStateFlow(Asked<MoodYear>())
    private val ended = MutableStateFlow(MoodFilesDone())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<Asked<MoodYear>> = asked.asStateFlow()
    val done: StateFlow<MoodFilesDone> = ended.asStateFlow()
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            combine(chosen, api.whenever(Changed.MOOD, Changed.LOCK), tries) { year, _, _ -> year }
                .collectLatest { year ->
                    asked.ask { MoodYear(api.journal.year(year), api.journal.open(), year < Year.now(clock)) }
                }
        }
    }

    /** Goes to the year before. */
    fun previous() = chosen.update { it.minusYears(1) }

    /** Goes to the next year, if it has begun. */
    fun next() = chosen.update { minOf(it.plusYears(1), Year.now(clock)) }

    /** The year that is shown as a page to print. */
    fun page(legend: Legend): OutFile {
        val year = chosen.value
        return ended.file("year-$year.html", HTML) { api.journal.yearPage(year, legend) }
    }

    /** The year that is shown as a picture. */
    fun picture(legend: Legend): OutFile {
        val year = chosen.value
        return ended.file("year-$year.svg", "image/svg+xml") { api.journal.yearPicture(year, legend) }
    }

    /** Asks the same again. */
    fun again() {
        ended.value = MoodFilesDone()
        tries.update { it + 1 }
    }
}
