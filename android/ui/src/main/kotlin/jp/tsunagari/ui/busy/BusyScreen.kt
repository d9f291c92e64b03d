package jp.tsunagari.ui.busy

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Busy
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
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
    TitledPage(
        stringResource(R.string.busy_title),
        deeds.back,
        modifier,
        foot = { EmergencyRow(asked.value?.emergency.orEmpty(), deeds.call) },
    ) {
        val line = asked.value?.line?.name
        RubyText(if (line == null) stringResource(R.string.busy_lines) else stringResource(R.string.busy_line, line))
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.again) }
        asked.value?.let { busy ->
            Choices(busy, deeds)
            Memory(busy.remembered, mayRemember, deeds.remember)
        }
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
