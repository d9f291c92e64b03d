package jp.tsunagari.ui.busy

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Busy
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.model.Asked

/** What is done when a line did not answer. */
class BusyDeeds(
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    /** Opens the page of an entry. */
    val open: (EntryId) -> Unit,
    /** This one did not answer either. */
    val alsoTried: (EntryId, WayKind) -> Unit,
    /** Remembers for a day what was tried. */
    val remember: () -> Unit,
    /** きょうはここまで: leads to where nothing is asked of anybody. */
    val enough: () -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** A line did not answer: what else there is, side by side, to stop for today among it; the emergency row below. */
@Composable
fun BusyScreen(
    asked: Asked<Busy>,
    mayRemember: Boolean,
    deeds: BusyDeeds,
    modifier: Modifier = Modifier,
) {
    Ground(LocalPalette.current.page, modifier.fillMaxSize(), gap = Space.none) {
        Column(
            Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(Space.large),
            Arrangement.spacedBy(Space.huge),
        ) {
            QuietButton(stringResource(R.string.back), deeds.back)
            Head(asked.value)
            asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.again) }
            asked.value?.let { busy ->
                Choices(busy, deeds)
                Memory(busy.remembered, mayRemember, deeds.remember)
            }
        }
        EmergencyRow(asked.value?.emergency.orEmpty(), deeds.call)
    }
}

@Composable
private fun Head(busy: Busy?) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(stringResource(R.string.busy_title), style = Type.title, isHeading = true)
        val line = busy?.line?.name
        RubyText(if (line == null) stringResource(R.string.busy_lines) else stringResource(R.string.busy_line, line))
    }
}

/** Nothing is remembered unless the person says so. */
@Composable
private fun Memory(
    remembered: Boolean,
    may: Boolean,
    remember: () -> Unit,
) {
    if (!remembered && !may) return
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        val words = if (remembered) R.string.busy_remembered else R.string.busy_remember_words
        if (!remembered) QuietButton(stringResource(R.string.busy_remember), remember, Modifier.fillMaxWidth())
        RubyText(stringResource(words), style = Type.quiet, color = LocalTone.current.quiet)
    }
}
