package jp.tsunagari.ui.lock

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SecretField
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.model.LockShown

/** What is done where the lock is on. */
class UnlockDeeds(
    val unlock: (String) -> Unit,
    /** Asks for a finger or a face and opens with it; `null` where that was not allowed. */
    val finger: (() -> Unit)?,
    /** To finding, which works with the lock on. */
    val find: () -> Unit,
    /** Gives the phone to somebody: finding only. */
    val handOver: () -> Unit,
    /** To the page where everything can be forgotten. */
    val forget: () -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
)

/** The lock is on. Whoever needs help first gets it without opening anything. */
@Composable
fun UnlockScreen(
    shown: LockShown,
    deeds: UnlockDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    stringResource(R.string.unlock_title),
    back = null,
    modifier,
    gap = Space.large,
    foot = { EmergencyRow(shown.emergency, deeds.call) },
) {
    Opening(shown, deeds)
    RubyText(stringResource(R.string.unlock_hint), style = Type.quiet, color = LocalTone.current.quiet)
    QuietButton(stringResource(R.string.unlock_find), deeds.find, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.unlock_hand_over), deeds.handOver, Modifier.fillMaxWidth())
    Forgotten(deeds.forget)
}

@Composable
private fun Opening(shown: LockShown, deeds: UnlockDeeds) {
    var pin by remember(shown.done) { mutableStateOf("") }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        val unlock = { deeds.unlock(pin) }
        SecretField(stringResource(R.string.lock_pin), pin, { pin = it }, done = unlock)
        shown.said?.let { LockWords(it) }
        QuietButton(
            stringResource(R.string.unlock_open),
            unlock,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
        deeds.finger?.let { QuietButton(stringResource(R.string.unlock_finger), it, Modifier.fillMaxWidth()) }
    }
}

/** What can be done by who does not know the PIN any more. */
@Composable
private fun Forgotten(forget: () -> Unit) {
    var asked by rememberSaveable { mutableStateOf(false) }
    QuietButton(stringResource(R.string.unlock_forgot), { asked = !asked }, Modifier.fillMaxWidth())
    if (asked) {
        QuietCard {
            RubyText(stringResource(R.string.unlock_forgot_words))
            QuietButton(stringResource(R.string.unlock_to_forget), forget, Modifier.fillMaxWidth())
        }
    }
}
