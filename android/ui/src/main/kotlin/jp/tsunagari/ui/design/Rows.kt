package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role

/** Rows that belong together, below each other in one card, with a line between them. */
@Composable
fun RowGroup(rows: List<@Composable () -> Unit>, modifier: Modifier = Modifier) {
    val tone = LocalPalette.current.card
    val line = tone.line.copy(alpha = Edge.FAINT)
    CompositionLocalProvider(LocalTone provides tone) {
        Column(
            modifier.fillMaxWidth().clip(Shape.card).background(tone.ground).border(Edge.THIN, line, Shape.card),
        ) {
            rows.forEachIndexed { place, row ->
                if (place > 0) {
                    Box(Modifier.fillMaxWidth().padding(start = Space.large).height(Edge.THIN).background(line))
                }
                row()
            }
        }
    }
}

/** As above, for rows that are always there. */
@Composable
fun RowGroup(vararg rows: @Composable () -> Unit) = RowGroup(rows.toList())

/** A row that leads to another page; [value] is how it stands there now. */
@Composable
fun ListRow(
    words: String,
    open: () -> Unit,
    value: String? = null,
) = PressedRow(Modifier.clickable(role = Role.Button, onClick = open)) {
    RowWords(words, value)
    Onward()
}

/** A row that is on or off; [hint] says what that means. */
@Composable
fun SwitchRow(
    words: String,
    on: Boolean,
    change: (Boolean) -> Unit,
    hint: String? = null,
    name: String? = null,
) {
    val pressed = Modifier.named(name).toggleable(on, role = Role.Switch, onValueChange = change)
    if (isLargeText()) {
        // Beside each other, words would be parted.
        Column(pressed.row(), Arrangement.spacedBy(Space.medium)) {
            Words(words, hint)
            SwitchMark(on)
        }
    } else {
        PressedRow(pressed) {
            RowWords(words, hint)
            SwitchMark(on)
        }
    }
}

/** One of several rows of which one is chosen. */
@Composable
fun PickRow(
    words: String,
    picked: Boolean,
    pick: () -> Unit,
    hint: String? = null,
) = PressedRow(Modifier.selectable(picked, role = Role.RadioButton, onClick = pick)) {
    PickMark(picked)
    RowWords(words, hint)
}

@Composable
private fun PressedRow(pressed: Modifier, content: @Composable RowScope.() -> Unit) = Row(
    pressed.row(),
    Arrangement.spacedBy(Space.large),
    Alignment.CenterVertically,
) { content() }

private fun Modifier.row() = Modifier.fillMaxWidth().then(this).defaultMinSize(minHeight = Space.touch)
    .padding(horizontal = Space.large, vertical = Space.medium)

@Composable
private fun RowScope.RowWords(words: String, below: String?) = Column(Modifier.weight(1f)) { Words(words, below) }

@Composable
private fun Words(words: String, below: String?) {
    RubyText(words)
    if (below != null) RubyText(below, style = Type.quiet, color = LocalTone.current.quiet)
}
