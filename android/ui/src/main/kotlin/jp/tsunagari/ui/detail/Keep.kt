package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.ToggleButton
import jp.tsunagari.ui.model.Keeping

/** Sets the entry aside. Where nothing is kept yet, or the lock is on, the step before that is offered. */
@Composable
internal fun Keep(
    words: String,
    keeping: Keeping,
    shown: Shown,
) {
    var offered by rememberSaveable(keeping) { mutableStateOf(false) }
    val full = Modifier.fillMaxWidth()
    when (keeping) {
        Keeping.NEVER -> Unit
        Keeping.KEPT -> ToggleButton(words, true, { shown.deeds.toggleKept() }, full)
        Keeping.NOT_KEPT -> ToggleButton(words, false, { shown.deeds.toggleKept() }, full)
        Keeping.NOTHING_KEPT, Keeping.LOCKED -> {
            ToggleButton(words, false, { offered = !offered }, full)
            if (offered && keeping == Keeping.NOTHING_KEPT) Begin(shown.deeds.begin) { offered = false }
            if (offered && keeping == Keeping.LOCKED) Unlock(shown.doors.lock)
        }
    }
}

/** Both answers are as good. */
@Composable
private fun Begin(begin: () -> Unit, leave: () -> Unit) {
    QuietCard {
        RubyText(stringResource(R.string.detail_begin_words))
        QuietButton(stringResource(R.string.detail_begin), begin, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.detail_begin_not), leave, Modifier.fillMaxWidth())
    }
}

@Composable
private fun Unlock(lock: () -> Unit) {
    QuietCard {
        RubyText(stringResource(R.string.detail_locked))
        QuietButton(stringResource(R.string.detail_unlock), lock, Modifier.fillMaxWidth())
    }
}
