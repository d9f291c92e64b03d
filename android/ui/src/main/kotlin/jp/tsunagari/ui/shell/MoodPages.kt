package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.io.DataInputStream
import java.io.File
import java.time.LocalDate
import java.time.Year
import java.time.YearMonth
import jp.tsunagari.core.MoodId
import jp.tsunagari.ui.model.MoodDayModel
import jp.tsunagari.ui.model.MoodEditor
import jp.tsunagari.ui.model.MoodEntryModel
import jp.tsunagari.ui.model.MoodFilesModel
import jp.tsunagari.ui.model.MoodModel
import jp.tsunagari.ui.model.MoodMonthModel
import jp.tsunagari.ui.model.MoodYearModel
import jp.tsunagari.ui.mood.EntryDeeds
import jp.tsunagari.ui.mood.MoodDayDeeds
import jp.tsunagari.ui.mood.MoodDayScreen
import jp.tsunagari.ui.mood.MoodDeeds
import jp.tsunagari.ui.mood.MoodEntryDeeds
import jp.tsunagari.ui.mood.MoodEntryScreen
import jp.tsunagari.ui.mood.MoodFilesDeeds
import jp.tsunagari.ui.mood.MoodFilesScreen
import jp.tsunagari.ui.mood.MoodMonthDeeds
import jp.tsunagari.ui.mood.MoodMonthScreen
import jp.tsunagari.ui.mood.MoodScreen
import jp.tsunagari.ui.mood.MoodYearDeeds
import jp.tsunagari.ui.mood.MoodYearScreen
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

@Composable
internal fun Shell.MoodPage(step: Step) {
    val mood = step.model("mood") { MoodModel(api, it) }
    val words by mood.words.collectAsState()
    val edited by mood.editor.edited.collectAsState()
    MoodScreen(
        words,
        edited,
        MoodDeeds(
            log = mood::log,
            another = mood.editor::another,
            entry = entryDeeds(mood.editor),
            gate = gate(mood.gate, mood::again),
            today = { open(Route.MoodDay(LocalDate.now(clock))) },
            calendar = { open(Route.MoodMonth()) },
            files = { open(Route.MoodFiles) },
            questions = { open(Route.Connection) },
            back = ::back,
        ),
    )
}

@Composable
internal fun Shell.MoodDayPage(step: Step, day: LocalDate) {
    val model = step.model("day") { MoodDayModel(api, it, day, clock) }
    val asked by model.shown.collectAsState()
    val edited by model.editor.edited.collectAsState()
    MoodDayScreen(
        asked,
        edited,
        MoodDayDeeds(
            open = { open(Route.MoodEntry(it)) },
            log = model::log,
            undo = model.editor::erase,
            putBack = model.editor::putBack,
            previous = model::previous,
            next = model::next,
            gate = gate(model.gate, model::again),
            back = ::back,
        ),
    )
}

@Composable
internal fun Shell.MoodMonthPage(step: Step, month: YearMonth?) {
    val model = step.model("month") { MoodMonthModel(api, it, clock, month ?: YearMonth.now(clock)) }
    val asked by model.shown.collectAsState()
    MoodMonthScreen(
        asked,
        MoodMonthDeeds(
            day = { open(Route.MoodDay(it)) },
            previous = model::previous,
            next = model::next,
            year = { open(Route.MoodYear(Year.of(it))) },
            gate = gate(model.gate, model::again),
            back = ::back,
        ),
    )
}

@Composable
internal fun Shell.MoodYearPage(step: Step, year: Year?) {
    val model = step.model("year") { MoodYearModel(api, it, clock, year ?: Year.now(clock)) }
    val asked by model.shown.collectAsState()
    val done by model.done.collectAsState()
    val deeds = MoodYearDeeds(
        model,
        month = { open(Route.MoodMonth(it)) },
        print = ::print,
        save = ::save,
        gate(model.gate, model::again),
        ::back,
    )
    MoodYearScreen(asked, done, deeds)
}

@Composable
internal fun Shell.MoodEntryPage(step: Step, id: MoodId) {
    val model = step.model("entry") { MoodEntryModel(api, it, id) }
    val words by model.words.collectAsState()
    val edited by model.editor.edited.collectAsState()
    MoodEntryScreen(
        words,
        edited,
        MoodEntryDeeds(
            model.editor::setLevel,
            model.editor::setTime,
            entryDeeds(model.editor),
            gate(model.gate, model::again),
            ::back,
        ),
    )
}

@Composable
internal fun Shell.MoodFilesPage(step: Step) {
    val files = step.model("files") { MoodFilesModel(api, it, clock) }
    val asked by files.shown.collectAsState()
    val wish by files.wish.collectAsState()
    val done by files.done.collectAsState()
    val deeds = MoodFilesDeeds(
        files,
        print = ::print,
        save = ::save,
        takeIn = { files.takeIn { outside.pickFile()?.use { read(it) } } },
        year = { open(Route.MoodYear()) },
        gate = gate(files.gate, files::again),
        ::back,
    )
    MoodFilesScreen(asked, wish, done, deeds)
}

/** As much as a log can have: more is none, which the core says of what is cut off. */
private suspend fun read(file: PickedFile): ByteArray = withContext(Dispatchers.IO) {
    val log = File(file.path)
    ByteArray(minOf(log.length(), LOG_BYTES).toInt()).also { bytes ->
        log.inputStream().use { DataInputStream(it).readFully(bytes) }
    }
}

private fun Shell.entryDeeds(editor: MoodEditor) = EntryDeeds(editor, ::entry, ::listen, ::call)

private const val LOG_BYTES = (32L shl 20) + 1
