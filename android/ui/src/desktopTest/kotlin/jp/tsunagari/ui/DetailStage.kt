package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.detail.DetailDeeds
import jp.tsunagari.ui.detail.DetailScreen
import jp.tsunagari.ui.model.DetailModel
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map

@Composable
internal fun Stage.Detail(id: String = "fake.night") = On {
    val entry = model(id) { DetailModel(api, scope, EntryId(id)).also { settled(it) } }
    val asked by entry.detail.collectAsState()
    val done by entry.done.collectAsState()
    DetailScreen(
        asked,
        done,
        DetailDeeds(
            call = { press("call $it") },
            copy = { press("copy $it") },
            goOn = entry::goOn,
            toggleFavourite = entry::toggleFavourite,
            again = entry::again,
            back = { press("back") },
        ),
    )
}

/** What is kept is open here, so that all but warned entries can be set aside. */
private suspend fun settled(model: DetailModel) {
    val detail = model.detail.map { it.value }.filterNotNull().first()
    if (detail.traceWarning == null) model.done.first { it.favourite != null }
}
