package jp.tsunagari.ui.design

import androidx.compose.foundation.clickable
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role

/** Something that was chosen and goes when it is pressed, with a cross. [name] is what a screen reader says. */
@Composable
fun Removable(
    words: String,
    name: String,
    remove: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val pressed = modifier.named(name).clip(Shape.button).clickable(role = Role.Button, onClick = remove)
    Pressed(LocalPalette.current.door, pressed) {
        RubyText(words, Modifier.weight(1f, fill = false), Type.quiet)
        Cross()
    }
}
