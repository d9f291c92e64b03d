package jp.tsunagari.ui.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
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
import androidx.compose.ui.semantics.Role

/**
 * An answer in a list of them. Where several can be on there is a box before it, where [one] can, a ring; pressing it
 * again takes it back. [name] is what a screen reader says where the same words stand elsewhere, too.
 */
@Composable
internal fun TickRow(
    words: String,
    on: Boolean,
    one: Boolean,
    change: () -> Unit,
    name: String? = null,
) {
    val tone = if (on) LocalPalette.current.door else LocalTone.current
    val pressed = if (one) {
        Modifier.selectable(on, role = Role.RadioButton, onClick = change)
    } else {
        Modifier.toggleable(on, role = Role.Checkbox) { change() }
    }
    Row(
        Modifier.fillMaxWidth().named(name).clip(Shape.button).background(tone.ground).then(pressed)
            .defaultMinSize(minHeight = Space.touch).padding(Space.medium),
        Arrangement.spacedBy(Space.large),
        Alignment.CenterVertically,
    ) {
        val side = with(LocalDensity.current) { Type.body.fontSize.toDp() }
        Canvas(Modifier.size(side)) { drawMark(on, one, if (on) tone.text else tone.line) }
        RubyText(words, Modifier.weight(1f), color = tone.text)
    }
}

private fun DrawScope.drawMark(
    on: Boolean,
    one: Boolean,
    color: Color,
) {
    val line = Stroke(size.width * THIN)
    val edge = size.width * THIN / 2
    val inner = Size(size.width - 2 * edge, size.height - 2 * edge)
    if (one) {
        drawCircle(color, inner.width / 2, style = line)
        if (on) drawCircle(color, inner.width / 4)
    } else {
        drawRoundRect(color, Offset(edge, edge), inner, CornerRadius(size.width * ROUND), line)
        val thick = Stroke(size.width * THICK, cap = StrokeCap.Round, join = StrokeJoin.Round)
        if (on) drawPath(tick(), color, style = thick)
    }
}

private fun DrawScope.tick() = Path().apply {
    moveTo(size.width * 0.26f, size.height * 0.52f)
    lineTo(size.width * 0.44f, size.height * 0.7f)
    lineTo(size.width * 0.75f, size.height * 0.32f)
}

private const val THIN = 0.1f
private const val THICK = 0.14f
private const val ROUND = 0.2f
