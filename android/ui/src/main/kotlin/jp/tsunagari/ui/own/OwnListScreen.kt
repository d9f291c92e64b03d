package jp.tsunagari.ui.own

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.OwnId
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.UndoBar
import jp.tsunagari.ui.kept.CallButton
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.kept.dialled
import jp.tsunagari.ui.model.Asked

/** What is done on the list of one's own entries. */
class OwnListDeeds(
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    /** To the page on which an entry is written; `null` for a new one. */
    val edit: (OwnId?) -> Unit,
    val remove: (OwnEntry) -> Unit,
    /** Brings back the entry that was removed last. */
    val undo: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** 自分で書いたもの: people and places that a person wrote down themselves. */
@Composable
fun OwnListScreen(
    asked: Asked<List<OwnEntry>>,
    doing: Doing,
    deeds: OwnListDeeds,
    modifier: Modifier = Modifier,
) {
    val entries = asked.value
    TitledList(
        stringResource(R.string.own_list_title),
        deeds.back,
        modifier,
        foot = { if (doing.taken && entries != null) UndoBar(stringResource(R.string.write_removed), deeds.undo) },
    ) {
        asked.problem?.let { problem ->
            item(key = "problem") { KeptGate(problem, stale = entries != null, deeds.gate) }
        }
        if (doing.problem != null) item(key = "deed") { DeedProblem(doing) }
        if (entries != null) item(key = "add") { Add(entries.isEmpty(), deeds) }
        items(entries.orEmpty(), key = { "own ${it.id.value}" }) { Own(it, deeds) }
    }
}

@Composable
private fun Add(none: Boolean, deeds: OwnListDeeds) = QuietCard {
    RubyText(stringResource(if (none) R.string.own_list_none else R.string.own_list_how))
    QuietButton(
        stringResource(R.string.own_add),
        { deeds.edit(null) },
        Modifier.fillMaxWidth(),
        LocalPalette.current.door,
    )
}

@Composable
private fun Own(own: OwnEntry, deeds: OwnListDeeds) = QuietCard {
    val quiet = LocalTone.current.quiet
    RubyText(own.name, style = Type.heading)
    RubyText(own.label, style = Type.quiet, color = quiet)
    if (own.hours.isNotEmpty()) {
        OpenChip(own.state, own.stateWords)
        RubyText(own.hours, style = Type.quiet)
    }
    if (own.address.isNotEmpty()) RubyText(own.address, style = Type.quiet)
    if (own.note.isNotEmpty()) RubyText(own.note)
    val number = dialled(own.tel)
    when {
        number != null -> CallButton(own.tel, own.name) { deeds.call(number) }
        own.tel.isNotEmpty() -> RubyText(own.tel)
    }
    Side {
        val (change, remove) = stringResource(R.string.own_change) to stringResource(R.string.own_remove)
        val named = @Composable { words: String -> stringResource(R.string.kept_where, own.name, words) }
        QuietButton(change, { deeds.edit(own.id) }, name = named(change))
        QuietButton(remove, { deeds.remove(own) }, name = named(remove))
    }
}
