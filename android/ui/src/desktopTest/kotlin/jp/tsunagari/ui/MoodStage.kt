package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.time.LocalDate
import java.time.OffsetDateTime
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodId
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.model.MoodDayModel
import jp.tsunagari.ui.model.MoodEditor
import jp.tsunagari.ui.model.MoodEntryModel
import jp.tsunagari.ui.model.MoodFilesModel
import jp.tsunagari.ui.model.MoodModel
import jp.tsunagari.ui.model.MoodMonthModel
import jp.tsunagari.ui.model.MoodYearModel
import jp.tsunagari.ui.mood.ChosenLevel
import jp.tsunagari.ui.mood.EntryDeeds
import jp.tsunagari.ui.mood.EntryParts
import jp.tsunagari.ui.mood.EntryTime
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
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Mood(before: suspend Stage.(MoodModel) -> Unit = { }) = On {
    val mood = model("mood") {
        MoodModel(api, scope).also { model ->
            model.words.first { it.value != null }
            before(model)
        }
    }
    MoodOf(mood)
}

@Composable
internal fun Stage.MoodMade() = Mood { model ->
    model.log(2)
    model.editor.edited.first { it.entry != null }
    listOf("lonely", "sleepless").forEach(model.editor::toggleLabel)
    model.editor.setNote(note())
    model.editor.askStep()
    model.editor.edited.first { it.after != null }
}

/** What is unfolded on the page of an entry. */
@Composable
internal fun Stage.MoodParts() = On {
    val model = model("parts") {
        MoodEntryModel(api, scope, written()).also { model ->
            model.words.first { it.value != null }
            model.editor.edited.first { it.entry != null }
        }
    }
    val words by model.words.collectAsState()
    val edited by model.editor.edited.collectAsState()
    val entry = edited.entry ?: return@On
    val vocabulary = words.value ?: return@On
    TitledPage(entry.dayWords, { press("back") }) {
        EntryParts(entry, vocabulary, entryDeeds(model.editor), unfolded = true)
        ChosenLevel(vocabulary.levels, entry.level, model.editor::setLevel)
        EntryTime(entry, model.editor::setTime)
    }
}

/** A word calls for people who listen. */
@Composable
internal fun Stage.MoodCalls() = Mood { model ->
    model.log(1)
    model.editor.edited.first { it.entry != null }
    model.editor.toggleLabel("vanish")
    model.editor.edited.first { it.emergency.isNotEmpty() }
}

@Composable
internal fun Stage.MoodBegin() = MoodShut { api.lock.forgetEverything() }

@Composable
internal fun Stage.MoodLocked() = MoodShut {
    api.lock.setPin("", "4649")
    api.lock.lock()
}

@Composable
internal fun Stage.MoodAway() = MoodShut { api.journal.hide(true) }

@Composable
private fun Stage.MoodShut(shut: suspend Stage.() -> Unit) = On {
    val mood = model("mood") {
        shut()
        MoodModel(api, scope).also { model -> model.words.first { it.problem != null } }
    }
    MoodOf(mood)
}

@Composable
private fun Stage.MoodOf(mood: MoodModel) {
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
            today = { press("today") },
            calendar = { press("calendar") },
            files = { press("files") },
            questions = { press("questions") },
            back = { press("back") },
        ),
    )
}

@Composable
internal fun Stage.MoodDay() = MoodDayOf(DAY)

@Composable
internal fun Stage.MoodPaper() = MoodDayOf(DAY.minusDays(2))

@Composable
private fun Stage.MoodDayOf(day: LocalDate) = On {
    val model = model("day") {
        written()
        MoodDayModel(api, scope, day, clock).also { model -> model.shown.first { it.value != null } }
    }
    val asked by model.shown.collectAsState()
    val edited by model.editor.edited.collectAsState()
    MoodDayScreen(
        asked,
        edited,
        MoodDayDeeds(
            open = { press("open") },
            log = model::log,
            undo = model.editor::erase,
            putBack = model.editor::putBack,
            previous = model::previous,
            next = model::next,
            gate = gate(model.gate, model::again),
            back = { press("back") },
        ),
    )
}

@Composable
internal fun Stage.MoodMonth() = On {
    val model = model("month") {
        written()
        MoodMonthModel(api, scope, clock).also { model -> model.shown.first { it.value != null } }
    }
    val asked by model.shown.collectAsState()
    MoodMonthScreen(
        asked,
        MoodMonthDeeds(
            day = { press("day $it") },
            previous = model::previous,
            next = model::next,
            year = { press("year $it") },
            gate = gate(model.gate, model::again),
            back = { press("back") },
        ),
    )
}

@Composable
internal fun Stage.MoodYear() = On {
    val model = model("year") {
        written()
        MoodYearModel(api, scope, clock).also { model -> model.shown.first { it.value != null } }
    }
    val asked by model.shown.collectAsState()
    val done by model.done.collectAsState()
    MoodYearScreen(
        asked,
        done,
        MoodYearDeeds(
            model,
            month = { press("month $it") },
            print = { press("print ${it.name}") },
            save = { press("save ${it.name}") },
            gate(model.gate, model::again),
        ) { press("back") },
    )
}

@Composable
internal fun Stage.MoodEntry() = On {
    val model = model("entry") {
        MoodEntryModel(api, scope, written()).also { model ->
            model.words.first { it.value != null }
            model.editor.edited.first { it.entry != null }
        }
    }
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
        ) { press("back") },
    )
}

@Composable
internal fun Stage.MoodFiles() = On {
    val files = model("files") {
        written()
        MoodFilesModel(api, scope, clock).also { model -> model.shown.first { it.value != null } }
    }
    val asked by files.shown.collectAsState()
    val wish by files.wish.collectAsState()
    val done by files.done.collectAsState()
    MoodFilesScreen(
        asked,
        wish,
        done,
        MoodFilesDeeds(
            files,
            print = { press("print ${it.name}") },
            save = { press("save ${it.name} ${it.mediaType}") },
            takeIn = { press("take in") },
            year = { press("year") },
            gate = gate(files.gate, files::again),
        ) { press("back") },
    )
}

private fun Stage.entryDeeds(editor: MoodEditor) =
    EntryDeeds(editor, { press("open ${it.value}") }, { press("listen") }, { press("call $it") })

private fun Stage.note() = when (spoken) {
    Spoken.JA -> "夜になると目がさえる。きのうの電話のことを何度も考えてしまう。"
    Spoken.EASY -> "よるに ねむれない。きのうの でんわの ことを かんがえる。"
    Spoken.EN -> "Wide awake again at night, thinking about that call yesterday."
}

/** Some weeks as somebody may write them; the last entry of [DAY] is named. */
private suspend fun Stage.written(): MoodId {
    for ((day, levels) in WRITTEN) {
        levels.forEachIndexed { place, level ->
            val at = OffsetDateTime.parse("${day}T08:10:00+09:00").plusHours(6L * place)
            api.journal.log(MoodDraft(level, at = at))
        }
    }
    val evening = OffsetDateTime.parse("${DAY}T21:40:00+09:00")
    api.journal.log(MoodDraft(2, setOf("tired"), setOf("work"), at = evening.minusHours(13)))
    val labels = setOf("sleepless", "lonely")
    return api.journal.log(MoodDraft(3, labels, setOf("home", "by-myself"), note(), evening)).id
}

private val DAY = LocalDate.parse("2026-11-20")

private val WRITTEN = mapOf(
    "2026-08-03" to listOf(4),
    "2026-08-19" to listOf(2, 3),
    "2026-09-07" to listOf(5),
    "2026-09-22" to listOf(1),
    "2026-10-30" to listOf(3),
    "2026-11-03" to listOf(3, 5),
    "2026-11-05" to listOf(2),
    "2026-11-06" to listOf(1),
    "2026-11-09" to listOf(4),
    "2026-11-13" to listOf(1, 2, 3),
    "2026-11-16" to listOf(5),
    "2026-11-23" to listOf(4, 3, 2),
)
