package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.LocalDate
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.MoodMonth

/** What is done on the calendar. */
class MoodMonthDeeds(
    /** Opens a day of the log. */
    val day: (LocalDate) -> Unit,
    val previous: () -> Unit,
    val next: () -> Unit,
    /** To the year of the month that is shown. */
    val year: (Int) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** A month of the log. A day without an entry is paper; no level stands for a day. */
@Composable
fun MoodMonthScreen(
    asked: Asked<MoodMonth>,
    deeds: MoodMonthDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    asked.value?.view?.title ?: stringResource(R.string.mood_calendar),
    deeds.back,
    modifier,
) {
    asked.problem?.let { KeptGate(it, asked.value != null, deeds.gate) }
    asked.value?.let { shown ->
        val month = shown.view.month
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
            Turn(
                R.string.mood_month_before to deeds.previous,
                (R.string.mood_month_after to deeds.next).takeIf { shown.today > month.atEndOfMonth() },
            )
            MonthGrid(shown, deeds.day)
            MarksTold(shown.words.levels)
            RubyText(stringResource(R.string.mood_paper_days), style = Type.quiet)
            QuietButton(
                stringResource(R.string.mood_whole_year, month.year.toString()),
                { deeds.year(month.year) },
                Modifier.fillMaxWidth(),
            )
        }
    }
}
