package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusDirection
import androidx.compose.ui.focus.FocusManager
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.isShiftPressed
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onPreviewKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.platform.LocalFocusManager
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics

/**
 * A field for as many lines as somebody writes. It keeps what is typed itself, so that no letter waits for the disk.
 * [hint] stands in it while it is empty, and is its name. That keyboards learn nothing of it, the platform sees to: what
 * Compose can ask of a keyboard does not hold that wish.
 */
@Composable
fun NoteField(
    written: String,
    hint: String,
    write: (String) -> Unit,
    modifier: Modifier = Modifier,
) {
    val tone = LocalPalette.current.input
    val focus = LocalFocusManager.current
    var text by rememberSaveable { mutableStateOf(written) }
    CompositionLocalProvider(LocalTone provides tone) {
        BasicTextField(
            value = text,
            onValueChange = {
                text = it
                write(it)
            },
            modifier = modifier.onPreviewKeyEvent { it.leaves(focus) }
                .fillMaxWidth().clip(Shape.button).background(tone.ground)
                .border(Edge.THICK, tone.line, Shape.button)
                .defaultMinSize(minHeight = Space.touch)
                .semantics { contentDescription = spoken(hint) },
            textStyle = Type.body.copy(color = tone.text),
            minLines = LINES,
            cursorBrush = SolidColor(tone.text),
            decorationBox = { field ->
                Box(Modifier.padding(Space.large)) {
                    // The name of the field says it already.
                    if (text.isEmpty()) Box(Modifier.clearAndSetSemantics { }) { RubyText(hint, color = tone.quiet) }
                    field()
                }
            },
        )
    }
}

/** With a keyboard, Tab goes on to what follows, as everywhere else; nobody has to get out of a field. */
private fun KeyEvent.leaves(focus: FocusManager): Boolean {
    if (key != Key.Tab) return false
    val to = if (isShiftPressed) FocusDirection.Previous else FocusDirection.Next
    if (type == KeyEventType.KeyDown) focus.moveFocus(to)
    return true
}

private const val LINES = 3
