package jp.tsunagari.ui.mood

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LogForm
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.PageWish
import jp.tsunagari.ui.OutFile
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.MoodFilesDone
import jp.tsunagari.ui.model.MoodFilesModel
import jp.tsunagari.ui.model.MoodPapers

/** What is done on the page of papers and files. */
class MoodFilesDeeds(
    val choose: (PageWish) -> Unit,
    /** The page is of the last so many days. */
    val days: (Long) -> Unit,
    /** Puts an entry on the page, or leaves it out. */
    val toggle: (MoodId) -> Unit,
    /** Prints the counsellor's page. */
    val printPage: () -> Unit,
    /** Asks where to, and writes the counsellor's page. */
    val savePage: () -> Unit,
    /** Asks where to, and writes the whole log. */
    val saveLog: (LogForm) -> Unit,
    /** Asks for a file that was written out, and gives it to the model. */
    val takeIn: () -> Unit,
    /** To the year, which can be printed there. */
    val year: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
) {
    constructor(
        model: MoodFilesModel,
        /** Gives a page to the printer of the platform. */
        print: (OutFile) -> Unit,
        /** Asks where to, and writes a file there. */
        save: (OutFile) -> Unit,
        takeIn: () -> Unit,
        year: () -> Unit,
        gate: GateDeeds,
        back: () -> Unit,
    ) : this(
        model::choose,
        model::chooseDays,
        model::toggle,
        { print(model.page()) },
        { save(model.page()) },
        { save(model.log(it)) },
        takeIn,
        year,
        gate,
        back,
    )
}

/** The log on paper and in files, and logs that are taken in. */
@Composable
fun MoodFilesScreen(
    asked: Asked<MoodPapers>,
    wish: PageWish,
    done: MoodFilesDone,
    deeds: MoodFilesDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    stringResource(R.string.mood_files),
    deeds.back,
    modifier,
) {
    asked.problem?.let { KeptGate(it, asked.value != null, deeds.gate) }
    asked.value?.let { papers ->
        Ended(done, deeds.gate.again)
        CounsellorPage(papers, wish, deeds)
        Part(stringResource(R.string.mood_log_out)) {
            RubyText(stringResource(R.string.mood_log_care))
            Go(R.string.mood_log_csv) { deeds.saveLog(LogForm.CSV) }
            Go(R.string.mood_log_json) { deeds.saveLog(LogForm.JSON) }
        }
        Part(stringResource(R.string.mood_year)) {
            RubyText(stringResource(R.string.mood_year_what))
            Go(R.string.mood_year_open, deeds.year)
        }
        Part(stringResource(R.string.mood_log_in)) {
            RubyText(stringResource(R.string.mood_log_in_what))
            Go(R.string.mood_log_in_choose, deeds.takeIn)
        }
    }
}
