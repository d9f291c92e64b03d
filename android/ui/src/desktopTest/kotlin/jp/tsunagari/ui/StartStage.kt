package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.Area
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.MemoryChoices
import jp.tsunagari.ui.model.StartCard
import jp.tsunagari.ui.model.StartModel
import jp.tsunagari.ui.settings.Chosen
import jp.tsunagari.ui.start.StartDeeds
import jp.tsunagari.ui.start.StartScreen
import kotlinx.coroutines.flow.first

/** The choices of whoever sits at the stage. */
internal val Stage.store: MemoryChoices
    get() = model("choices") { MemoryChoices(Choices(language = spoken.language)) }

/** The first start, on the phone of somebody who keeps nothing yet. */
@Composable
internal fun Stage.Start(card: StartCard = StartCard.LANGUAGE, chosen: Boolean = false) = On {
    val kept = store
    val start = model("start") {
        api.lock.forgetEverything()
        StartModel(api, scope, kept) { press("left ${it?.name}") }.also { model ->
            repeat(card.ordinal) { model.next() }
            if (chosen) model.chose(Area("372013", TOWN.getValue(spoken), "たかまつし"))
            model.shown.first { !it.keeps }
        }
    }
    val shown by start.shown.collectAsState()
    val choices by kept.choices.collectAsState()
    Chosen(choices) {
        StartScreen(
            choices,
            shown,
            testDirectory = true,
            StartDeeds(
                start::speak,
                { press("chooseArea") },
                start::next,
                start::before,
                start::searchOnly,
                start::keep,
            ),
        )
    }
}

internal val TOWN = mapOf(
    Spoken.JA to "香川県高松市",
    Spoken.EASY to "香川県高松市",
    Spoken.EN to "Takamatsu, Kagawa",
)
