package jp.tsunagari.ui.design

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.input.ImeAction

/**
 * A field to search with. It keeps what is typed itself, so that no letter waits for an answer, and nothing of it goes into
 * what the system saves of a screen. [typed] is what stands there at first; [clear] names the cross that takes it away.
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
    LineField(text, change, hint, Modifier.fillMaxWidth(), keyboard = KeyboardOptions(imeAction = ImeAction.Search)) {
        if (text.isNotEmpty()) {
            Box(
                Modifier.named(clear).clip(Shape.button).clickable(role = Role.Button) { change("") }
                    .defaultMinSize(Space.touch, Space.touch),
                Alignment.Center,
            ) { Cross() }
        }
    }
}
