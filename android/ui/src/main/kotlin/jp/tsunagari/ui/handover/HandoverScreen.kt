package jp.tsunagari.ui.handover

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type

/** What is done while the phone is handed over. */
class HandoverDeeds(
    val begin: () -> Unit,
    /** The next person begins; nothing of this one stays. */
    val anew: () -> Unit,
    /** Ends it; the owner's lock comes first where there is one. */
    val end: () -> Unit,
    /** Goes to where a PIN is set; `null` where that cannot be done from here. */
    val setLock: (() -> Unit)?,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    val again: () -> Unit,
)

/** Handing the phone to somebody else: a card that says what they can see and what not, then the finder alone. */
@Composable
fun HandoverScreen(
    shown: HandoverShown,
    deeds: HandoverDeeds,
    modifier: Modifier = Modifier,
) {
    val visit = shown.visit
    // What was typed is kept by the screen, too: of one person nothing is left for the next.
    if (visit == null) Explained(shown, deeds, modifier) else key(visit) { VisitScreen(visit, deeds, modifier) }
}

@Composable
private fun Explained(shown: HandoverShown, deeds: HandoverDeeds, modifier: Modifier) {
    TitledPage(stringResource(R.string.handover_title), deeds.end, modifier, gap = Space.large) {
        shown.problem?.let { ProblemCard(it, stale = false, again = deeds.again) }
        QuietCard {
            TOLD.forEach { Point(stringResource(it), Type.body) }
        }
        shown.guard?.let { Guarded(it, deeds) }
        QuietButton(
            stringResource(R.string.handover_begin),
            deeds.begin,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
    }
}

/** What happens at the end, which nobody should have to find out. */
@Composable
private fun Guarded(guard: Guard, deeds: HandoverDeeds) {
    val words = when (guard) {
        Guard.NOTHING_KEPT -> R.string.handover_nothing_kept
        Guard.OPEN -> R.string.handover_open
        Guard.LOCKED -> R.string.handover_locked
    }
    QuietCard {
        RubyText(stringResource(words))
        val setLock = deeds.setLock
        if (guard == Guard.OPEN && setLock != null) {
            QuietButton(stringResource(R.string.handover_set_lock), setLock, Modifier.fillMaxWidth())
        }
    }
}

private val TOLD = listOf(
    R.string.handover_only,
    R.string.handover_hidden,
    R.string.handover_gone,
    R.string.handover_calls,
    R.string.handover_apps,
)
