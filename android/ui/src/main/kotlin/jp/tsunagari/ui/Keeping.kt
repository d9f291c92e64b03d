package jp.tsunagari.ui

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type

/** What can be done where what is kept is not to be had. */
class KeepingDeeds(
    /** Begins to keep things on this device. */
    val begin: () -> Unit,
    /** To the page that opens the lock. */
    val unlock: () -> Unit,
    /** さがすだけ: back to where one can look things up. */
    val leave: () -> Unit,
)

/** Why what is kept is not shown: nobody has begun yet, it is locked, or something else is wrong. */
@Composable
internal fun KeepingCard(
    problem: TsunagariError,
    deeds: KeepingDeeds,
    stale: Boolean,
    again: () -> Unit,
) = when (problem) {
    is TsunagariError.NothingKept -> QuietCard {
        RubyText(stringResource(R.string.keeping_none))
        RubyText(stringResource(R.string.keeping_none_more), style = Type.quiet, color = LocalTone.current.quiet)
        QuietButton(stringResource(R.string.keeping_begin), deeds.begin, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.keeping_leave), deeds.leave, Modifier.fillMaxWidth())
    }

    is TsunagariError.Locked -> QuietCard {
        RubyText(stringResource(problem.words))
        QuietButton(stringResource(R.string.keeping_open_lock), deeds.unlock, Modifier.fillMaxWidth())
    }

    else -> ProblemCard(problem, stale, again)
}
