package jp.tsunagari.ui.places

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.Card
import jp.tsunagari.core.Fact
import jp.tsunagari.core.Place
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** A place among others: when it is open next, what is known about a first visit, where it is, and why it is here. */
@Composable
internal fun PlaceCard(place: Place, open: () -> Unit) {
    val card = place.card
    QuietCard(press = Modifier.clickable(role = Role.Button, onClick = open)) {
        val quiet = LocalTone.current.quiet
        RubyText(card.name, style = Type.heading)
        card.label?.let { RubyText(it, style = Type.quiet, color = quiet) }
        card.ways.firstOrNull { it.kind == WayKind.VISIT }?.let { OpenChip(it.state, it.stateWords) }
        Dates(card)
        card.address?.let { RubyText(it, style = Type.quiet) }
        FirstVisit(place.firstVisit)
        if (card.reasons.isNotEmpty()) Titled(R.string.why_this) { card.reasons.forEach { Point(it) } }
        card.age?.let { RubyText(it, style = Type.quiet) }
    }
}

@Composable
private fun Dates(card: Card) {
    if (card.next.isEmpty()) {
        RubyText(stringResource(R.string.places_next_unknown), style = Type.quiet)
    } else {
        Titled(R.string.places_next) { card.next.take(DATES).forEach { Point(it.words) } }
    }
}

/** What somebody stands behind, each by itself; then in one line what nobody does, so that it is not heard as a no. */
@Composable
private fun FirstVisit(facts: List<Fact>) {
    if (facts.isEmpty()) return
    val (known, unknown) = facts.partition { it.answer != null }
    Titled(R.string.detail_first_visit) {
        known.forEach { Point(stringResource(R.string.detail_fact, it.words, it.answerWords)) }
        if (unknown.isNotEmpty()) {
            val all = unknown.map { it.words }.reduce { all, next -> stringResource(R.string.places_and, all, next) }
            Point(stringResource(R.string.detail_fact, all, unknown.first().answerWords))
        }
    }
}

@Composable
private fun Titled(title: Int, content: @Composable () -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(Space.none)) {
        RubyText(stringResource(title), style = Type.quiet, color = LocalTone.current.quiet)
        content()
    }
}

private const val DATES = 3
