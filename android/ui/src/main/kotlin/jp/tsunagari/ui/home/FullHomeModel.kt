package jp.tsunagari.ui.home

import java.time.Clock
import java.time.LocalDate
import java.time.LocalTime
import java.util.concurrent.atomic.AtomicBoolean
import jp.tsunagari.core.Changed
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.kept.Deeds
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.model.whenever
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What the full home shows beside what かんたん home shows. What cannot be had is not there. */
data class FullHomeShown(
    /** Entries that were set aside and are in the directory, the oldest first. */
    val favourites: List<KeptEntry> = emptyList(),
    /** The five levels; none while the mood log is put away, locked or not begun. */
    val levels: List<MoodLevel> = emptyList(),
    /** What was logged here just now; it can be taken back. */
    val logged: MoodId? = null,
    val next: NextCheckIn? = null,
)

/** The check-in that comes next. */
data class NextCheckIn(
    val text: String,
    val day: LocalDate,
    val time: LocalTime,
    /** Days from today; 0 is today. */
    val inDays: Int,
)

/** The full home with お守り cards. It is there at once, whatever the lock says. */
class FullHomeModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val clock: Clock = Clock.systemDefaultZone(),
) {
    private val home = MutableStateFlow(FullHomeShown())
    private val deeds = Deeds(scope)
    private val logging = AtomicBoolean()

    val shown: StateFlow<FullHomeShown> = home.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        val changed = api.whenever(
            Changed.LOCK,
            Changed.FAVOURITES,
            Changed.DIRECTORY,
            Changed.MOOD,
            Changed.CHECK_INS,
        )
        scope.launch { changed.collectLatest { load() } }
    }

    /** Writes down how it is now, in one tap. */
    fun log(level: Int) {
        // Whoever presses twice means one entry.
        if (!logging.compareAndSet(false, true)) return
        deeds.take {
            val entry = try {
                api.journal.log(MoodDraft(level))
            } finally {
                logging.set(false)
            }
            home.update { it.copy(logged = entry.id) }
            suspend {
                api.journal.erase(entry.id)
                home.update { it.copy(logged = null) }
            }
        }
    }

    /** Takes back what was logged here just now. */
    fun takeBack() = deeds.undo()

    /** The page is left: when it is shown again, what was logged is in the log, and another can be written down. */
    fun left() = home.update { it.copy(logged = null) }

    private suspend fun load() {
        val favourites = orNull { api.keepsakes.favourites() }.orEmpty().filter { it.now is KeptEntry.Standing.Here }
        home.update { it.copy(favourites = favourites) }
        val levels = orNull { levels() }.orEmpty()
        home.update { it.copy(levels = levels, logged = it.logged.takeUnless { levels.isEmpty() }) }
        val next = orNull { next() }
        home.update { it.copy(next = next) }
    }

    private suspend fun levels() = if (api.journal.isHidden()) null else api.journal.vocabulary().levels

    private suspend fun next(): NextCheckIn? {
        val planned = api.checkIns.planned().firstOrNull() ?: return null
        val text = api.checkIns.list().firstOrNull { it.id == planned.checkIn }?.text ?: return null
        val today = clock.instant().atOffset(planned.at.offset).toLocalDate()
        val day = planned.at.toLocalDate()
        return NextCheckIn(text, day, planned.at.toLocalTime(), (day.toEpochDay() - today.toEpochDay()).toInt())
    }

    private suspend fun <T> orNull(question: suspend () -> T): T? = try {
        question()
    } catch (_: TsunagariError) {
        null
    }
}
