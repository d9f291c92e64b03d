package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.lock.LockDeeds
import jp.tsunagari.ui.lock.LockForm
import jp.tsunagari.ui.lock.LockScreen
import jp.tsunagari.ui.lock.UnlockDeeds
import jp.tsunagari.ui.lock.UnlockScreen
import jp.tsunagari.ui.model.LockModel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch

internal const val PIN = "4649"

/** Something is kept under a PIN, and locked. */
@Composable
internal fun Stage.Unlock() = On {
    val kept = store
    val lock = model("lock") {
        api.lock.setPin("", PIN)
        api.lock.lock()
        LockModel(api, scope, kept).also { model -> model.shown.first { it.emergency.isNotEmpty() } }
    }
    val shown by lock.shown.collectAsState()
    UnlockScreen(
        shown,
        UnlockDeeds(
            lock::unlock,
            { lock.unlockWith(Finger) },
            { press("find") },
            { press("handOver") },
            { press("forget") },
            { press("call $it") },
        ),
    )
}

/** The page of the lock, where there is none, or one. */
@Composable
internal fun Stage.Lock(locked: Boolean = true, form: LockForm? = null) = On {
    val kept = store
    val lock = model("lock") {
        if (locked) api.lock.setPin("", PIN)
        LockModel(api, scope, kept).also { model -> model.shown.first { it.state is LockState.Open } }
    }
    val shown by lock.shown.collectAsState()
    val choices by kept.choices.collectAsState()
    LockScreen(
        shown,
        choices.finger,
        LockDeeds(
            lock::setPin,
            lock::takeAway,
            { pin, on -> lock.setFinger(pin, Finger.takeIf { on }) },
            { scope.launch { api.lock.lock() } },
            lock::heard,
            gate(lock::begin),
            { press("back") },
        ),
        first = form,
    )
}

private object Finger : Keystore {
    override fun seal(plain: ByteArray): ByteArray = plain

    override fun open(sealed: ByteArray): ByteArray = sealed

    override fun shred() = Unit
}
