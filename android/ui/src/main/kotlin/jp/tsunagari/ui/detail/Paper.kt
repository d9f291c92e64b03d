package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Printing

/** To print the entry, or to copy it by hand. Where traces could endanger somebody, the person says yes first. */
@Composable
internal fun Paper(
    traces: Boolean,
    printing: Printing,
    shown: Shown,
) {
    var asked by rememberSaveable { mutableStateOf<OnPaper?>(null) }
    val put = { paper: OnPaper ->
        asked = null
        if (paper == OnPaper.PRINTED) shown.deeds.print(traces) else shown.byHand()
    }
    for (paper in OnPaper.entries) {
        val words = stringResource(if (printing == paper.busy) R.string.detail_print_busy else paper.words)
        val said = Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite }
        QuietButton(words, { if (traces) asked = paper else put(paper) }, said)
        if (paper == OnPaper.PRINTED && printing == Printing.IMPOSSIBLE) {
            RubyText(stringResource(R.string.detail_print_impossible), style = Type.quiet)
        }
        if (asked == paper) MayBeFound({ put(paper) }) { asked = null }
    }
}

private enum class OnPaper(val words: Int, val busy: Printing?) {
    PRINTED(R.string.detail_print, Printing.UNDER_WAY),
    BY_HAND(R.string.detail_by_hand, null),
}

/** Paper can be found by others. */
@Composable
private fun MayBeFound(yes: () -> Unit, no: () -> Unit) {
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(stringResource(R.string.detail_paper_traces))
        QuietButton(stringResource(R.string.detail_paper_no), no, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.detail_paper_yes), yes, Modifier.fillMaxWidth())
    }
}
