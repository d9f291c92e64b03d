package jp.tsunagari.ui.ask

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.AskStep
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.find.EntryCard
import jp.tsunagari.ui.home.EmergencyCard
import jp.tsunagari.ui.places.Slots

/** Few cards, each with why it is there; what could not be met and what is not known is said. */
internal fun LazyListScope.results(step: AskStep.Results, deeds: AskDeeds) {
    if (step.danger) item(key = "danger") { EmergencyCard(step.emergency, danger = true, deeds.call) }
    if (step.forAnything) item(key = "anything") { RubyText(stringResource(R.string.ask_anything)) }
    val told = step.relaxed + step.gaps
    if (told.isNotEmpty()) {
        item(key = "told") { Column(Modifier.fillMaxWidth()) { told.forEach { Point(it, Type.body) } } }
    }
    if (step.cards.isEmpty()) item(key = "nothing") { Nothing(deeds) }
    items(step.cards, key = { "card ${it.id.value}" }) { card -> EntryCard(card) { deeds.open(card.id) } }
    if (step.slots.isNotEmpty()) {
        item(key = "slots") { Slots(step.slots, deeds.open, openLines = null) }
    }
    item(key = "anew") { Anew(deeds) }
    if (!step.danger) item(key = "emergency") { EmergencyCard(step.emergency, danger = false, deeds.call) }
}

/** Nobody was found: there is somebody to talk to about anything. */
@Composable
private fun Nothing(deeds: AskDeeds) {
    QuietCard {
        RubyText(stringResource(R.string.ask_nothing))
        QuietButton(
            stringResource(R.string.places_lines),
            deeds.openLines,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
    }
}

@Composable
private fun Anew(deeds: AskDeeds) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        QuietButton(stringResource(R.string.ask_change), deeds.back, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.ask_start_over), deeds.startOver, Modifier.fillMaxWidth())
    }
}
