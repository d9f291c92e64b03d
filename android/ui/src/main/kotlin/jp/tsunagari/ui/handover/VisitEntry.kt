package jp.tsunagari.ui.handover

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Fact
import jp.tsunagari.core.Section
import jp.tsunagari.core.Way
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.detail.LargeNumber
import jp.tsunagari.ui.model.Asked

/** An entry, reduced: how to reach it and what happens then. Nothing can be set aside or copied on a borrowed phone. */
@Composable
internal fun VisitEntry(
    asked: Asked<Detail>,
    readWarning: Boolean,
    visit: Visit,
    call: (String) -> Unit,
    modifier: Modifier,
) {
    var large by remember { mutableStateOf<String?>(null) }
    val number = large
    if (number != null) return LargeNumber(number, { large = null }, modifier)
    val detail = asked.value
    val warning = detail?.traceWarning.takeUnless { readWarning }
    val back = { visit.back().let { } }.takeIf { warning == null }
    TitledPage(detail?.card?.name.takeIf { warning == null }, back, modifier) {
        asked.problem?.let { ProblemCard(it, stale = detail != null, again = visit::openAgain) }
        when {
            warning != null -> Warning(warning, visit)
            detail != null -> Entry(detail, call) { large = it }
        }
    }
}

/** Whoever has to go unseen decides first; the traces stay on this phone, too. */
@Composable
private fun Warning(warning: Section, visit: Visit) {
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(warning.title, style = Type.title, isHeading = true)
        warning.texts.forEach { RubyText(it) }
        QuietButton(stringResource(R.string.trace_leave), { visit.back() }, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.trace_go_on), visit::goOn, Modifier.fillMaxWidth())
    }
}

@Composable
private fun Entry(
    detail: Detail,
    call: (String) -> Unit,
    showLarge: (String) -> Unit,
) {
    val card = detail.card
    if (card.label != null || card.summary != null) {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
            card.label?.let { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet) }
            card.summary?.let { RubyText(it) }
        }
    }
    Part(stringResource(R.string.detail_ways)) {
        card.ways.forEach { WayCard(it, detail.wayDetails[it.id].orEmpty(), call, showLarge) }
    }
    Points(R.string.detail_promise, facts(detail.promise))
    Points(R.string.detail_opening, detail.opening)
    Points(R.string.detail_menu, detail.menu.map { stringResource(R.string.detail_menu_key, it.key, it.label) })
    Points(R.string.detail_first_visit, facts(detail.firstVisit))
    detail.about.forEach { section -> Part(section.title) { section.texts.forEach { Point(it, Type.body) } } }
    Points(R.string.detail_caveats, detail.caveats)
    Points(R.string.detail_place, detail.place)
    Points(R.string.detail_season, detail.season)
    Column {
        RubyText(card.assurance, style = Type.quiet, color = LocalTone.current.quiet)
        card.age?.let { RubyText(it, style = Type.quiet) }
    }
}

@Composable
private fun WayCard(
    way: Way,
    told: List<String>,
    call: (String) -> Unit,
    showLarge: (String) -> Unit,
) {
    QuietCard {
        RubyText(way.name, style = Type.heading)
        OpenChip(way.state, way.stateWords)
        if (way.notes.isNotEmpty()) RubyText(way.notes.joinToString("・"), style = Type.quiet)
        told.forEach { Point(it) }
        val (target, dial) = (way.target ?: way.dial ?: return@QuietCard) to way.dial
        if (dial == null) {
            RubyText(target)
        } else {
            QuietButton(
                stringResource(R.string.detail_call, target),
                { call(dial) },
                Modifier.fillMaxWidth(),
                LocalPalette.current.action,
                stringResource(R.string.detail_call_named, target, way.name),
            )
        }
        QuietButton(
            stringResource(R.string.detail_large),
            { showLarge(target) },
            Modifier.fillMaxWidth(),
            name = stringResource(R.string.detail_large_named, target, way.name),
        )
    }
}

@Composable
private fun facts(facts: List<Fact>) = facts.map { stringResource(R.string.detail_fact, it.words, it.answerWords) }

@Composable
private fun Points(title: Int, texts: List<String>) {
    if (texts.isEmpty()) return
    Part(stringResource(title)) { texts.forEach { Point(it, Type.body) } }
}
