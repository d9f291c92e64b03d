package jp.tsunagari.ui.design

import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.semantics

/** Something that is shown to who wants it. [summary] says what is in it while it is folded. */
@Composable
fun Unfold(
    title: String,
    modifier: Modifier = Modifier,
    summary: String = "",
    begins: Boolean = false,
    content: @Composable ColumnScope.() -> Unit,
) {
    var open by rememberSaveable { mutableStateOf(begins) }
    val tone = LocalPalette.current.card
    val edge = tone.line.copy(alpha = Edge.FAINT)
    Ground(tone, modifier.fillMaxWidth().border(Edge.THIN, edge, Shape.card), Shape.card, Space.none) {
        val fold = {
            open = !open
            true
        }
        val told = Modifier.semantics { if (open) collapse(action = fold) else expand(action = fold) }
        Row(
            told.fillMaxWidth().clip(Shape.card).clickable(role = Role.Button) { open = !open }
                .defaultMinSize(minHeight = Space.touch).padding(Space.large),
            Arrangement.spacedBy(Space.large),
            Alignment.CenterVertically,
        ) {
            Column(Modifier.weight(1f)) {
                RubyText(title, style = Type.button)
                if (!open && summary.isNotEmpty()) RubyText(summary, style = Type.quiet, color = tone.quiet)
            }
            FoldMark(open)
        }
        if (open) {
            Column(
                Modifier.fillMaxWidth().padding(start = Space.large, end = Space.large, bottom = Space.large),
                Arrangement.spacedBy(Space.large),
                content = content,
            )
        }
    }
}
