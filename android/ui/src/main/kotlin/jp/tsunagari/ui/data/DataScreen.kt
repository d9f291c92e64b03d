package jp.tsunagari.ui.data

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.PackState
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked

/** What is done with the data of an area. */
class DataDeeds(
    /** Lets the person choose a file, and gives its path to the model. */
    val pick: () -> Unit,
    val takeAll: () -> Unit,
    val cancel: () -> Unit,
    /** Goes to 行けるところ. */
    val openPlaces: () -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** Data of an area: what is here, how old it is, from whom, whether it is whole; and bringing in a file. */
@Composable
fun DataScreen(
    asked: Asked<DirectoryState>,
    import: ImportShown,
    deeds: DataDeeds,
    modifier: Modifier = Modifier,
) {
    TitledPage(stringResource(R.string.data_title), deeds.back, modifier) {
        RubyText(stringResource(R.string.data_offline))
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.again) }
        // Every page of the directory is read, which takes a while the first time.
        if (asked.asking && asked.value == null) RubyText(stringResource(R.string.data_asking), style = Type.quiet)
        asked.value?.let { Here(it) }
        Bringing(import, deeds)
    }
}

@Composable
private fun Here(state: DirectoryState) {
    Part(stringResource(R.string.data_here)) {
        if (!state.clockOk) Told(R.string.data_clock)
        if (!state.whole) Told(R.string.data_not_whole)
        state.packs.forEach { Pack(it) }
        if (state.whole) {
            RubyText(stringResource(R.string.data_whole), style = Type.quiet, color = LocalTone.current.quiet)
        }
    }
}

/** What has to be known before one trusts what is here. */
@Composable
private fun Told(words: Int) {
    QuietCard(tone = LocalPalette.current.urgent) { RubyText(stringResource(words)) }
}

@Composable
private fun Pack(pack: PackState) {
    QuietCard {
        RubyText(pack.name, style = Type.heading)
        RubyText(stringResource(R.string.data_entries, pack.entries), style = Type.quiet)
        val on = pack.on
        val day = if (on == null) stringResource(R.string.data_undated) else stringResource(R.string.data_on, "$on")
        RubyText(day, style = Type.quiet)
        RubyText(pack.age ?: stringResource(R.string.data_fresh), style = Type.quiet)
    }
}
