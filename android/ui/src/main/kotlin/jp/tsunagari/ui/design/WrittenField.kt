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
import androidx.compose.foundation.text.KeyboardActions
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
import androidx.compose.ui.text.input.VisualTransformation

/** How a [WrittenField] takes what is typed, and how much of it is seen. */
internal class Typing(
    val keyboard: KeyboardOptions = KeyboardOptions.Default,
    val actions: KeyboardActions = KeyboardActions.Default,
    /** Lines that are seen while little is written. */
    val lines: Int = 1,
    /** What does not fit into a line is not broken but moved out of sight. */
    val singleLine: Boolean = false,
    val seen: VisualTransformation = VisualTransformation.None,
)

/**
 * What fields to write in have in common: the label above, which is the name, and [hint] below it, so that both stay while
 * somebody writes. That keyboards learn nothing of it, the platform sees to: what Compose can ask of a keyboard does not
 * hold that wish.
 */
@Composable
internal fun WrittenField(
    label: String,
    text: String,
    change: (String) -> Unit,
    typing: Typing,
    modifier: Modifier = Modifier,
    hint: String? = null,
    wrong: Boolean = false,
) {
    val input = LocalPalette.current.input
    val outside = LocalTone.current
    BasicTextField(
        value = text,
        onValueChange = change,
        modifier = modifier.fillMaxWidth().leftByTab(),
        textStyle = Type.body.copy(color = input.text),
        keyboardOptions = typing.keyboard,
        keyboardActions = typing.actions,
        singleLine = typing.singleLine,
        minLines = typing.lines,
        visualTransformation = typing.seen,
        cursorBrush = SolidColor(input.text),
        decorationBox = { field ->
            Column(verticalArrangement = Arrangement.spacedBy(Space.small)) {
                RubyText(label, style = Type.quiet)
                if (hint != null) RubyText(hint, style = Type.quiet, color = outside.quiet)
                CompositionLocalProvider(LocalTone provides input) {
                    Box(
                        Modifier.fillMaxWidth().field(input, wrong).padding(Space.large, Space.medium),
                        Alignment.CenterStart,
                    ) { field() }
                }
            }
        },
    )
}

/** The ground and the edge of every field. */
internal fun Modifier.field(tone: Tone, wrong: Boolean = false): Modifier =
    clip(Shape.button).background(tone.ground).border(Edge.THICK, if (wrong) tone.text else tone.line, Shape.button)
        .defaultMinSize(minHeight = Space.touch)

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
