package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.ui.R

/**
 * Says what was taken away, and brings it back. It stands below what scrolls and stays until something else is done:
 * nobody has to be quick. Nothing that was written is in [words].
 */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun UndoBar(words: String, undo: () -> Unit) {
    Ground(LocalPalette.current.door, Modifier.fillMaxWidth()) {
        FlowRow(
            Modifier.fillMaxWidth().padding(Space.large, Space.medium),
            Arrangement.SpaceBetween,
            Arrangement.spacedBy(Space.small),
        ) {
            val said = Modifier.align(Alignment.CenterVertically).semantics { liveRegion = LiveRegionMode.Polite }
            RubyText(words, said)
            QuietButton(stringResource(R.string.write_undo), undo)
        }
    }
}
