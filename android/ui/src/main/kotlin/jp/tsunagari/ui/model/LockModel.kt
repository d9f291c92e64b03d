package jp.tsunagari.ui.model

import java.time.Instant
import jp.tsunagari.core.Changed
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What came of the last thing that was done with the lock. */
sealed interface LockSaid {
    /** It did not open. */
    data object Wrong : LockSaid

    /** A finger or a face did not open it. */
    data object FingerNot : LockSaid

    /** Another try counts from [at] on. */
    data class Later(val at: Instant) : LockSaid

    data object TooShort : LockSaid

    /** The new PIN was not the same twice. */
    data object Differ : LockSaid

    data object Set : LockSaid

    data object Altered : LockSaid

    data object Taken : LockSaid

    data object FingerOn : LockSaid

    data object FingerOff : LockSaid

    /** Something else is in the way. */
    data class Problem(val error: TsunagariError) : LockSaid
}

/** What the pages of the lock show. No PIN is in it. */
data class LockShown(
    /** How it stands; `null` until it is known. */
    val state: LockState? = null,
    /** The emergency row, which is there with the lock on, too. */
    val emergency: List<EmergencyLine> = emptyList(),
    val said: LockSaid? = null,
    /** Something is being done. */
    val busy: Boolean = false,
    /** Goes up with everything that was done: what was typed before is to go. */
    val done: Int = 0,
)

/** The lock: to open it, to set, change or take away a PIN, and to allow a finger or a face. */
class LockModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val store: ChoiceStore,
) {
    private val lock = MutableStateFlow(LockShown())

    val shown: StateFlow<LockShown> = lock.asStateFlow()

    init {
        scope.launch { api.whenever(Changed.LOCK).collectLatest { load() } }
    }

    fun unlock(pin: String) = act(null) { api.lock.unlock(pin) }

    /** Opens it with a keystore that asks for a finger or a face. */
    fun unlockWith(finger: Keystore) = act(null, LockSaid.FingerNot) { api.lock.unlockWith(finger) }

    /** Begins to keep things on this device. */
    fun begin() = act(null) { api.lock.begin() }

    /** Sets a PIN, or another one in place of [old]; [again] has to be the same as [new]. */
    fun setPin(
        old: String,
        new: String,
        again: String,
    ) {
        val said = if (old.isEmpty()) LockSaid.Set else LockSaid.Altered
        act(said) {
            when {
                new.isEmpty() -> throw TsunagariError.Invalid("pin")
                new != again -> throw Differs()
                else -> api.lock.setPin(old, new)
            }
            store.change { it.copy(finger = false) }
        }
    }

    fun takeAway(old: String) = act(LockSaid.Taken) {
        api.lock.setPin(old, "")
        store.change { it.copy(finger = false) }
    }

    /** Allows a finger or a face beside the PIN, or with `null` no more. */
    fun setFinger(pin: String, finger: Keystore?) = act(if (finger == null) LockSaid.FingerOff else LockSaid.FingerOn) {
        api.lock.setBiometric(pin, finger)
        store.change { it.copy(finger = finger != null) }
    }

    /** What was said was read. */
    fun heard() = lock.update { it.copy(said = null) }

    private fun act(
        well: LockSaid?,
        wrong: LockSaid = LockSaid.Wrong,
        deed: suspend () -> Unit,
    ) {
        if (lock.value.busy) return
        lock.update { it.copy(busy = true) }
        scope.launch {
            val said = try {
                deed()
                well
            } catch (_: Differs) {
                LockSaid.Differ
            } catch (error: TsunagariError) {
                error.said(wrong)
            }
            lock.update { it.copy(said = said, busy = false, done = it.done + 1) }
        }
    }

    private fun TsunagariError.said(wrong: LockSaid): LockSaid = when (this) {
        is TsunagariError.WrongSecret -> wrong
        is TsunagariError.TryLater -> LockSaid.Later(at)
        is TsunagariError.Invalid -> if (field == "pin") LockSaid.TooShort else LockSaid.Problem(this)
        else -> LockSaid.Problem(this)
    }

    private suspend fun load() = try {
        val state = api.lock.state()
        lock.update { it.copy(state = state) }
        val emergency = api.directory.emergency()
        lock.update { it.copy(emergency = emergency) }
    } catch (error: TsunagariError) {
        lock.update { it.copy(said = if (it.state == null) LockSaid.Problem(error) else it.said) }
    }

    private class Differs : Exception()
}
