package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.model.FindModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Find() = On {
    val find = model("find") {
        FindModel(api, scope).also { model -> model.answer.first { it.value != null } }
    }
    val request by find.request.collectAsState()
    val asked by find.answer.collectAsState()
    val open = { id: EntryId -> press("open ${id.value}") }
    FindScreen(
        request,
        asked,
        FindDeeds(find::type, find::choose, open, { press("call $it") }, find::again, { press("back") }),
    )
}
