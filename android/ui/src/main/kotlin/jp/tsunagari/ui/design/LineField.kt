package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics

/**
 * A field for one line. [name] is what a screen reader says; [hint] stands in it while it is empty, by default its name. What is
 * pressed in it stands at its [end].
 */
@Composable
fun LineField(
    text: String,
    change: (String) -> Unit,
    name: String,
    modifier: Modifier = Modifier,
    hint: String = name,
    keyboard: KeyboardOptions = KeyboardOptions.Default,
    end: @Composable () -> Unit = { },
) {
    val tone = LocalPalette.current.input
    CompositionLocalProvider(LocalTone provides tone) {
        Row(
            modifier.clip(Shape.button).background(tone.ground).border(Edge.THICK, tone.line, Shape.button),
            verticalAlignment = Alignment.CenterVertically,
        ) {
            BasicTextField(
                value = text,
                onValueChange = change,
                modifier = Modifier.weight(1f).defaultMinSize(minHeight = Space.touch)
                    .semantics { contentDescription = spoken(name) },
                textStyle = Type.body.copy(color = tone.text),
                keyboardOptions = keyboard,
                singleLine = true,
                cursorBrush = SolidColor(tone.text),
                decorationBox = { field ->
                    Box(Modifier.padding(Space.large, Space.medium), Alignment.CenterStart) {
                        // The name of the field says it already, or the title above it.
                        if (text.isEmpty()) {
                            Box(Modifier.clearAndSetSemantics { }) { RubyText(hint, color = tone.quiet) }
                        }
                        field()
                    }
                },
            )
            end()
        }
    }
}
