package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.detail.ByHand
import jp.tsunagari.ui.detail.DetailDeeds
import jp.tsunagari.ui.detail.DetailDoors
import jp.tsunagari.ui.detail.DetailScreen
import jp.tsunagari.ui.detail.EntryCodeScreen
import jp.tsunagari.ui.model.DetailModel
import jp.tsunagari.ui.model.EntryCodeModel
import jp.tsunagari.ui.model.Keeping
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map

/** The page of an entry; [able] is whether this device calls, opens pages and prints. */
@Composable
internal fun Stage.Detail(id: String = "fake.night", able: Boolean = true) = On {
    val entry = model(id) { DetailModel(api, scope, EntryId(id)).also { settled(it) } }
    val asked by entry.detail.collectAsState()
    val done by entry.done.collectAsState()
    DetailScreen(
        asked,
        done,
        DetailDeeds(
            call = { able.also { _ -> press("call $it") } },
            browse = { able.also { _ -> press("browse $it") } },
            copy = { press("copy $it") },
            print = { traces ->
                entry.print(traces) { page -> able.also { press("print $page") } }
            },
            goOn = entry::goOn,
            toggleKept = entry::toggleKept,
            begin = entry::begin,
            onceMore = entry::onceMore,
            again = entry::again,
        ),
        DetailDoors(
            busy = { press("busy ${it.code}") },
            memo = { press("memo") },
            code = { press("code $it") },
            lock = { press("lock") },
            speak = { press("speak") },
            chooseArea = { press("chooseArea") },
            back = { press("back") },
        ),
    )
}

@Composable
internal fun Stage.CopiedByHand() = On {
    val entry = model("by hand") { api.directory.show(EntryId("fake.night")) }
    ByHand(entry, { press("back") })
}

@Composable
internal fun Stage.CodeOfEntry(id: String = "fake.night", traces: Boolean = false) = On {
    val code = model("code") {
        EntryCodeModel(api, scope, EntryId(id), traces = traces).also { model ->
            model.code.first { it.value != null || it.problem != null }
        }
    }
    val asked by code.code.collectAsState()
    EntryCodeScreen(asked, code::again, { press("back") })
}

/** What is kept is open here, so that all but warned entries can be set aside. */
private suspend fun settled(model: DetailModel) {
    val detail = model.detail.map { it.value }.filterNotNull().first()
    if (detail.traceWarning == null) model.done.first { it.keeping != Keeping.NEVER }
}
