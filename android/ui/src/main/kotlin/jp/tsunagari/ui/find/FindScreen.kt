package jp.tsunagari.ui.find

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Answer
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SearchField
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.model.Asked

/** What is done on the page of finding. */
class FindDeeds(
    val type: (String) -> Unit,
    val choose: (Filters) -> Unit,
    val open: (EntryId) -> Unit,
    /** Leads to where one says in which area one is. */
    val chooseArea: () -> Unit,
    val call: (String) -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** 話せるところ: all lines, or what fits the words that are typed, as they are typed; [place] is the name of the area. */
@Composable
fun FindScreen(
    request: FindRequest,
    asked: Asked<Answer>,
    place: String?,
    deeds: FindDeeds,
    modifier: Modifier = Modifier,
) {
    val title = if (request.text.isBlank()) R.string.find_lines else R.string.find_found
    // In the place of what is found as long as nothing is there, and then beside the title.
    val asking = stringResource(R.string.find_asking).takeIf { asked.asking }
    TitledList(stringResource(title), deeds.back, modifier, asking.takeIf { asked.value != null }) {
        item(key = "request") { Request(request, place, deeds) }
        if (asking != null && asked.value == null) item(key = "asking") { RubyText(asking, style = Type.quiet) }
        asked.problem?.let { problem ->
            item(key = "problem") { ProblemCard(problem, stale = asked.value != null, again = deeds.again) }
        }
        asked.value?.let { found(it, request, deeds) }
    }
}

@Composable
private fun Request(
    request: FindRequest,
    place: String?,
    deeds: FindDeeds,
) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        SearchField(request.text, stringResource(R.string.find_hint), stringResource(R.string.find_clear), deeds.type)
        FilterRow(request.filters, place, deeds.choose, deeds.chooseArea)
    }
}

private fun LazyListScope.found(
    answer: Answer,
    request: FindRequest,
    deeds: FindDeeds,
) {
    if (answer.danger) item(key = "danger") { Danger(answer, deeds.call) }
    answer.understood?.let { item(key = "understood") { RubyText(it) } }
    items(answer.gaps) { RubyText(it) }
    if (answer.cards.isEmpty() && answer.own.isEmpty()) item(key = "nothing") { Nothing(request, deeds) }
    items(answer.cards, key = { "card ${it.id.value}" }) { card -> EntryCard(card) { deeds.open(card.id) } }
    if (answer.own.isNotEmpty()) {
        item(key = "own") { RubyText(stringResource(R.string.own_title), style = Type.heading, isHeading = true) }
        items(answer.own, key = { "own ${it.id.value}" }) { OwnCard(it, deeds.call) }
    }
    if (answer.cut) item(key = "cut") { RubyText(stringResource(R.string.find_cut), style = Type.quiet) }
}

/** 119 and 110 before anything else. */
@Composable
private fun Danger(answer: Answer, call: (String) -> Unit) {
    Ground(LocalPalette.current.urgent, Modifier.fillMaxWidth(), Shape.card) {
        EmergencyRow(answer.emergency, call, title = R.string.danger_title)
    }
}

@Composable
private fun Nothing(request: FindRequest, deeds: FindDeeds) {
    QuietCard {
        if (request.filters == Filters()) {
            RubyText(stringResource(R.string.find_nothing))
        } else {
            RubyText(stringResource(R.string.find_nothing_chosen))
            QuietButton(stringResource(R.string.find_all_off), { deeds.choose(Filters()) }, Modifier.fillMaxWidth())
        }
    }
}

/** What the person wrote down themselves, and says so. */
@Composable
private fun OwnCard(own: OwnEntry, call: (String) -> Unit) {
    QuietCard {
        RubyText(own.name, style = Type.heading)
        RubyText(own.label, style = Type.quiet, color = LocalTone.current.quiet)
        OpenChip(own.state, own.stateWords)
        if (own.note.isNotEmpty()) RubyText(own.note)
        if (own.tel.isNotEmpty()) {
            QuietButton(stringResource(R.string.detail_call, own.tel), { call(own.tel) }, Modifier.fillMaxWidth())
        }
    }
}
