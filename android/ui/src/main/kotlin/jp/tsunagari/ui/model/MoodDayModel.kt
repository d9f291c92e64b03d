package jp.tsunagari.ui.model

import java.time.Clock
import java.time.LocalDate
import java.time.LocalTime
import jp.tsunagari.core.Changed
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodEntry
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

/** What a day of the log shows. */
data class MoodDay(
    val day: LocalDate,
    val entries: List<MoodEntry>,
    val words: Vocabulary,
    /** There is a day after it that is not still to come. */
    val hasNext: Boolean,
)

/** A day of the log. What is written down for a day that is past stands at its noon until it is changed. */
class MoodDayModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    day: LocalDate,
    private val clock: Clock = Clock.systemDefaultZone(),
) {
    private val chosen = MutableStateFlow(day)
    private val asked = MutableStateFlow(Asked<MoodDay>())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<Asked<MoodDay>> = asked.asStateFlow()

    /** The entry that was made on this page. */
    val editor = MoodEditor(api, scope)
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            combine(chosen, api.whenever(Changed.MOOD, Changed.LOCK), tries) { day, _, _ -> day }.collectLatest { day ->
                asked.ask {
                    MoodDay(day, api.journal.entries(day..day), api.journal.open(), day < LocalDate.now(clock))
                }
            }
        }
    }

    /** Goes to the day before. */
    fun previous() = go(-1)

    /** Goes to the next day, if it has begun. */
    fun next() = go(1)

    /** One tap, for this day. */
    fun log(level: Int) {
        val day = chosen.value
        val now = clock.instant().atZone(clock.zone).toOffsetDateTime()
        val noon = day.atTime(LocalTime.NOON).atZone(clock.zone).toOffsetDateTime()
        editor.log(MoodDraft(level, at = noon.takeIf { day < now.toLocalDate() }))
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private fun go(days: Long) {
        chosen.update { minOf(it.plusDays(days), LocalDate.now(clock)) }
        editor.another()
    }
}
