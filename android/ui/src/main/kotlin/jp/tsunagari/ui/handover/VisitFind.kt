package jp.tsunagari.ui.handover

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Answer
import jp.tsunagari.core.Filters
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SearchField
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.find.EntryCard
import jp.tsunagari.ui.home.EmergencyCard
import jp.tsunagari.ui.home.EmergencyRow

/** Finding somebody to talk to, with the emergency row where the thumb is, and the two ways out above all else. */
@Composable
internal fun VisitFind(
    visit: Visit,
    deeds: HandoverDeeds,
    modifier: Modifier,
) {
    val asked by visit.answer.collectAsState()
    val emergency by visit.emergency.collectAsState()
    val danger = asked.value?.danger == true
    val request by visit.request.collectAsState()
    // In the place of what is found as long as nothing is there, and then beside the title.
    val asking = stringResource(R.string.find_asking).takeIf { asked.asking }
    TitledList(
        stringResource(if (request.text.isBlank()) R.string.find_lines else R.string.find_found),
        back = null,
        modifier,
        asking.takeIf { asked.value != null },
        foot = { if (!danger) EmergencyRow(emergency, deeds.call) },
        ways = { WaysOut(deeds) },
    ) {
        item(key = "request") { Request(visit) }
        if (asking != null && asked.value == null) item(key = "asking") { RubyText(asking, style = Type.quiet) }
        asked.problem?.let { problem ->
            item(key = "problem") { ProblemCard(problem, stale = asked.value != null, again = visit::again) }
        }
        asked.value?.let { found(it, visit, deeds) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun WaysOut(deeds: HandoverDeeds) {
    val (across, down) = Arrangement.spacedBy(Space.medium) to Arrangement.spacedBy(Space.medium)
    FlowRow(horizontalArrangement = across, verticalArrangement = down) {
        QuietButton(stringResource(R.string.handover_end), deeds.end)
        QuietButton(stringResource(R.string.handover_anew), deeds.anew)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Request(visit: Visit) {
    val request by visit.request.collectAsState()
    val filters = request.filters
    val (across, down) = Arrangement.spacedBy(Space.medium) to Arrangement.spacedBy(Space.medium)
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        SearchField(request.text, stringResource(R.string.find_hint), stringResource(R.string.find_clear), visit::type)
        FlowRow(horizontalArrangement = across, verticalArrangement = down) {
            Filter(R.string.find_open_now, filters.openNow) { visit.filter(filters.copy(openNow = it)) }
            Filter(R.string.find_free, filters.free) { visit.filter(filters.copy(free = it)) }
            Filter(R.string.find_no_voice, filters.noVoice) { visit.filter(filters.copy(noVoice = it)) }
        }
        QuietButton(
            stringResource(R.string.places_title),
            visit::openPlaces,
            Modifier.fillMaxWidth(),
            LocalPalette.current.door,
        )
    }
}

@Composable
private fun Filter(
    words: Int,
    on: Boolean,
    change: (Boolean) -> Unit,
) = Choice(stringResource(words), on, change)

private fun LazyListScope.found(
    answer: Answer,
    visit: Visit,
    deeds: HandoverDeeds,
) {
    if (answer.danger) item(key = "danger") { EmergencyCard(answer.emergency, danger = true, deeds.call) }
    answer.understood?.let { item(key = "understood") { RubyText(it) } }
    if (answer.gaps.isNotEmpty()) item(key = "gaps") { Column { answer.gaps.forEach { Point(it, Type.body) } } }
    if (answer.cards.isEmpty()) {
        val chosen = visit.request.value.filters != Filters()
        val words = if (chosen) R.string.find_nothing_chosen else R.string.find_nothing
        item(key = "nothing") { QuietCard { RubyText(stringResource(words)) } }
    }
    items(answer.cards, key = { "card ${it.id.value}" }) { card -> EntryCard(card) { visit.open(card.id) } }
    if (answer.cut) item(key = "cut") { RubyText(stringResource(R.string.find_cut), style = Type.quiet) }
}
