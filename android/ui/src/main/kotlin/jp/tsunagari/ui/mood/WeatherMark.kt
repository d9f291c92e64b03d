package jp.tsunagari.ui.mood

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.RoundRect
import androidx.compose.ui.graphics.ClipOp
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathOperation
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.clipPath
import androidx.compose.ui.unit.Dp
import kotlin.math.cos
import kotlin.math.sin

/**
 * The mark of a level: its weather, drawn in the colour of the text and in lines of one width. None is larger, darker or
 * more colourful than another. Its words stand beside it or in the name of what it is on.
 */
@Composable
internal fun WeatherMark(
    level: Int,
    side: Dp,
    color: Color,
    modifier: Modifier = Modifier,
) = Canvas(modifier.size(side)) {
    when (level) {
        DOWNPOUR -> {
            drawPath(cloud(-RAISED), color, style = line())
            for (x in listOf(0.24f, 0.42f, 0.6f, 0.78f)) drop(color, x, long = true)
        }

        DRIZZLE -> {
            drawPath(cloud(-RAISED), color, style = line())
            for (x in listOf(0.36f, 0.66f)) drop(color, x, long = false)
        }

        CLOUDS -> drawPath(cloud(0f), color, style = line())
        BREAK -> {
            val cloud = cloud(LOWERED)
            clipPath(cloud, ClipOp.Difference) { sun(color, Offset(at(0.64f), at(0.36f)), at(0.17f)) }
            drawPath(cloud, color, style = line())
        }

        else -> sun(color, center, at(0.2f))
    }
}

/** Two marks over each other: several entries on one day. */
@Composable
internal fun SeveralMark(
    side: Dp,
    color: Color,
    modifier: Modifier = Modifier,
) = Canvas(modifier.size(side)) {
    drawCircle(color, at(0.24f), Offset(at(0.36f), at(0.5f)), style = line())
    drawCircle(color, at(0.24f), Offset(at(0.64f), at(0.5f)), style = line())
}

private fun DrawScope.cloud(down: Float): Path {
    fun round(x: Float, y: Float, radius: Float) = Path().apply {
        addOval(Rect(Offset(at(x), at(y + down)), at(radius)))
    }
    val foot = Path().apply {
        addRoundRect(RoundRect(at(0.1f), at(0.5f + down), at(0.9f), at(0.76f + down), at(0.13f), at(0.13f)))
    }
    return listOf(round(0.3f, 0.54f, 0.17f), round(0.52f, 0.43f, 0.23f), round(0.73f, 0.56f, 0.16f))
        .fold(foot) { whole, part -> Path.combine(PathOperation.Union, whole, part) }
}

private fun DrawScope.drop(
    color: Color,
    x: Float,
    long: Boolean,
) {
    val (slant, end) = if (long) 0.1f to 0.98f else 0.04f to 0.86f
    drawLine(color, Offset(at(x), at(0.7f)), Offset(at(x - slant), at(end)), at(STROKE), StrokeCap.Round)
}

private fun DrawScope.sun(
    color: Color,
    middle: Offset,
    radius: Float,
) {
    drawCircle(color, radius, middle, style = line())
    repeat(RAYS) { ray ->
        val (x, y) = (ray * 2 * Math.PI / RAYS).toFloat().let { cos(it) to sin(it) }
        val (from, to) = radius * RAY_FROM to radius * RAY_TO
        drawLine(color, middle + Offset(x, y) * from, middle + Offset(x, y) * to, at(STROKE), StrokeCap.Round)
    }
}

private fun DrawScope.line() = Stroke(at(STROKE), cap = StrokeCap.Round, join = StrokeJoin.Round)

/** A part of the side. */
private fun DrawScope.at(part: Float) = size.width * part

private const val DOWNPOUR = 1
private const val DRIZZLE = 2
private const val CLOUDS = 3
private const val BREAK = 4
private const val STROKE = 0.075f
private const val RAISED = 0.18f
private const val LOWERED = 0.12f
private const val RAYS = 8
private const val RAY_FROM = 1.55f
private const val RAY_TO = 2.05f
