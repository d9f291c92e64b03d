package jp.tsunagari.ui

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText

/** What can be done about a problem. */
internal val TsunagariError.words: Int
    get() = when (this) {
        is TsunagariError.Locked -> R.string.problem_locked
        is TsunagariError.NotFound -> R.string.problem_not_found
        is TsunagariError.Busy -> R.string.problem_busy
        is TsunagariError.Full -> R.string.problem_full
        is TsunagariError.Damaged, is TsunagariError.KeyMismatch -> R.string.problem_damaged
        is TsunagariError.NeedsNewerVersion -> R.string.problem_newer
        is TsunagariError.Invalid -> when (this.field) {
            "area" -> R.string.problem_area
            "size" -> R.string.problem_size
            else -> R.string.problem_other
        }
        else -> R.string.problem_other
    }

/** Says what can be done about a problem. [stale] when what was there before stands below. */
@Composable
internal fun ProblemCard(
    problem: TsunagariError,
    stale: Boolean,
    again: () -> Unit,
) {
    QuietCard {
        RubyText(stringResource(problem.words))
        if (stale) RubyText(stringResource(R.string.problem_before))
        QuietButton(stringResource(R.string.problem_again), again, Modifier.fillMaxWidth())
    }
}
