package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.Area
import jp.tsunagari.core.AskStep
import jp.tsunagari.ui.ask.AskDeeds
import jp.tsunagari.ui.ask.AskModel
import jp.tsunagari.ui.ask.AskScreen
import kotlinx.coroutines.flow.first

/** The guided finder: its first page, its second one, or what it leads to. */
@Composable
internal fun Stage.Ask(page: Int = 1) = On {
    val ask = model("ask $page") {
        AskModel(api, scope).also { model ->
            model.page.first { it.value?.way?.size == 1 }
            if (page > 1) {
                model.tick("concern", "bed", "lonely", "sleepless")
                model.next()
                model.page.first { it.value?.way?.size == 2 }
            }
            if (page > 2) {
                model.tick("contact", "visit")
                model.choose(Area("372013", "香川県高松市", "たかまつし"))
                model.next()
                model.page.first { it.value?.step is AskStep.Results }
            }
        }
    }
    val asked by ask.page.collectAsState()
    val ticks by ask.ticks.collectAsState()
    AskScreen(
        asked,
        ticks,
        AskDeeds(
            tick = ask::tick,
            chooseArea = { press("area") },
            noArea = { ask.choose(null) },
            next = ask::next,
            enough = ask::enough,
            begin = ask::begin,
            startOver = ask::startOver,
            open = { press("open ${it.value}") },
            openLines = { press("lines") },
            call = { press("call $it") },
            again = ask::again,
            back = { if (!ask.back()) press("back") },
        ),
    )
}

private fun AskModel.tick(id: String, vararg options: String) {
    val question = (page.value.value?.step as AskStep.Questions).questions.first { it.id == id }
    options.forEach { tick(question, it) }
}
