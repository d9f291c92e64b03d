package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Merged
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.MoodFilesDone

/** How it went, where the eye is. */
@Composable
internal fun Ended(done: MoodFilesDone, again: () -> Unit) {
    val problem = done.problem
    when {
        problem is TsunagariError.Invalid && problem.field == "file" -> QuietCard {
            RubyText(stringResource(R.string.mood_log_foreign))
        }

        // Where it was read from, or what it was printed with, another place would not help.
        problem is TsunagariError.Unexpected && problem.code == "print" -> QuietCard {
            RubyText(stringResource(R.string.detail_print_impossible))
        }

        problem is TsunagariError.Unexpected && problem.code != "read" -> QuietCard {
            RubyText(stringResource(R.string.mood_not_written))
        }

        problem != null -> ProblemCard(problem, stale = false, again = again)
        done.written -> QuietCard { RubyText(stringResource(R.string.mood_out)) }
    }
    done.merged?.let { Taken(it) }
}

/** What taking a log in did, in words; what did not happen is not said. */
@Composable
private fun Taken(merged: Merged) = QuietCard {
    RubyText(stringResource(R.string.mood_in), style = Type.heading, isHeading = true)
    val said = listOf(
        R.string.mood_in_added to merged.added,
        R.string.mood_in_same to merged.same,
        R.string.mood_in_replaced to merged.replaced,
        R.string.mood_in_older to merged.older,
    ).filter { (_, count) -> count > 0 }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        for ((words, count) in said) RubyText(stringResource(words, count.toString()))
        if (said.isEmpty()) RubyText(stringResource(R.string.mood_in_nothing))
    }
}

@Composable
internal fun Go(words: Int, press: () -> Unit) = QuietButton(stringResource(words), press, Modifier.fillMaxWidth())
