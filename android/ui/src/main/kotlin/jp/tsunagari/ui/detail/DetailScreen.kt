package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Section
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.DetailDone
import jp.tsunagari.ui.model.warning

/** What is done on the page of an entry. */
class DetailDeeds(
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    val copy: (String) -> Unit,
    val goOn: () -> Unit,
    val toggleFavourite: () -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** One entry; a warning before anything else of it, where there is one. */
@Composable
fun DetailScreen(
    asked: Asked<Detail>,
    done: DetailDone,
    deeds: DetailDeeds,
    modifier: Modifier = Modifier,
) {
    var large by rememberSaveable { mutableStateOf<String?>(null) }
    Ground(LocalPalette.current.page, modifier.fillMaxSize()) {
        when (val number = large) {
            null -> Page(asked, done, deeds, showLarge = { large = it })
            else -> LargeNumber(number) { large = null }
        }
    }
}

@Composable
private fun Page(
    asked: Asked<Detail>,
    done: DetailDone,
    deeds: DetailDeeds,
    showLarge: (String) -> Unit,
) {
    Column(
        Modifier.verticalScroll(rememberScrollState()).padding(Space.large),
        Arrangement.spacedBy(Space.huge),
    ) {
        val warning = asked.value?.let(done::warning)
        if (warning == null) QuietButton(stringResource(R.string.back), deeds.back)
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.again) }
        when {
            warning != null -> TraceWarning(warning, deeds)
            else -> asked.value?.let { Entry(it, done, deeds, showLarge) }
        }
    }
}

/** Whoever has to go unseen decides first. */
@Composable
private fun TraceWarning(warning: Section, deeds: DetailDeeds) {
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(warning.title, style = Type.title, isHeading = true)
        warning.texts.forEach { RubyText(it) }
        QuietButton(stringResource(R.string.trace_leave), deeds.back, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.trace_go_on), deeds.goOn, Modifier.fillMaxWidth())
    }
}

/** All that is known, in the order in which somebody needs it who is about to call. */
@Composable
private fun Entry(
    detail: Detail,
    done: DetailDone,
    deeds: DetailDeeds,
    showLarge: (String) -> Unit,
) {
    val card = detail.card
    val quiet = LocalTone.current.quiet
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(card.name, style = Type.title, isHeading = true)
        card.label?.let { RubyText(it, style = Type.quiet, color = quiet) }
        card.summary?.let { RubyText(it) }
        if (card.reasons.isNotEmpty()) {
            RubyText(stringResource(R.string.why_this), style = Type.quiet, color = quiet)
            card.reasons.forEach { Point(it) }
        }
    }
    Ways(detail, deeds, showLarge)
    Known(detail)
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        done.problem?.let { ProblemCard(it, stale = false, again = deeds.toggleFavourite) }
        done.favourite?.let { kept ->
            val words = stringResource(if (kept) R.string.detail_keep_no_more else R.string.detail_keep)
            QuietButton(words, deeds.toggleFavourite, Modifier.fillMaxWidth())
        }
        RubyText(card.assurance, style = Type.quiet, color = quiet)
        card.age?.let { RubyText(it, style = Type.quiet) }
    }
}
