package jp.tsunagari.ui.design

import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign

/** A button for something that is so or not, among buttons that do something; when it is so, it has a mark. */
@Composable
fun ToggleButton(
    words: String,
    on: Boolean,
    change: (Boolean) -> Unit,
    modifier: Modifier = Modifier,
) {
    val tone = if (on) LocalPalette.current.door else LocalTone.current
    val toggled = modifier.clip(Shape.button).toggleable(on, role = Role.Checkbox, onValueChange = change)
    Pressed(tone, toggled, if (on) Edge.THICK else Edge.THIN) {
        if (on) Tick()
        RubyText(words, Modifier.weight(1f, fill = false), Type.button, align = TextAlign.Center)
    }
}
