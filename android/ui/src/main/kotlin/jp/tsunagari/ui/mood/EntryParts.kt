package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodWord
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.Unfold
import jp.tsunagari.ui.design.WordChoice
import jp.tsunagari.ui.design.Words
import jp.tsunagari.ui.find.EntryCard
import jp.tsunagari.ui.model.Edited
import jp.tsunagari.ui.model.MoodEditor

/** What is done with an entry that somebody writes. */
class EntryDeeds(
    val toggleLabel: (String) -> Unit,
    val toggleContext: (String) -> Unit,
    val note: (String) -> Unit,
    /** A small step, because somebody asks for one. */
    val askStep: () -> Unit,
    val erase: () -> Unit,
    val putBack: () -> Unit,
    /** Tries once more to keep what could not be kept. */
    val again: () -> Unit,
    /** Opens an entry of the directory. */
    val open: (EntryId) -> Unit,
    /** To finding, with all who listen. */
    val listen: () -> Unit,
    /** Gives a number to the dialler. */
    val call: (String) -> Unit,
) {
    constructor(editor: MoodEditor, open: (EntryId) -> Unit, listen: () -> Unit, call: (String) -> Unit) : this(
        editor::toggleLabel,
        editor::toggleContext,
        editor::setNote,
        editor::askStep,
        editor::erase,
        editor::putBack,
        editor::again,
        open,
        listen,
        call,
    )
}

/** Words, what was around, a note: each only for who wants to add it. */
@Composable
internal fun EntryParts(
    entry: MoodEntry,
    words: Vocabulary,
    deeds: EntryDeeds,
    unfolded: Boolean = false,
) = key(entry.id.value) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        Chosen(R.string.mood_labels, words.labels, entry.labels, unfolded, deeds.toggleLabel)
        Chosen(R.string.mood_contexts, words.contexts, entry.contexts, unfolded, deeds.toggleContext)
        Unfold(stringResource(R.string.mood_note), Modifier, entry.note.beginning(), unfolded) {
            // Kept here as well, so that no letter waits for the disk.
            var note by rememberSaveable { mutableStateOf(entry.note) }
            val write = { text: String ->
                note = text
                deeds.note(text)
            }
            TextArea(stringResource(R.string.mood_note_hint), note, write, NOTE)
            RubyText(stringResource(R.string.mood_note_kept), style = Type.quiet, color = LocalTone.current.quiet)
        }
    }
}

@Composable
private fun Chosen(
    title: Int,
    words: List<MoodWord>,
    chosen: Set<String>,
    unfolded: Boolean,
    toggle: (String) -> Unit,
) = Unfold(stringResource(title), Modifier, words.named(chosen), unfolded) {
    Words { words.forEach { WordChoice(it.name, it.code in chosen, { toggle(it.code) }) } }
}

/** Their names, in the order in which they can be chosen. */
@Composable
internal fun List<MoodWord>.named(chosen: Set<String>): String =
    filter { it.code in chosen }.joinToString(stringResource(R.string.mood_comma)) { it.name }

/** Why the last change is not kept yet. */
@Composable
internal fun EntryProblem(edited: Edited, again: () -> Unit) {
    val problem = edited.problem ?: return
    val words = when ((problem as? TsunagariError.Invalid)?.field) {
        "note" -> R.string.mood_note_long
        "labels", "contexts" -> R.string.mood_many_words
        "at" -> R.string.mood_time_ahead
        else -> null
    }
    when {
        // The page says it in its own words.
        problem is TsunagariError.NotFound -> Unit
        words == null -> ProblemCard(problem, stale = false, again = again)
        else -> QuietCard { RubyText(stringResource(words)) }
    }
}

/** A small step and a place nearby, after somebody asked. */
@Composable
internal fun SmallStep(edited: Edited, deeds: EntryDeeds) {
    val after = edited.after
    if (after == null) {
        if (!edited.calls) {
            QuietButton(stringResource(R.string.mood_step_ask), deeds.askStep, Modifier.fillMaxWidth())
        }
        return
    }
    after.step?.let { step ->
        QuietCard {
            RubyText(stringResource(R.string.mood_step), style = Type.quiet, color = LocalTone.current.quiet)
            RubyText(step.text, style = Type.heading)
            RubyText(step.why, style = Type.quiet, color = LocalTone.current.quiet)
        }
    }
    if (after.step == null && !edited.calls) Listening(after.lines, deeds.open, deeds.listen)
    after.place?.let { place ->
        Part(stringResource(R.string.mood_place)) {
            EntryCard(place) { deeds.open(place.id) }
        }
    }
    after.noPlace?.let { RubyText(it, style = Type.quiet, color = LocalTone.current.quiet) }
}

/** A note of an entry. */
private val NOTE = TextLimits(most = 4_000)
