package jp.tsunagari.ui.home

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.LocalDensity
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.Type

/** What is drawn on a door of Home, for who does not read its words first. */
internal enum class DoorMark {
    /** Something said. */
    TALK,

    /** A roof. */
    GO,

    /** The sun at the horizon: it may rise or set. */
    MOOD,
}

@Composable
internal fun Drawn(mark: DoorMark) {
    val color = LocalTone.current.text
    val side = with(LocalDensity.current) { (Type.title.fontSize * LARGE).toDp() }
    Canvas(Modifier.size(side)) {
        when (mark) {
            DoorMark.TALK -> drawTalk(color)
            DoorMark.GO -> drawRoof(color)
            DoorMark.MOOD -> drawSun(color)
        }
    }
}

private fun DrawScope.drawTalk(color: Color) {
    val (corner, bubble) = Offset(at(0.08f), at(0.14f)) to Size(at(0.84f), at(0.56f))
    drawRoundRect(color, corner, bubble, CornerRadius(at(0.14f)), line())
    drawPath(path(0.28f to 0.7f, 0.28f to 0.9f, 0.5f to 0.7f), color, style = line())
}

private fun DrawScope.drawRoof(color: Color) {
    drawPath(path(0.08f to 0.5f, 0.5f to 0.14f, 0.92f to 0.5f), color, style = line())
    drawPath(path(0.2f to 0.42f, 0.2f to 0.88f, 0.8f to 0.88f, 0.8f to 0.42f), color, style = line())
}

private fun DrawScope.drawSun(color: Color) {
    drawArc(color, 180f, 180f, false, Offset(at(0.26f), at(0.36f)), Size(at(0.48f), at(0.48f)), style = line())
    drawPath(path(0.06f to 0.6f, 0.94f to 0.6f), color, style = line())
    drawPath(path(0.24f to 0.78f, 0.76f to 0.78f), color, style = line())
}

private fun DrawScope.path(vararg points: Pair<Float, Float>) = Path().apply {
    points.forEachIndexed { place, (x, y) -> if (place == 0) moveTo(at(x), at(y)) else lineTo(at(x), at(y)) }
}

private fun DrawScope.line() = Stroke(at(0.075f), cap = StrokeCap.Round, join = StrokeJoin.Round)

/** A part of the side. */
private fun DrawScope.at(part: Float) = size.width * part

private const val LARGE = 1.6f
