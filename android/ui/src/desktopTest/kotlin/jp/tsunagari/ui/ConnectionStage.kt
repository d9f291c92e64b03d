package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.connection.ConnectionDeeds
import jp.tsunagari.ui.connection.ConnectionScreen
import jp.tsunagari.ui.connection.KeptAnswersDeeds
import jp.tsunagari.ui.connection.KeptAnswersScreen
import jp.tsunagari.ui.model.ConnectionModel
import jp.tsunagari.ui.model.KeptAnswersModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Connection(before: suspend Stage.(ConnectionModel) -> Unit = { }) = On {
    val model = model("connection") {
        ConnectionModel(api, scope).also { model ->
            model.shown.first { it.value != null }
            before(model)
        }
    }
    val asked by model.shown.collectAsState()
    val answered by model.answered.collectAsState()
    ConnectionScreen(
        asked,
        answered,
        ConnectionDeeds(
            model,
            kept = { press("kept") },
            open = { press("open ${it.value}") },
            listen = { press("listen") },
            call = { press("call $it") },
            gate(model.gate, model::again),
        ) { press("back") },
    )
}

@Composable
internal fun Stage.ConnectionQuestions() = Connection { model ->
    model.choose(api.journal.forms().last())
    model.answer(0, 3)
}

@Composable
internal fun Stage.ConnectionBack() = Connection { model ->
    model.choose(api.journal.forms().first())
    model.answer(0, 3)
    model.sayBack()
    model.answered.first { it.back != null }
}

@Composable
internal fun Stage.ConnectionKept() = On {
    val model = model("kept answers") {
        api.journal.keep("direct", listOf(3))
        KeptAnswersModel(api, scope).also { model -> model.shown.first { it.value != null } }
    }
    val asked by model.shown.collectAsState()
    val erased by model.erased.collectAsState()
    KeptAnswersScreen(
        asked,
        erased,
        KeptAnswersDeeds(
            model::erase,
            model::putBack,
            { press("questions") },
            gate(model.gate, model::again),
        ) { press("back") },
    )
}
