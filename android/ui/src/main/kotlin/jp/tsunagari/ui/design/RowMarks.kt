package jp.tsunagari.ui.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.Stroke

/** The mark of what leads to another page. */
@Composable
internal fun Onward() {
    val color = LocalTone.current.quiet
    Canvas(Modifier.size(markSize())) {
        val onward = Path().apply {
            moveTo(size.width * 0.35f, size.height * 0.15f)
            lineTo(size.width * 0.7f, size.height * 0.5f)
            lineTo(size.width * 0.35f, size.height * 0.85f)
        }
        drawPath(onward, color, style = Stroke(size.width * STROKE, cap = StrokeCap.Round))
    }
}

/** A switch: on, it is full and its knob is at the end; off, it is empty. */
@Composable
internal fun SwitchMark(on: Boolean) {
    val tone = LocalTone.current
    val height = markSize() * SWITCH
    Canvas(Modifier.size(height * 2, height)) {
        val stroke = size.height * STROKE / 2
        val edge = Offset(stroke / 2, stroke / 2)
        val inner = Size(size.width - stroke, size.height - stroke)
        val round = CornerRadius(inner.height / 2)
        val knob = size.height * KNOB
        if (on) {
            drawRoundRect(tone.text, edge, inner, round)
            drawCircle(tone.ground, knob, Offset(size.width - size.height / 2, size.height / 2))
        } else {
            drawRoundRect(tone.quiet, edge, inner, round, Stroke(stroke))
            drawCircle(tone.quiet, knob, Offset(size.height / 2, size.height / 2))
        }
    }
}

/** One of several: a ring, with a point in it for the one that was chosen. */
@Composable
internal fun PickMark(picked: Boolean) {
    val color = LocalTone.current.let { if (picked) it.text else it.quiet }
    Canvas(Modifier.size(markSize() * PICK)) {
        val stroke = size.width * STROKE / 2
        drawCircle(color, size.width / 2 - stroke, style = Stroke(stroke))
        if (picked) drawCircle(color, size.width * POINT)
    }
}

private const val SWITCH = 1.6f
private const val KNOB = 0.32f
private const val PICK = 1.3f
private const val POINT = 0.26f
