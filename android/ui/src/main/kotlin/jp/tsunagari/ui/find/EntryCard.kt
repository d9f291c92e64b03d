package jp.tsunagari.ui.find

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.Card
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** An entry among others: what it is, whether it is open, what it costs, and why it is here. */
@Composable
internal fun EntryCard(card: Card, open: () -> Unit) {
    QuietCard(press = Modifier.clickable(role = Role.Button, onClick = open)) {
        val quiet = LocalTone.current.quiet
        RubyText(card.name, style = Type.heading)
        card.label?.let { RubyText(it, style = Type.quiet) }
        card.ways.firstOrNull()?.let { way ->
            OpenChip(way.state, way.stateWords)
            RubyText((listOf(way.name) + way.notes).joinToString("・"), style = Type.quiet)
        }
        if (card.ways.size > 1) RubyText(stringResource(R.string.find_more_ways), style = Type.quiet, color = quiet)
        if (card.reasons.isNotEmpty()) {
            Column(verticalArrangement = Arrangement.spacedBy(Space.none)) {
                RubyText(stringResource(R.string.why_this), style = Type.quiet, color = quiet)
                card.reasons.forEach { Point(it) }
            }
        }
    }
}
