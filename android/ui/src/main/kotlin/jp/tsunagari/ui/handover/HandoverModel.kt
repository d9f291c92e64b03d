package jp.tsunagari.ui.handover

import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What stands between whoever holds the phone and what its owner keeps. */
enum class Guard {
    /** Nothing is kept. */
    NOTHING_KEPT,

    /** No PIN is set: whoever ends this is where the owner was. */
    OPEN,

    /** What is kept is locked before it begins, and stays so until the owner opens it. */
    LOCKED,
}

/** Where handing over stands. */
data class HandoverShown(
    /** Somebody looks for help; `null` on the card that explains. */
    val visit: Visit? = null,
    /** `null` while it is not known. */
    val guard: Guard? = null,
    /** Why it could not begin. */
    val problem: TsunagariError? = null,
)

/**
 * The phone in somebody else's hands: they can look for help, and nothing else. What is kept is locked first, where it
 * can be. What they typed is gone when it ends, or when the next person begins. [ended] leaves the mode; with `true`
 * the lock has to be opened before anything else is shown.
 */
class HandoverModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val ended: (locked: Boolean) -> Unit,
) {
    private val state = MutableStateFlow(HandoverShown())
    private var locked = false

    val shown: StateFlow<HandoverShown> = state.asStateFlow()

    init {
        again()
    }

    /** Looks once more how the lock stands. */
    fun again() {
        scope.launch { safely { state.update { it.copy(guard = guard(), problem = null) } } }
    }

    /** Locks what can be locked, and lets somebody look for help. It does not begin where that could not be done. */
    fun begin() {
        scope.launch {
            safely {
                val guard = guard()
                if (guard == Guard.LOCKED && !locked) api.lock.lock()
                locked = guard == Guard.LOCKED
                if (state.value.visit == null) state.value = HandoverShown(Visit(api, scope), guard)
            }
        }
    }

    /** The next person: all that was typed and found is gone. */
    fun anew() {
        leave()
        val next = Visit(api, scope)
        state.update { it.copy(visit = next) }
    }

    /** Ends it; nothing is left of it. */
    fun end() {
        leave()
        ended(locked)
    }

    /** The way back of the phone: within what somebody looks at, then out. */
    fun back() {
        if (state.value.visit?.back() != true) end()
    }

    private fun leave() {
        state.value.visit?.close()
        state.update { it.copy(visit = null, problem = null) }
    }

    private suspend fun guard(): Guard {
        val lock = api.lock.state()
        locked = lock == LockState.Locked
        return when (lock) {
            LockState.NothingKept -> Guard.NOTHING_KEPT
            LockState.Locked -> Guard.LOCKED
            is LockState.Open -> if (lock.hasLock) Guard.LOCKED else Guard.OPEN
        }
    }

    private suspend fun safely(deed: suspend () -> Unit) = try {
        deed()
    } catch (error: TsunagariError) {
        state.update { it.copy(problem = error) }
    }
}
