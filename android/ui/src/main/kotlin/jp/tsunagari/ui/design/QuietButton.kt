package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** A button. [name] is what a screen reader says where the words alone do not say what is pressed. */
@Composable
fun QuietButton(
    words: String,
    press: () -> Unit,
    modifier: Modifier = Modifier,
    tone: Tone = LocalTone.current,
    name: String? = null,
) {
    Pressed(tone, modifier.named(name).clip(Shape.button).clickable(role = Role.Button, onClick = press)) {
        RubyText(words, style = Type.button, align = TextAlign.Center)
    }
}

/** A choice that is on or off; on, it has a mark, not only another colour. */
@Composable
fun Choice(
    words: String,
    on: Boolean,
    change: (Boolean) -> Unit,
    modifier: Modifier = Modifier,
) {
    val tone = if (on) LocalPalette.current.door else LocalTone.current
    val toggled = modifier.clip(Shape.button).toggleable(on, role = Role.Checkbox, onValueChange = change)
    Pressed(tone, toggled, if (on) Edge.THICK else Edge.THIN) {
        if (on) Tick()
        RubyText(words, style = Type.quiet)
    }
}

/** Gives what is pressed a name of its own. */
internal fun Modifier.named(name: String?): Modifier =
    if (name == null) this else semantics { contentDescription = spoken(name) }

/** How whatever is pressed looks. */
@Composable
internal fun Pressed(
    tone: Tone,
    modifier: Modifier,
    edge: Dp = Edge.THIN,
    content: @Composable RowScope.() -> Unit,
) {
    val drawn = modifier.defaultMinSize(Space.touch, Space.touch).background(tone.ground)
        .border(edge, tone.line, Shape.button)
        .padding(horizontal = PRESSED, vertical = Space.medium)
    CompositionLocalProvider(LocalTone provides tone) {
        Row(
            drawn,
            Arrangement.spacedBy(Space.medium, Alignment.CenterHorizontally),
            Alignment.CenterVertically,
        ) { content() }
    }
}

/** As little as looks well, so that a telephone number of large letters stays on one line. */
private val PRESSED = 10.dp
