package jp.tsunagari.ui.places

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Slot
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type

/** What every municipality should have; where nothing is known yet, that is said, and what one can do instead. */
@Composable
internal fun Slots(
    slots: List<Slot>,
    open: (EntryId) -> Unit,
    openLines: (() -> Unit)?,
) {
    if (slots.isEmpty()) return
    Part(stringResource(R.string.slots_title)) {
        slots.forEach { SlotCard(it, open) }
        if (openLines != null && slots.any { it.filledBy.isEmpty() }) {
            QuietButton(stringResource(R.string.places_lines), openLines, Modifier.fillMaxWidth())
        }
    }
}

@Composable
private fun SlotCard(slot: Slot, open: (EntryId) -> Unit) {
    var all by rememberSaveable(slot.kind) { mutableStateOf(false) }
    QuietCard {
        RubyText(slot.name, style = Type.heading)
        if (slot.filledBy.isEmpty()) {
            RubyText(stringResource(R.string.slots_empty))
            RubyText(stringResource(R.string.slots_instead, slot.name), style = Type.quiet)
        }
        val shown = if (all) slot.filledBy else slot.filledBy.take(FEW)
        shown.forEach { entry ->
            val name = stringResource(R.string.slots_entry, entry.name, slot.name)
            QuietButton(entry.name, { open(entry.id) }, Modifier.fillMaxWidth(), name = name)
        }
        if (shown.size < slot.filledBy.size) {
            val name = stringResource(R.string.slots_more_of, slot.name)
            QuietButton(stringResource(R.string.slots_more), { all = true }, Modifier.fillMaxWidth(), name = name)
        }
    }
}

private const val FEW = 3
