package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Choice
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.WayId
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.busy.BusyDeeds
import jp.tsunagari.ui.busy.BusyScreen
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.BusyModel
import kotlinx.coroutines.flow.first

/** A line that did not answer. */
@Composable
internal fun Stage.Busy(id: String = "fake.night") = On {
    val busy = model("busy") {
        BusyModel(api, scope, BusyRequest(listOf(EntryId(id)), WayKind.TEL)).also { model ->
            val line = model.busy.first { it.value != null }.value?.line
            if (line?.traceWarning == false) model.mayRemember.first { it }
        }
    }
    val asked by busy.busy.collectAsState()
    val may by busy.mayRemember.collectAsState()
    BusyScreen(asked, may, deeds(busy::alsoTried, busy::remember))
}

/** As above, where the line can also be reached in another way that is open. */
@Composable
internal fun Stage.BusyWithOtherWay(id: String = "fake.night") = On {
    val busy = model("other way") {
        val open = api.directory.show(EntryId("fake.night")).card.ways.first()
        val other = api.directory.show(EntryId("fake.chat")).card.ways.first()
            .copy(state = open.state, stateWords = open.stateWords)
        val tried = api.directory.busy(BusyRequest(listOf(EntryId(id))))
        tried.copy(choices = listOf(Choice.OtherWay(other.copy(id = WayId("other")))) + tried.choices)
    }
    BusyScreen(Asked(busy), false, deeds({ _, _ -> }, { }))
}

private fun Stage.deeds(alsoTried: (EntryId, WayKind) -> Unit, remember: () -> Unit) = BusyDeeds(
    call = { press("call $it") },
    open = { press("open ${it.value}") },
    alsoTried = alsoTried,
    remember = remember,
    enough = { press("enough") },
    again = { press("again") },
    back = { press("back") },
)
