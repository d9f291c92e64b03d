package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics

/** What was done, said once; with [undo] where it can be taken back. */
@Composable
fun SaidCard(
    words: String,
    modifier: Modifier = Modifier,
    undoWords: String? = null,
    undo: () -> Unit = { },
) = QuietCard(modifier, LocalPalette.current.door) {
    RubyText(words, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    if (undoWords != null) QuietButton(undoWords, undo, Modifier.fillMaxWidth())
}
