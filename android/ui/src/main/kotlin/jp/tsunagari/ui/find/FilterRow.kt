package jp.tsunagari.ui.find

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Filters
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Removable
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.speak.Tongue
import jp.tsunagari.ui.speak.named

/** What can be ruled out: three things at once, the others behind もっとしぼる; what was chosen there stays in sight. */
@Composable
internal fun FilterRow(
    filters: Filters,
    place: String?,
    choose: (Filters) -> Unit,
    chooseArea: () -> Unit,
) {
    var more by rememberSaveable { mutableStateOf(false) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        Flow {
            Filter(R.string.find_open_now, filters.openNow) { choose(filters.copy(openNow = it)) }
            Filter(R.string.find_free, filters.free) { choose(filters.copy(free = it)) }
            Filter(R.string.find_no_voice, filters.noVoice) { choose(filters.copy(noVoice = it)) }
            if (!more) On(filters, choose)
        }
        QuietButton(
            stringResource(if (more) R.string.find_narrow_away else R.string.find_narrow),
            { more = !more },
            Modifier.fillMaxWidth(),
        )
        if (more) Narrow(filters, place, choose, chooseArea)
    }
}

@Composable
private fun Filter(
    words: Int,
    on: Boolean,
    change: (Boolean) -> Unit,
) = Choice(stringResource(words), on, change)

/** What was chosen out of sight, each to be taken off. */
@Composable
private fun On(filters: Filters, choose: (Filters) -> Unit) {
    for (reach in Reach.entries.filter(filters::has)) {
        Off(stringResource(reach.label)) { choose(filters.with(reach, on = false)) }
    }
    filters.age?.let { Off(stringResource(R.string.find_age_on, it)) { choose(filters.copy(age = null)) } }
    Tongue.entries.firstOrNull { it.code == filters.spoken }?.let { tongue ->
        Off(tongue.named()) { choose(filters.copy(spoken = null)) }
    }
    if (filters.rolePlace) Off(stringResource(R.string.find_role)) { choose(filters.copy(rolePlace = false)) }
    filters.withinKm?.let { Off(stringResource(R.string.find_within, it)) { choose(filters.copy(withinKm = null)) } }
}

@Composable
private fun Off(words: String, remove: () -> Unit) = Removable(words, stringResource(R.string.find_off, words), remove)

/** Side by side as long as there is room. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun Flow(content: @Composable () -> Unit) {
    val gap = Arrangement.spacedBy(Space.medium)
    FlowRow(Modifier.fillMaxWidth(), gap, gap) { content() }
}
