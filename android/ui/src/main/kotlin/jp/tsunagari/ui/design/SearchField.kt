package jp.tsunagari.ui.design

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction

/**
 * A field to search with. It keeps what is typed itself, so that no letter waits for an answer, and nothing of it goes into
 * what the system saves of a screen. [typed] is what stands there at first; [hint] stands in it while it is empty, and is
 * its name; [clear] names the cross that takes away what was typed.
 */
@Composable
internal fun SearchField(
    typed: String,
    hint: String,
    clear: String,
    type: (String) -> Unit,
) {
    var text by remember { mutableStateOf(typed) }
    val change = { new: String ->
        text = new
        type(new)
    }
    val tone = LocalPalette.current.input
    CompositionLocalProvider(LocalTone provides tone) {
        Row(Modifier.fillMaxWidth().field(tone), verticalAlignment = Alignment.CenterVertically) {
            BasicTextField(
                value = text,
                onValueChange = change,
                modifier = Modifier.weight(1f).defaultMinSize(minHeight = Space.touch)
                    .semantics { contentDescription = spoken(hint) },
                textStyle = Type.body.copy(color = tone.text),
                keyboardOptions = KeyboardOptions(imeAction = ImeAction.Search),
                singleLine = true,
                cursorBrush = SolidColor(tone.text),
                decorationBox = { field -> Hinted(hint.takeIf { text.isEmpty() }, field) },
            )
            if (text.isNotEmpty()) Clear(clear) { change("") }
        }
    }
}

@Composable
private fun Hinted(hint: String?, field: @Composable () -> Unit) =
    Box(Modifier.padding(Space.large, Space.medium), Alignment.CenterStart) {
        // The name of the field says it already.
        if (hint != null) Box(Modifier.clearAndSetSemantics { }) { RubyText(hint, color = LocalTone.current.quiet) }
        field()
    }

@Composable
private fun Clear(name: String, clear: () -> Unit) = Box(
    Modifier.named(name).clip(Shape.button).clickable(role = Role.Button, onClick = clear)
        .defaultMinSize(Space.touch, Space.touch),
    Alignment.Center,
) { Cross() }
