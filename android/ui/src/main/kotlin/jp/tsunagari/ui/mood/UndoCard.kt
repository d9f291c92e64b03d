package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space

/** What was done just now, which is read aloud when it comes, and how it is undone. */
@Composable
internal fun UndoCard(
    undo: String,
    press: () -> Unit,
    content: @Composable ColumnScope.() -> Unit,
) = Ground(LocalPalette.current.door, Modifier.fillMaxWidth(), Shape.card, Space.none) {
    Column(Modifier.fillMaxWidth().padding(Space.large), Arrangement.spacedBy(Space.large)) {
        Column(
            Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite },
            Arrangement.spacedBy(Space.medium),
            content = content,
        )
        QuietButton(undo, press, Modifier.fillMaxWidth())
    }
}
