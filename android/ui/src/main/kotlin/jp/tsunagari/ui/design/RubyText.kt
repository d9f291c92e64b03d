package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicText
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.getTextLayoutResult
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.text
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em

/** Whether readings are drawn above kanji, as the person chose. */
val LocalReadings = staticCompositionLocalOf { true }

/** Every text of the app: with its readings above the kanji, if it has any, and lines that end where words do. */
@Composable
fun RubyText(
    words: String,
    modifier: Modifier = Modifier,
    style: TextStyle = Type.body,
    color: Color = LocalTone.current.text,
    align: TextAlign = TextAlign.Start,
    isHeading: Boolean = false,
) {
    val drawn = LocalReadings.current
    val ruby = remember(words, drawn) { Ruby.of(words).let { if (drawn) it else it.bare() } }
    Drawn(ruby, modifier, style, color, align, isHeading)
}

/** A text from elsewhere, sign for sign: braces in it are no readings. */
@Composable
fun PlainText(words: String, modifier: Modifier = Modifier) {
    val ruby = remember(words) { Ruby(words, emptyList()) }
    Drawn(ruby, modifier, Type.body, LocalTone.current.text, TextAlign.Start, isHeading = false)
}

@Composable
private fun Drawn(
    ruby: Ruby,
    modifier: Modifier,
    style: TextStyle,
    color: Color,
    align: TextAlign,
    isHeading: Boolean,
) {
    // How wide a line is shows when it is laid out: until then it is taken for a narrow one.
    var width by remember { mutableStateOf<Int?>(null) }
    val line = with(LocalDensity.current) { ((width?.toFloat() ?: LINE.toPx()) / style.fontSize.toPx()).toInt() }
    val typeset = remember(ruby, line) { Typeset.of(ruby, line) }
    val measurer = rememberTextMeasurer(cacheSize = CACHED)
    val small = style.copy(fontSize = style.fontSize * Typeset.SMALL, lineHeight = TextUnit.Unspecified, color = color)
    var layout by remember { mutableStateOf<TextLayoutResult?>(null) }
    val read = typeset.readings.isNotEmpty()
    // What stands above the first line needs room, which some fonts do not leave.
    val room = if (read) with(LocalDensity.current) { (style.fontSize * ABOVE).toDp() } else 0.dp
    BasicText(
        text = typeset.text,
        modifier = modifier
            .clearAndSetSemantics {
                text = AnnotatedString(ruby.plain)
                if (isHeading) heading()
                getTextLayoutResult { results -> layout?.let(results::add) != null }
            }
            .padding(top = room)
            .drawBehind {
                val laidOut = layout ?: return@drawBehind
                for (reading in typeset.readings) drawReading(reading, laidOut, measurer, small)
            },
        style = style.copy(
            color = color,
            textAlign = align,
            lineHeight = if (read) READ_LINE else style.lineHeight,
        ),
        onTextLayout = {
            layout = it
            val room = it.layoutInput.constraints
            if (room.hasBoundedWidth) width = room.maxWidth
        },
    )
}

/** Draws a reading in the middle above its kanji; above both parts where the end of a line parts them. */
private fun DrawScope.drawReading(
    reading: Ruby.Reading,
    layout: TextLayoutResult,
    measurer: TextMeasurer,
    small: TextStyle,
) {
    val lines = (reading.start until reading.end).groupBy(layout::getLineForOffset).toSortedMap()
    var done = 0
    for ((line, places) in lines) {
        val share = (places.last() + 1 - reading.start) * reading.kana.length / (reading.end - reading.start)
        val kana = measurer.measure(reading.kana.substring(done, share), small, softWrap = false)
        done = share
        val middle = (layout.getBoundingBox(places.first()).left + layout.getBoundingBox(places.last()).right) / 2
        val most = (size.width - kana.size.width).coerceAtLeast(0f)
        val left = (middle - kana.size.width / 2).coerceIn(0f, most)
        val foot = layout.getLineBaseline(line) - small.fontSize.toPx() / Typeset.SMALL * KANJI_TOP
        drawText(kana, topLeft = Offset(left, foot - kana.firstBaseline))
    }
}

private const val CACHED = 64

/** What a line has at least within a card on a narrow phone. */
private val LINE = 264.dp

/** Lines with readings, in which a kanji, its reading and a gap stand above each other. */
private val READ_LINE = 1.95.em
private const val ABOVE = 0.1f

/** From the foot of a kanji to that of its reading, in letters. */
private const val KANJI_TOP = 0.99f
