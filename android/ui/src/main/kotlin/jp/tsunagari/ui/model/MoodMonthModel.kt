package jp.tsunagari.ui.model

import java.time.Clock
import java.time.LocalDate
import java.time.YearMonth
import jp.tsunagari.core.Changed
import jp.tsunagari.core.MonthView
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.Vocabulary
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What a month of the log shows. */
data class MoodMonth(
    val view: MonthView,
    val words: Vocabulary,
    /** Days after it are still to come. */
    val today: LocalDate,
)

/** The log as a calendar, month by month. */
class MoodMonthModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val clock: Clock = Clock.systemDefaultZone(),
    month: YearMonth = YearMonth.now(clock),
) {
    private val chosen = MutableStateFlow(month)
    private val asked = MutableStateFlow(Asked<MoodMonth>())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<Asked<MoodMonth>> = asked.asStateFlow()
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            combine(chosen, api.whenever(Changed.MOOD, Changed.LOCK), tries) { month, _, _ -> month }
                .collectLatest { month ->
                    asked.ask { MoodMonth(api.journal.month(month), api.journal.open(), LocalDate.now(clock)) }
                }
        }
    }

    /** Goes to the month before. */
    fun previous() = chosen.update { it.minusMonths(1) }

    /** Goes to the next month, if it has begun. */
    fun next() = chosen.update { minOf(it.plusMonths(1), YearMonth.now(clock)) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }
}
