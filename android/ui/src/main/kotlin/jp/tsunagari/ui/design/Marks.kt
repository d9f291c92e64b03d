package jp.tsunagari.ui.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.layout.FirstBaseline
import androidx.compose.ui.platform.LocalDensity
import jp.tsunagari.core.OpenState
import kotlin.math.roundToInt

/** Open, closed or not known, in words and by shape: a full ring, an empty one, a broken one. Colour says nothing. */
@Composable
fun OpenChip(
    state: OpenState,
    words: String,
    modifier: Modifier = Modifier,
) {
    val color = LocalTone.current.text
    val size = markSize()
    Row(modifier, Arrangement.spacedBy(Space.medium)) {
        // Beside the first line, however many there are.
        Canvas(Modifier.size(size).alignBy { (it.measuredHeight * FOOT).roundToInt() }) {
            val stroke = this.size.width * STROKE
            val round = this.size.width / 2 - stroke
            when (state) {
                OpenState.Always, is OpenState.Open -> drawCircle(color, round + stroke / 2)
                is OpenState.Closed -> drawCircle(color, round, style = Stroke(stroke))
                OpenState.Unknown -> drawCircle(color, round, style = Stroke(stroke, pathEffect = broken(round)))
            }
        }
        RubyText(words, Modifier.weight(1f, fill = false).alignBy(FirstBaseline), Type.quiet)
    }
}

/** The mark of what was chosen. */
@Composable
internal fun Tick() {
    val color = LocalTone.current.text
    Canvas(Modifier.size(markSize())) {
        val tick = Path().apply {
            moveTo(size.width * 0.1f, size.height * 0.55f)
            lineTo(size.width * 0.4f, size.height * 0.85f)
            lineTo(size.width * 0.9f, size.height * 0.2f)
        }
        drawPath(tick, color, style = Stroke(size.width * STROKE, cap = StrokeCap.Round))
    }
}

/** A plus, for what can be added. */
@Composable
internal fun Plus() {
    val color = LocalTone.current.line
    Canvas(Modifier.size(markSize())) {
        val (near, middle, far) = Triple(size.width * 0.15f, size.width / 2, size.width * 0.85f)
        drawLine(color, Offset(near, middle), Offset(far, middle), size.width * STROKE, StrokeCap.Round)
        drawLine(color, Offset(middle, near), Offset(middle, far), size.width * STROKE, StrokeCap.Round)
    }
}

/** Points down at what can be unfolded, and up where it is. */
@Composable
internal fun FoldMark(open: Boolean) {
    val color = LocalTone.current.text
    Canvas(Modifier.size(markSize())) {
        val (side, middle) = if (open) 0.65f to 0.35f else 0.35f to 0.65f
        val fold = Path().apply {
            moveTo(size.width * 0.15f, size.height * side)
            lineTo(size.width * 0.5f, size.height * middle)
            lineTo(size.width * 0.85f, size.height * side)
        }
        drawPath(fold, color, style = Stroke(size.width * STROKE, cap = StrokeCap.Round))
    }
}

/** A cross, for what takes something away. */
@Composable
internal fun Cross() {
    val color = LocalTone.current.text
    Canvas(Modifier.size(markSize())) { drawCross(color) }
}

private fun DrawScope.drawCross(color: Color) {
    val (near, far) = size.width * 0.15f to size.width * 0.85f
    drawLine(color, Offset(near, near), Offset(far, far), size.width * STROKE, StrokeCap.Round)
    drawLine(color, Offset(near, far), Offset(far, near), size.width * STROKE, StrokeCap.Round)
}

/** Six arcs with as many gaps. */
private fun broken(round: Float): PathEffect {
    val arc = (2 * Math.PI * round / 12).toFloat()
    return PathEffect.dashPathEffect(floatArrayOf(arc, arc))
}

/** Marks grow with the text beside them. */
@Composable
internal fun markSize() = with(LocalDensity.current) { Type.quiet.fontSize.toDp() }

internal const val STROKE = 0.16f

/** How much of a mark stands above the foot of the letters. */
private const val FOOT = 0.88f
