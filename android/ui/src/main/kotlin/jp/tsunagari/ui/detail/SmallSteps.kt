package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Detail
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.DetailDone

/** Steps smaller than calling. What can be done here and now is pressed: to keep it, a memo, paper. */
@Composable
internal fun SmallSteps(
    detail: Detail,
    done: DetailDone,
    shown: Shown,
) {
    val steps = detail.smallerSteps
    val calls = detail.card.ways.any { it.kind == WayKind.TEL }
    Part(stringResource(if (calls) R.string.detail_steps else R.string.detail_steps_now)) {
        steps.filterNot { it.id == KEEP || it.id == MEMO }.forEach { Point(it.words, Type.body) }
        val keep = steps.firstOrNull { it.id == KEEP }?.words ?: stringResource(R.string.detail_keep)
        Keep(keep, done.keeping, shown)
        steps.firstOrNull { it.id == MEMO }?.let { step ->
            QuietButton(step.words, shown.doors.memo, Modifier.fillMaxWidth())
        }
        Paper(detail.card.traceWarning, done.printing, shown)
        QuietButton(stringResource(R.string.detail_speak), shown.doors.speak, Modifier.fillMaxWidth())
        done.problem?.let { ProblemCard(it, stale = false, again = shown.deeds.onceMore) }
    }
}

private const val KEEP = "keep"
private const val MEMO = "memo"
