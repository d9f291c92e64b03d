package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role

/** One word of many. It is as wide when it is chosen, so that no other word moves from under the finger. */
@Composable
fun WordChoice(
    words: String,
    on: Boolean,
    change: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val tone = if (on) LocalPalette.current.door else LocalTone.current
    val toggled = modifier.clip(Shape.button).toggleable(on, role = Role.Checkbox) { change() }
    Pressed(tone, toggled, if (on) Edge.THICK else Edge.THIN) {
        if (on) Tick() else Plus()
        RubyText(words, Modifier.weight(1f, fill = false), Type.quiet)
    }
}

/** Words beside each other, as many as a line holds. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun Words(content: @Composable () -> Unit) = FlowRow(
    Modifier.fillMaxWidth(),
    Arrangement.spacedBy(Space.medium),
    Arrangement.spacedBy(Space.medium),
) { content() }
