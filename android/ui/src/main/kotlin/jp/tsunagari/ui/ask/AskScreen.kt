package jp.tsunagari.ui.ask

import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Question
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.model.Asked

/** What is done in the guided finder. */
class AskDeeds(
    val tick: (Question, String) -> Unit,
    /** Goes to where an area is chosen, which is told to the model and not kept. */
    val chooseArea: () -> Unit,
    /** Takes the area back. */
    val noArea: () -> Unit,
    val next: () -> Unit,
    /** Leads to results with what is known. */
    val enough: () -> Unit,
    val begin: (AskForm) -> Unit,
    val startOver: () -> Unit,
    val open: (EntryId) -> Unit,
    /** Goes to 話せるところ. */
    val openLines: () -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
    val again: () -> Unit,
    /** One page back, or away from the first one. */
    val back: () -> Unit,
)

/** The guided finder: pages of questions, each of which can be left out, and few results with why they are there. */
@Composable
fun AskScreen(
    asked: Asked<AskPage>,
    ticks: AskTicks,
    deeds: AskDeeds,
    modifier: Modifier = Modifier,
) {
    val page = asked.value
    val title = when (val step = page?.step) {
        is AskStep.Questions -> step.form.name
        is AskStep.Results -> stringResource(R.string.ask_results)
        null -> null
    }
    // Each page begins at its top.
    key(page?.way) {
        TitledList(title, deeds.back, modifier) {
            asked.problem?.let { problem ->
                item(key = "problem") { ProblemCard(problem, stale = page != null, again = deeds.again) }
            }
            when (val step = page?.step) {
                is AskStep.Questions -> questions(step, page, ticks, deeds)
                is AskStep.Results -> results(step, deeds)
                null -> Unit
            }
        }
    }
}
