package jp.tsunagari.ui.kept

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Card
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.Type

/** What is pressed on a card of an entry. */
class CardDeeds(
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    /** Opens the page of the entry. */
    val open: (EntryId) -> Unit,
)

/**
 * An entry that somebody may call at once: whether it is open, what it costs, and the call. [where] stands before its name
 * in the names of what is pressed, since an entry can stand twice on a page; [more] are buttons beside the others.
 */
@Composable
internal fun CallCard(
    card: Card,
    deeds: CardDeeds,
    where: String? = null,
    more: @Composable () -> Unit = { },
) {
    val name = if (where == null) card.name else stringResource(R.string.kept_where, where, card.name)
    QuietCard {
        RubyText(card.name, style = Type.heading)
        card.label?.let { RubyText(it, style = Type.quiet) }
        val way = card.ways.firstOrNull { it.dial != null } ?: card.ways.firstOrNull()
        if (way != null) {
            OpenChip(way.state, way.stateWords)
            RubyText((listOf(way.name) + way.notes).joinToString("・"), style = Type.quiet)
        }
        way?.dial?.let { dial -> CallButton(way.target ?: dial, name) { deeds.call(dial) } }
        Side {
            val named = stringResource(R.string.kept_open_named, name)
            QuietButton(stringResource(R.string.kept_open), { deeds.open(card.id) }, name = named)
            more()
        }
    }
}

/** To call [number]; [whose] tells it from other buttons. */
@Composable
internal fun CallButton(
    number: String,
    whose: String,
    call: () -> Unit,
) = QuietButton(
    stringResource(R.string.detail_call, number),
    call,
    Modifier.fillMaxWidth(),
    LocalPalette.current.action,
    stringResource(R.string.detail_call_named, number, whose),
)
