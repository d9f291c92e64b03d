package jp.tsunagari.ui.lock

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.ListRow
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.LockSaid
import jp.tsunagari.ui.model.LockShown

/** What is done on the page of the lock. */
class LockDeeds(
    /** The PIN there is, or nothing where there is none; the new one, twice. */
    val setPin: (String, String, String) -> Unit,
    val takeAway: (String) -> Unit,
    /** Allows a finger or a face, with the PIN, or no more; `null` where the phone has no such thing. */
    val setFinger: ((String, Boolean) -> Unit)?,
    /** Locks it at once. */
    val lockNow: () -> Unit,
    /** What was said was read. */
    val heard: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** The form that is open on the page of the lock. */
enum class LockForm {
    SET,
    CHANGE,
    TAKE,
    FINGER,
}

/** The lock: set, change or take away a PIN, allow a finger or a face, and lock at once. [first] is open at first. */
@Composable
fun LockScreen(
    shown: LockShown,
    finger: Boolean,
    deeds: LockDeeds,
    modifier: Modifier = Modifier,
    first: LockForm? = null,
) {
    var form by rememberSaveable { mutableStateOf(first) }
    LaunchedEffect(shown.done) { if (shown.said.isWell) form = null }
    val open = { next: LockForm? ->
        deeds.heard()
        form = next
    }
    TitledPage(stringResource(R.string.lock_title), { if (form == null) deeds.back() else open(null) }, modifier) {
        shown.said?.let { LockWords(it) }
        when (val state = shown.state) {
            null -> Unit
            LockState.NothingKept -> KeptGate(TsunagariError.NothingKept(), stale = false, deeds.gate)
            LockState.Locked -> KeptGate(TsunagariError.Locked(), stale = false, deeds.gate)
            is LockState.Open -> when (val one = form) {
                null -> if (state.hasLock) There(finger, deeds, open) else None { open(LockForm.SET) }
                else -> LockFormPart(one, shown.done, finger, deeds) { open(null) }
            }
        }
    }
}

@Composable
private fun None(set: () -> Unit) {
    RubyText(stringResource(R.string.lock_none))
    RubyText(stringResource(R.string.lock_forget))
    QuietButton(stringResource(R.string.lock_set), set, Modifier.fillMaxWidth(), LocalPalette.current.action)
}

@Composable
private fun There(
    finger: Boolean,
    deeds: LockDeeds,
    open: (LockForm) -> Unit,
) {
    RubyText(stringResource(R.string.lock_there))
    QuietButton(
        stringResource(R.string.lock_now),
        deeds.lockNow,
        Modifier.fillMaxWidth(),
        LocalPalette.current.action,
    )
    val rows = buildList<@Composable () -> Unit> {
        add { ListRow(stringResource(R.string.lock_change), { open(LockForm.CHANGE) }) }
        if (deeds.setFinger != null) add { FingerRow(finger) { open(LockForm.FINGER) } }
        add { ListRow(stringResource(R.string.lock_take), { open(LockForm.TAKE) }) }
    }
    RowGroup(rows)
}

@Composable
private fun FingerRow(on: Boolean, ask: () -> Unit) {
    val hint = stringResource(R.string.lock_finger_hint)
    SwitchRow(stringResource(R.string.lock_finger), on, { ask() }, hint)
}

/** It was done. */
private val LockSaid?.isWell: Boolean
    get() = when (this) {
        LockSaid.Set, LockSaid.Altered, LockSaid.Taken, LockSaid.FingerOn, LockSaid.FingerOff -> true
        else -> false
    }
