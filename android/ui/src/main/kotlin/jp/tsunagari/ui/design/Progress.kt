package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.semantics

/** How much of something is done. Nothing in it moves by itself. */
@Composable
internal fun Progress(part: Float, modifier: Modifier = Modifier) {
    val tone = LocalTone.current
    val done = part.coerceIn(0f, 1f)
    Box(
        modifier.fillMaxWidth().height(Space.large).clip(Shape.chip).border(Edge.THIN, tone.line, Shape.chip)
            .semantics { progressBarRangeInfo = ProgressBarRangeInfo(done, 0f..1f) },
    ) {
        Box(Modifier.fillMaxHeight().fillMaxWidth(done).background(tone.line))
    }
}
