package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Card
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Section
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.DetailDone
import jp.tsunagari.ui.model.warning

/** One entry; a warning before anything else of it, where there is one. */
@Composable
fun DetailScreen(
    asked: Asked<Detail>,
    done: DetailDone,
    deeds: DetailDeeds,
    doors: DetailDoors,
    modifier: Modifier = Modifier,
) {
    var large by rememberSaveable { mutableStateOf<String?>(null) }
    var byHand by rememberSaveable { mutableStateOf(false) }
    val shown = Shown(deeds, doors, { large = it }, { byHand = true })
    val (number, detail) = large to asked.value?.takeIf { byHand && done.warning(it) == null }
    when {
        number != null -> LargeNumber(number, { large = null }, modifier)
        detail != null -> ByHand(detail, { byHand = false }, modifier)
        else -> Page(asked, done, shown, modifier)
    }
}

/** All that can be done on the page. */
internal class Shown(
    val deeds: DetailDeeds,
    val doors: DetailDoors,
    val large: (String) -> Unit,
    val byHand: () -> Unit,
)

@Composable
private fun Page(
    asked: Asked<Detail>,
    done: DetailDone,
    shown: Shown,
    modifier: Modifier,
) {
    val warning = asked.value?.let(done::warning)
    // The warning has ways out of its own.
    val (title, back) = if (warning == null) asked.value?.card?.name to shown.doors.back else null to null
    TitledPage(title, back, modifier) {
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = shown.deeds.again) }
        when {
            warning != null -> TraceWarning(warning, shown)
            else -> asked.value?.let { Entry(it, done, shown) }
        }
    }
}

/** Whoever has to go unseen decides first. */
@Composable
private fun TraceWarning(warning: Section, shown: Shown) {
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(warning.title, style = Type.title, isHeading = true)
        warning.texts.forEach { RubyText(it) }
        QuietButton(stringResource(R.string.trace_leave), shown.doors.back, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.trace_go_on), shown.deeds.goOn, Modifier.fillMaxWidth())
    }
}

/** All that is known, in the order in which somebody needs it who is about to call. */
@Composable
private fun Entry(
    detail: Detail,
    done: DetailDone,
    shown: Shown,
) {
    About(detail.card)
    Ways(detail, shown)
    Known(detail) { SmallSteps(detail, done, shown) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(detail.card.assurance, style = Type.quiet, color = LocalTone.current.quiet)
        detail.card.age?.let { RubyText(it, style = Type.quiet) }
    }
}

@Composable
private fun About(card: Card) {
    if (card.label == null && card.summary == null && card.reasons.isEmpty()) return
    val quiet = LocalTone.current.quiet
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        card.label?.let { RubyText(it, style = Type.quiet, color = quiet) }
        card.summary?.let { RubyText(it) }
        if (card.reasons.isNotEmpty()) {
            RubyText(stringResource(R.string.why_this), style = Type.quiet, color = quiet)
            card.reasons.forEach { Point(it) }
        }
    }
}
