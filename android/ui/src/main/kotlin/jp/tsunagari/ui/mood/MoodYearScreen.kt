package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.YearMonth
import jp.tsunagari.core.Legend
import jp.tsunagari.ui.OutFile
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.MoodFilesDone
import jp.tsunagari.ui.model.MoodYear
import jp.tsunagari.ui.model.MoodYearModel

/** What is done on the page of a year. */
class MoodYearDeeds(
    /** Opens a month of the log. */
    val month: (YearMonth) -> Unit,
    val previous: () -> Unit,
    val next: () -> Unit,
    /** Prints the year, with weather or with words below it. */
    val print: (Legend) -> Unit,
    /** Asks where to, and writes the picture of the year. */
    val save: (Legend) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
) {
    constructor(
        model: MoodYearModel,
        month: (YearMonth) -> Unit,
        /** Gives a page to the printer of the platform. */
        print: (OutFile) -> Unit,
        /** Asks where to, and writes a file there. */
        save: (OutFile) -> Unit,
        gate: GateDeeds,
        back: () -> Unit,
    ) : this(
        month,
        model::previous,
        model::next,
        { print(model.page(it)) },
        { save(model.picture(it)) },
        gate,
        back,
    )
}

/** A year of the log, month by month. Nobody sees it who did not ask for it. */
@Composable
fun MoodYearScreen(
    asked: Asked<MoodYear>,
    done: MoodFilesDone,
    deeds: MoodYearDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    asked.value?.view?.title ?: stringResource(R.string.mood_year),
    deeds.back,
    modifier,
) {
    asked.problem?.let { KeptGate(it, asked.value != null, deeds.gate) }
    asked.value?.let { shown ->
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
            Turn(
                R.string.mood_year_before to deeds.previous,
                (R.string.mood_year_after to deeds.next).takeIf { shown.hasNext },
            )
            Months(shown, deeds.month)
            MarksTold(shown.words.levels, several = true)
            RubyText(stringResource(R.string.mood_paper_days), style = Type.quiet)
        }
        YearPaper(done, deeds)
    }
}

@Composable
private fun YearPaper(done: MoodFilesDone, deeds: MoodYearDeeds) = Part(stringResource(R.string.mood_year_paper)) {
    var weather by rememberSaveable { mutableStateOf(false) }
    val legend = if (weather) Legend.WEATHER else Legend.WORDS
    Choice(stringResource(R.string.mood_page_weather), weather, { weather = it })
    Go(R.string.mood_year_print) { deeds.print(legend) }
    Go(R.string.mood_year_save) { deeds.save(legend) }
    RubyText(stringResource(R.string.mood_page_care), style = Type.quiet)
    Ended(done, deeds.gate.again)
}
