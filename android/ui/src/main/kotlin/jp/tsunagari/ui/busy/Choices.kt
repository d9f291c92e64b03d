package jp.tsunagari.ui.busy

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Busy
import jp.tsunagari.core.Card
import jp.tsunagari.core.Choice
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayId
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type

/** All that can be done, in the order of the core, those of a kind below one title. To stop stands as large as the rest. */
@Composable
internal fun Choices(busy: Busy, deeds: BusyDeeds) {
    for ((title, choices) in busy.choices.groupBy { it.title }) {
        Part(stringResource(title)) {
            for (choice in choices) {
                if (choice == Choice.EnoughForToday) Enough(deeds.enough)
                offer(choice, busy.line)?.let { OfferCard(it, deeds) }
            }
        }
    }
}

private val Choice.title: Int
    get() = when (this) {
        is Choice.OtherWay -> R.string.busy_other_way
        is Choice.Line -> R.string.busy_open
        is Choice.Unsure -> R.string.busy_unsure
        is Choice.Again -> R.string.busy_again
        is Choice.Later -> R.string.busy_next
        Choice.EnoughForToday -> R.string.busy_today
    }

/** A way that can be tried now, or later. */
private class Offer(
    val card: Card,
    val way: Way,
    /** It can be called from here. */
    val now: Boolean,
)

/** `null` for what is no way. */
private fun offer(choice: Choice, line: Card?): Offer? = when (choice) {
    // Its warning stands on its own page, and comes before every call.
    is Choice.OtherWay -> line?.let { Offer(it, choice.way, now = !it.traceWarning) }
    is Choice.Line -> offer(choice.card, choice.way)
    is Choice.Unsure -> offer(choice.card, choice.way)
    is Choice.Again -> offer(choice.card, choice.way)
    is Choice.Later -> offer(choice.card, choice.way)?.let { Offer(it.card, it.way, now = false) }
    Choice.EnoughForToday -> null
}

private fun offer(card: Card, way: WayId): Offer? =
    (card.ways.firstOrNull { it.id == way } ?: card.ways.firstOrNull())?.let { Offer(card, it, now = true) }

/** What it is, whether it is open, what it costs and why it is here; to call it, or its page. */
@Composable
private fun OfferCard(offer: Offer, deeds: BusyDeeds) {
    val (card, way) = offer.card to offer.way
    var called by rememberSaveable(card.id.value, way.id.value) { mutableStateOf(false) }
    QuietCard {
        RubyText(card.name, style = Type.heading)
        OpenChip(way.state, way.stateWords)
        RubyText((listOf(way.name) + way.notes).joinToString("・"), style = Type.quiet)
        card.reasons.forEach { Point(it) }
        val dial = way.dial.takeIf { offer.now }
        if (dial != null) {
            val target = way.target ?: dial
            val call = {
                called = true
                deeds.call(dial)
            }
            val name = stringResource(R.string.busy_call_named, target, card.name, way.name)
            val words = stringResource(R.string.detail_call, target)
            QuietButton(words, call, Modifier.fillMaxWidth(), LocalPalette.current.action, name)
        }
        if (called) {
            val name = stringResource(R.string.busy_also_named, card.name, way.name)
            val also = { deeds.alsoTried(card.id, way.kind) }
            QuietButton(stringResource(R.string.busy_also), also, Modifier.fillMaxWidth(), name = name)
        }
        val name = stringResource(R.string.busy_open_named, card.name, way.name)
        QuietButton(stringResource(R.string.busy_see), { deeds.open(card.id) }, Modifier.fillMaxWidth(), name = name)
    }
}

/** To stop is a choice like the others. */
@Composable
private fun Enough(enough: () -> Unit) {
    QuietCard {
        RubyText(stringResource(R.string.busy_enough_words))
        QuietButton(stringResource(R.string.busy_enough), enough, Modifier.fillMaxWidth())
    }
}
