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

/**
 * To give the entry away: on paper, as a code that another phone reads, or copied by hand. Where traces could endanger
 * somebody, the person says yes first.
 */
@Composable
internal fun Paper(
    traces: Boolean,
    printing: Printing,
    shown: Shown,
) {
    var asked by rememberSaveable { mutableStateOf<Given?>(null) }
    val give = { given: Given ->
        asked = null
        when (given) {
            Given.PRINTED -> shown.deeds.print(traces)
            Given.CODE -> shown.doors.code(traces)
            Given.BY_HAND -> shown.byHand()
        }
    }
    for (given in Given.entries) {
        val words = stringResource(if (printing == given.busy) R.string.detail_print_busy else given.words)
        val said = Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite }
        QuietButton(words, { if (traces) asked = given else give(given) }, said)
        if (given == Given.PRINTED && printing == Printing.IMPOSSIBLE) {
            RubyText(stringResource(R.string.detail_print_impossible), style = Type.quiet)
        }
        if (asked == given) MayBeFound(given, { give(given) }) { asked = null }
    }
}

private enum class Given(
    val words: Int,
    val busy: Printing? = null,
    /** What others may find. */
    val traces: Int = R.string.detail_paper_traces,
    val no: Int = R.string.detail_paper_no,
    val yes: Int = R.string.detail_paper_yes,
) {
    PRINTED(R.string.detail_print, Printing.UNDER_WAY),
    CODE(
        R.string.detail_code,
        traces = R.string.detail_code_traces,
        no = R.string.detail_code_no,
        yes = R.string.detail_code_yes,
    ),
    BY_HAND(R.string.detail_by_hand),
}

/** Paper can be found by others, and what a phone has read as well. */
@Composable
private fun MayBeFound(
    given: Given,
    yes: () -> Unit,
    no: () -> Unit,
) {
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(stringResource(given.traces))
        QuietButton(stringResource(given.no), no, Modifier.fillMaxWidth())
        QuietButton(stringResource(given.yes), yes, Modifier.fillMaxWidth())
    }
}
