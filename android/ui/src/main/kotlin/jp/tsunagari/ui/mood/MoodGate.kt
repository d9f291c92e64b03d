package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Gate

/** What can be done where the log cannot be shown. */
class GateDeeds(
    /** Begins to keep things on this device. */
    val begin: () -> Unit,
    /** Brings the log back that was put away. */
    val bringBack: () -> Unit,
    /** To the page that opens the lock. */
    val unlock: () -> Unit,
    /** さがすだけ: to finding, with nothing kept. */
    val findOnly: () -> Unit,
) {
    constructor(gate: Gate, unlock: () -> Unit, findOnly: () -> Unit) :
        this(gate::begin, gate::bringBack, unlock, findOnly)
}

/** Why the log is not shown, and what can be done. [stale] when what was there before stands below. */
@Composable
internal fun MoodGate(
    problem: TsunagariError,
    stale: Boolean,
    deeds: GateDeeds,
    again: () -> Unit,
) = when (problem) {
    // Nothing is wrong here, and nobody has to keep anything: both ways look the same.
    is TsunagariError.NothingKept -> Offered(
        R.string.mood_begin_title,
        R.string.mood_begin_what,
        R.string.mood_begin_keep to deeds.begin,
        R.string.mood_begin_find_only to deeds.findOnly,
    )

    is TsunagariError.Locked -> Offered(
        R.string.mood_locked_title,
        R.string.mood_locked_what,
        R.string.mood_unlock to deeds.unlock,
        R.string.mood_find to deeds.findOnly,
    )

    is TsunagariError.PutAway ->
        Offered(
            R.string.mood_away_title,
            R.string.mood_away_what,
            R.string.mood_bring_back to deeds.bringBack,
            R.string.mood_find to deeds.findOnly,
        )

    else -> ProblemCard(problem, stale, again)
}

@Composable
private fun Offered(
    title: Int,
    what: Int,
    vararg ways: Pair<Int, () -> Unit>,
) = QuietCard {
    RubyText(stringResource(title), style = Type.heading, isHeading = true)
    RubyText(stringResource(what))
    for ((words, go) in ways) QuietButton(stringResource(words), go, Modifier.fillMaxWidth())
}
