package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.handover.HandoverDeeds
import jp.tsunagari.ui.handover.HandoverModel
import jp.tsunagari.ui.handover.HandoverScreen
import kotlinx.coroutines.flow.first

/** Handing over: the card that explains; with [begun] the finder, with [entry] an entry in it. */
@Composable
internal fun Stage.Handover(begun: Boolean = false, entry: String? = null) = On {
    val handover = model("handover $begun $entry") {
        HandoverModel(api, scope) { press("ended, locked: $it") }.also { model ->
            model.shown.first { it.guard != null }
            if (begun) {
                model.begin()
                val visit = checkNotNull(model.shown.first { it.visit != null }.visit)
                visit.answer.first { it.value != null }
                visit.emergency.first { it.isNotEmpty() }
                entry?.let { visit.open(EntryId(it)) }
                visit.entry.first { entry == null || it.value != null }
            }
        }
    }
    val shown by handover.shown.collectAsState()
    HandoverScreen(
        shown,
        HandoverDeeds(
            begin = handover::begin,
            anew = handover::anew,
            end = handover::end,
            setLock = { press("set lock") },
            call = { press("call $it") },
            again = handover::again,
        ),
    )
}
