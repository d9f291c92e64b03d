package jp.tsunagari.ui.kept

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Gate

/** What can be done where what is kept cannot be shown. */
class GateDeeds(
    /** Begins to keep things on this device. */
    val begin: () -> Unit,
    /** To the page that opens the lock. */
    val unlock: () -> Unit,
    /** To finding, which needs nothing that is kept. */
    val find: () -> Unit,
    /** Asks the same again. */
    val again: () -> Unit,
    /** Brings the mood log back; `null` where nothing of it is shown. */
    val bringBack: (() -> Unit)? = null,
) {
    constructor(
        gate: Gate,
        unlock: () -> Unit,
        find: () -> Unit,
        again: () -> Unit,
    ) : this(gate::begin, unlock, find, again, gate::bringBack)
}

/** Why what is kept cannot be shown, and what can be done. [stale] when what was there before stands below. */
@Composable
internal fun KeptGate(
    problem: TsunagariError,
    stale: Boolean,
    deeds: GateDeeds,
) = when (problem) {
    is TsunagariError.NothingKept -> Begin(deeds)
    is TsunagariError.Locked -> Locked(deeds)
    is TsunagariError.PutAway -> PutAway(deeds)
    else -> ProblemCard(problem, stale, deeds.again)
}

/** Nothing is wrong: nobody has begun yet, and nobody has to. Both choices look the same. */
@Composable
private fun Begin(deeds: GateDeeds) = QuietCard {
    RubyText(stringResource(R.string.begin_title), style = Type.heading, isHeading = true)
    RubyText(stringResource(R.string.begin_what))
    Way(R.string.begin_keep, deeds.begin)
    Way(R.string.begin_find_only, deeds.find)
    RubyText(stringResource(R.string.begin_later), style = Type.quiet, color = LocalTone.current.quiet)
}

@Composable
private fun Locked(deeds: GateDeeds) = QuietCard {
    RubyText(stringResource(R.string.problem_locked))
    Way(R.string.kept_unlock, deeds.unlock)
    Way(R.string.mood_find, deeds.find)
}

/** The mood log alone. */
@Composable
private fun PutAway(deeds: GateDeeds) = QuietCard {
    RubyText(stringResource(R.string.mood_away_title), style = Type.heading, isHeading = true)
    RubyText(stringResource(R.string.mood_away_what))
    deeds.bringBack?.let { Way(R.string.mood_bring_back, it) }
    Way(R.string.mood_find, deeds.find)
}

@Composable
private fun Way(words: Int, go: () -> Unit) = QuietButton(stringResource(words), go, Modifier.fillMaxWidth())
