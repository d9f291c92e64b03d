package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.connection.ConnectionDeeds
import jp.tsunagari.ui.connection.ConnectionScreen
import jp.tsunagari.ui.connection.KeptAnswersDeeds
import jp.tsunagari.ui.connection.KeptAnswersScreen
import jp.tsunagari.ui.model.ConnectionModel
import jp.tsunagari.ui.model.KeptAnswersModel

@Composable
internal fun Shell.ConnectionPage(step: Step) {
    val model = step.model("connection") { ConnectionModel(api, it) }
    val asked by model.shown.collectAsState()
    val answered by model.answered.collectAsState()
    val deeds = ConnectionDeeds(
        model,
        kept = { open(Route.KeptAnswers) },
        open = ::entry,
        listen = ::listen,
        call = ::call,
        gate(model.gate, model::again),
        ::back,
    )
    ConnectionScreen(asked, answered, deeds)
}

@Composable
internal fun Shell.KeptAnswersPage(step: Step) {
    val model = step.model("kept answers") { KeptAnswersModel(api, it) }
    val asked by model.shown.collectAsState()
    val erased by model.erased.collectAsState()
    KeptAnswersScreen(
        asked,
        erased,
        KeptAnswersDeeds(
            model::erase,
            model::putBack,
            { open(Route.Connection) },
            gate(model.gate, model::again),
            ::back,
        ),
    )
}
