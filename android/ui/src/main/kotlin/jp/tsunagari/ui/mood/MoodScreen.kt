package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.Edited

/** What is done on the page of きょうの気もち. */
class MoodDeeds(
    /** One tap writes a level down. */
    val log: (Int) -> Unit,
    /** Leaves the entry that was made, and shows the levels again. */
    val another: () -> Unit,
    val entry: EntryDeeds,
    val gate: GateDeeds,
    /** To what was written today. */
    val today: () -> Unit,
    val calendar: () -> Unit,
    /** To pages, files, and logs that are taken in. */
    val files: () -> Unit,
    /** To つながりの質問. */
    val questions: () -> Unit,
    val back: () -> Unit,
)

/** きょうの気もち: one tap writes down; after it, more can be added or not. */
@Composable
fun MoodScreen(
    words: Asked<Vocabulary>,
    edited: Edited,
    deeds: MoodDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    stringResource(R.string.mood_title),
    deeds.back,
    modifier,
    foot = { if (edited.calls) ListeningFoot(edited.emergency, deeds.entry.listen, deeds.entry.call) },
) {
    words.problem?.let { KeptGate(it, words.value != null, deeds.gate) }
    words.value?.let { vocabulary ->
        when (val entry = edited.entry) {
            null -> Choose(vocabulary, edited, deeds)
            else -> Made(entry, vocabulary, edited, deeds)
        }
        Ways(deeds)
    }
}

@Composable
private fun Choose(
    words: Vocabulary,
    edited: Edited,
    deeds: MoodDeeds,
) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
    if (edited.erased != null) {
        UndoCard(stringResource(R.string.mood_put_back), deeds.entry.putBack) {
            RubyText(stringResource(R.string.mood_erased))
        }
    }
    EntryProblem(edited, deeds.entry.again)
    val quiet = LocalTone.current.quiet
    RubyText(stringResource(R.string.mood_how), style = Type.quiet, color = quiet)
    Levels(words.levels, deeds.log)
    RubyText(stringResource(R.string.mood_private), style = Type.quiet, color = quiet)
}

/** What was written down, how it is undone, and what can be added. */
@Composable
private fun Made(
    entry: MoodEntry,
    words: Vocabulary,
    edited: Edited,
    deeds: MoodDeeds,
) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
    UndoCard(stringResource(R.string.mood_undo), deeds.entry.erase) {
        words.levels.firstOrNull { it.number == entry.level }?.let { LevelWords(it, Modifier.fillMaxWidth()) }
        RubyText(stringResource(R.string.mood_made, entry.clock()))
    }
    EntryProblem(edited, deeds.entry.again)
    RubyText(stringResource(R.string.mood_enough), color = LocalTone.current.quiet)
    EntryParts(entry, words, deeds.entry)
    if (edited.calls) Listening(edited.lines, deeds.entry.open, deeds.entry.listen)
    SmallStep(edited, deeds.entry)
    QuietButton(stringResource(R.string.mood_another), deeds.another, Modifier.fillMaxWidth())
}

/** Where else the log leads. */
@Composable
private fun Ways(deeds: MoodDeeds) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
    RubyText(stringResource(R.string.mood_written), style = Type.heading, isHeading = true)
    for ((name, go) in listOf(
        R.string.mood_today to deeds.today,
        R.string.mood_calendar to deeds.calendar,
        R.string.mood_files to deeds.files,
        R.string.mood_questions to deeds.questions,
    )) {
        QuietButton(stringResource(name), go, Modifier.fillMaxWidth())
    }
}
