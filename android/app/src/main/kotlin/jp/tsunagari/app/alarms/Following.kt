package jp.tsunagari.app.alarms

import jp.tsunagari.app.KeyValues
import jp.tsunagari.app.notices.Notices
import jp.tsunagari.core.Changed
import jp.tsunagari.core.LockState
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Has Android follow what the core plans, and tells the core what Android tells. */
internal class Following(
    private val api: TsunagariApi,
    private val alarms: AndroidAlarms,
    private val notices: Notices,
    private val kept: KeyValues,
    /** What else is to go when everything was forgotten. */
    private val forgotten: () -> Unit,
) {
    private val turn = Mutex()

    /**
     * Sets and cancels what is to be, after Android told something, or else after anything changed. What could not be told
     * is told with the next call, also by another process.
     *
     * @throws TsunagariError
     */
    suspend fun follow(told: Told? = null) = turn.withLock {
        val owed = heavier(told, Told.entries.find { it.name == kept[OWED] })
        if (owed != null) kept[OWED] = owed.name
        try {
            tellWhetherItMaySpeak()
            api.checkIns.apply(alarms, owed)
            if (owed != null) kept[OWED] = null
        } catch (_: TsunagariError.NothingKept) {
            kept[OWED] = null
            forget()
        }
    }

    /** Follows whatever changes, until the core is closed. */
    suspend fun keepUp() {
        api.changes().filter { it in MOVES }.collect { what ->
            try {
                if (what == Changed.LOCK && api.lock.state() == LockState.NothingKept) forget()
                follow()
            } catch (_: TsunagariError) {
                // The next change, the next alarm or the next start tries again.
            }
        }
    }

    private suspend fun tellWhetherItMaySpeak() {
        val may = notices.maySpeak()
        if (api.checkIns.silence().maySpeak == may) return
        if (!may) alarms.cancelAll()
        api.checkIns.apply(alarms, if (may) Told.PERMISSION_BACK else Told.PERMISSION_LOST)
    }

    /** Of two things that were told, the one that asks for more. */
    private fun heavier(told: Told?, owed: Told?): Told? =
        listOfNotNull(told, owed).let { both -> both.find { it in LOSE_ALL } ?: both.firstOrNull() }

    /** The core knows nothing any more of what was set. */
    private fun forget() {
        alarms.cancelAll()
        notices.cancelAll()
        forgotten()
    }

    private companion object {
        const val OWED = "owed"
        val LOSE_ALL = setOf(Told.BOOT, Told.UPDATED)
        val MOVES = setOf(Changed.EVERYTHING, Changed.LOCK, Changed.MOOD, Changed.ANSWERS, Changed.CHECK_INS)
    }
}
