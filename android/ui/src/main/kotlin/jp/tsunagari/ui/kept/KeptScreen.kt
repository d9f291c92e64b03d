package jp.tsunagari.ui.kept

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.UndoBar
import jp.tsunagari.ui.model.Asked

/** What is done on the page of what was set aside. */
class KeptDeeds(
    val card: CardDeeds,
    val remove: (KeptEntry) -> Unit,
    /** Brings back what was taken off last. */
    val undo: () -> Unit,
    /** To finding, where nothing is set aside yet. */
    val find: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** とっておいたところ: entries that somebody set aside, to be called at once. */
@Composable
fun KeptScreen(
    asked: Asked<List<KeptEntry>>,
    doing: Doing,
    deeds: KeptDeeds,
    modifier: Modifier = Modifier,
) {
    val entries = asked.value
    TitledList(
        stringResource(R.string.kept_title),
        deeds.back,
        modifier,
        foot = { if (doing.taken && entries != null) UndoBar(stringResource(R.string.kept_removed), deeds.undo) },
    ) {
        asked.problem?.let { problem ->
            item(key = "problem") { KeptGate(problem, stale = entries != null, deeds.gate) }
        }
        if (doing.problem != null) item(key = "deed") { DeedProblem(doing) }
        if (entries?.isEmpty() == true) item(key = "none") { None(deeds.find) }
        items(entries.orEmpty(), key = { "kept ${it.id.value}" }) { Kept(it, deeds) }
    }
}

@Composable
private fun None(find: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.kept_none))
    QuietButton(stringResource(R.string.kept_find), find, Modifier.fillMaxWidth())
}

@Composable
private fun Kept(entry: KeptEntry, deeds: KeptDeeds) = when (val now = entry.now) {
    is KeptEntry.Standing.Here -> CallCard(now.card, deeds.card) { TakeOff(entry, now.card.name, deeds) }
    is KeptEntry.Standing.Gone -> QuietCard {
        RubyText(entry.name, style = Type.heading)
        RubyText(now.words)
        Side { TakeOff(entry, entry.name, deeds) }
    }
}

@Composable
private fun TakeOff(
    entry: KeptEntry,
    name: String,
    deeds: KeptDeeds,
) = QuietButton(
    stringResource(R.string.kept_take_off),
    { deeds.remove(entry) },
    name = stringResource(R.string.kept_take_off_named, name),
)
