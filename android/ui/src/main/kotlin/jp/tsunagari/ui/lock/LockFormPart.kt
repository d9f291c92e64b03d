package jp.tsunagari.ui.lock

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SecretField
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** What is to be typed for [form]. With [done], which counts what was done, the fields empty. */
@Composable
internal fun LockFormPart(
    form: LockForm,
    done: Int,
    finger: Boolean,
    deeds: LockDeeds,
    stop: () -> Unit,
) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
    var old by remember(form, done) { mutableStateOf("") }
    var new by remember(form, done) { mutableStateOf("") }
    var again by remember(form, done) { mutableStateOf("") }
    val isNew = form == LockForm.SET || form == LockForm.CHANGE
    val go = {
        when (form) {
            LockForm.SET, LockForm.CHANGE -> deeds.setPin(old, new, again)
            LockForm.TAKE -> deeds.takeAway(old)
            LockForm.FINGER -> deeds.setFinger?.invoke(old, !finger) ?: Unit
        }
    }
    RubyText(stringResource(form.title), style = Type.heading, isHeading = true)
    if (form == LockForm.FINGER) RubyText(stringResource(R.string.lock_finger_ask))
    if (form != LockForm.SET) SecretField(stringResource(R.string.lock_old), old, { old = it })
    if (isNew) {
        RubyText(stringResource(R.string.lock_rule), style = Type.quiet, color = LocalTone.current.quiet)
        SecretField(stringResource(R.string.lock_new), new, { new = it })
        SecretField(stringResource(R.string.lock_again), again, { again = it }, done = go)
        RubyText(stringResource(R.string.lock_forget))
    }
    val words = stringResource(if (form == LockForm.TAKE) R.string.lock_take else R.string.lock_do)
    QuietButton(words, go, Modifier.fillMaxWidth(), LocalPalette.current.action)
    QuietButton(stringResource(R.string.lock_stop), stop, Modifier.fillMaxWidth())
}

private val LockForm.title: Int
    get() = when (this) {
        LockForm.SET -> R.string.lock_set
        LockForm.CHANGE -> R.string.lock_change
        LockForm.TAKE -> R.string.lock_take
        LockForm.FINGER -> R.string.lock_finger
    }
