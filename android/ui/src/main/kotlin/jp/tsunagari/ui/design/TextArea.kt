package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusDirection
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.isShiftPressed
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onPreviewKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.platform.LocalFocusManager
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import jp.tsunagari.ui.R

/** What a [TextArea] takes. */
class TextLimits(
    /** How many characters at most; what is longer is said, and nothing is cut. */
    val most: Int,
    /** Lines that are seen while little is written. What has one line has one paragraph. */
    val lines: Int = 3,
    /** The keyboard that suits it. */
    val keyboard: KeyboardType = KeyboardType.Text,
)

/**
 * A field to write in, with its label above, and below it how much still fits, or what is wrong. Whoever shows it keeps
 * what is written on the screen itself, so that no letter waits. Its label is its name.
 */
@Composable
fun TextArea(
    label: String,
    text: String,
    change: (String) -> Unit,
    limits: TextLimits,
    modifier: Modifier = Modifier,
    /** What may stand in it, above the field, so that it stays while somebody writes. */
    hint: String? = null,
    error: String? = null,
) {
    val input = LocalPalette.current.input
    val outside = LocalTone.current
    val wrong = error ?: limits.exceededBy(text)
    Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        BasicTextField(
            value = text,
            // One line grows with large letters, too; it only has no second paragraph.
            onValueChange = { change(if (limits.lines == 1) it.replace('\n', ' ') else it) },
            modifier = Modifier.fillMaxWidth().leftByTab(),
            textStyle = Type.body.copy(color = input.text),
            keyboardOptions = KeyboardOptions(keyboardType = limits.keyboard),
            minLines = limits.lines,
            cursorBrush = SolidColor(input.text),
            decorationBox = { field ->
                Column(verticalArrangement = Arrangement.spacedBy(Space.small)) {
                    RubyText(label, style = Type.quiet)
                    if (hint != null) RubyText(hint, style = Type.quiet, color = outside.quiet)
                    CompositionLocalProvider(LocalTone provides input) { Inside(wrong != null, field) }
                }
            },
        )
        val said = wrong ?: limits.left(text)
        if (said != null) {
            RubyText(said, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Type.quiet)
        }
    }
}

/** The tab key goes on to what comes next instead of being written: nobody who has only keys is held in a field. */
@Composable
private fun Modifier.leftByTab(): Modifier {
    val focus = LocalFocusManager.current
    return onPreviewKeyEvent { event ->
        if (event.key != Key.Tab) return@onPreviewKeyEvent false
        if (event.type == KeyEventType.KeyDown) {
            focus.moveFocus(if (event.isShiftPressed) FocusDirection.Previous else FocusDirection.Next)
        }
        true
    }
}

@Composable
private fun Inside(wrong: Boolean, field: @Composable () -> Unit) {
    val tone = LocalTone.current
    Box(
        Modifier.fillMaxWidth().defaultMinSize(minHeight = Space.touch).clip(Shape.button).background(tone.ground)
            .border(if (wrong) Edge.THICK else Edge.THIN, if (wrong) tone.text else tone.line, Shape.button)
            .padding(Space.large, Space.medium),
        Alignment.CenterStart,
    ) { field() }
}

/** Characters as the core counts them: what is white at the ends does not count. */
fun charactersOf(text: String): Int = text.trim().let { it.codePointCount(0, it.length) }

/** Whether a text is longer than what is kept. */
fun TextLimits.exceeds(text: String): Boolean = charactersOf(text) > most

@Composable
private fun TextLimits.exceededBy(text: String): String? =
    if (exceeds(text)) stringResource(R.string.write_over, most, charactersOf(text)) else null

/** Said only when it matters. */
@Composable
private fun TextLimits.left(text: String): String? {
    val left = most - charactersOf(text)
    return if (left * NEAR <= most) stringResource(R.string.write_left, left) else null
}

/** A fifth is left. */
private const val NEAR = 5
