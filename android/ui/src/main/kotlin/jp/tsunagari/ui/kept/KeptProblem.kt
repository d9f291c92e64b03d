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
import jp.tsunagari.ui.words

/** What can be done where what is kept cannot be shown. */
class KeptWays(
    /** Begins to keep things on this device. */
    val begin: () -> Unit,
    /** さがすだけ: to finding, with nothing kept. */
    val findOnly: () -> Unit,
    /** To the page that asks for the PIN, a finger or a face. */
    val unlock: () -> Unit,
    /** Asks the same again. */
    val again: () -> Unit,
)

/** Why what is kept cannot be shown, and what can be done. [stale] when what was there before stands below. */
@Composable
internal fun KeptProblem(
    problem: TsunagariError,
    stale: Boolean,
    ways: KeptWays,
) = when (problem) {
    is TsunagariError.NothingKept -> Begin(ways)
    is TsunagariError.Locked -> Locked(problem, ways)
    else -> ProblemCard(problem, stale, ways.again)
}

/** Nothing is wrong: nobody has begun yet, and nobody has to. Both choices look the same. */
@Composable
private fun Begin(ways: KeptWays) = QuietCard {
    RubyText(stringResource(R.string.begin_title), style = Type.heading, isHeading = true)
    RubyText(stringResource(R.string.begin_what))
    QuietButton(stringResource(R.string.begin_keep), ways.begin, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.begin_find_only), ways.findOnly, Modifier.fillMaxWidth())
    RubyText(stringResource(R.string.begin_later), style = Type.quiet, color = LocalTone.current.quiet)
}

@Composable
private fun Locked(problem: TsunagariError, ways: KeptWays) = QuietCard {
    RubyText(stringResource(problem.words))
    QuietButton(stringResource(R.string.kept_unlock), ways.unlock, Modifier.fillMaxWidth())
}

/** Why something a person did could not be done; what they wrote is still in its field. */
@Composable
internal fun DeedProblem(doing: Doing) {
    val problem = doing.problem ?: return
    val words = when ((problem as? TsunagariError.Invalid)?.field) {
        "count" -> R.string.write_full
        "traces" -> R.string.write_traces
        "text" -> R.string.write_empty
        else -> problem.words
    }
    QuietCard { RubyText(stringResource(words)) }
}
