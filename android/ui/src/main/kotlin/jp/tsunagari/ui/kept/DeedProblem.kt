package jp.tsunagari.ui.kept

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.words

/** Why something a person did could not be done; what they wrote is still in its field. */
@Composable
internal fun DeedProblem(doing: Doing) {
    val problem = doing.problem ?: return
    val words = when {
        problem is TsunagariError.Unexpected && problem.code == "print" -> R.string.detail_print_impossible

        problem is TsunagariError.Invalid -> when (problem.field) {
            "count" -> R.string.write_full
            "traces" -> R.string.write_traces
            "text" -> R.string.write_empty
            else -> problem.words
        }

        else -> problem.words
    }
    QuietCard { RubyText(stringResource(words)) }
}
