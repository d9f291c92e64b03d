package jp.tsunagari.ui.mood

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.Unfold
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.Edited
import jp.tsunagari.ui.model.MoodDay

/** What is done on the page of a day. */
class MoodDayDeeds(
    /** Opens an entry of the log. */
    val open: (MoodId) -> Unit,
    /** Writes a level down for this day. */
    val log: (Int) -> Unit,
    /** Erases what was written down on this page. */
    val undo: () -> Unit,
    val putBack: () -> Unit,
    val previous: () -> Unit,
    val next: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** A day of the log: its entries, and a way to write one more, or none. */
@Composable
fun MoodDayScreen(
    asked: Asked<MoodDay>,
    edited: Edited,
    deeds: MoodDayDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    asked.value?.let { dayWords(it.day) } ?: stringResource(R.string.mood_day),
    deeds.back,
    modifier,
) {
    asked.problem?.let { KeptGate(it, asked.value != null, deeds.gate) }
    asked.value?.let { shown ->
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
            Undone(edited, deeds)
            if (shown.entries.isEmpty()) {
                RubyText(stringResource(R.string.mood_paper), color = LocalTone.current.quiet)
            }
            for (entry in shown.entries) key(entry.id.value) { EntryOf(entry, shown.words, deeds.open) }
            key(shown.day) {
                Unfold(stringResource(R.string.mood_write_day)) { Levels(shown.words.levels, deeds.log) }
            }
            Turn(
                R.string.mood_day_before to deeds.previous,
                (R.string.mood_day_after to deeds.next).takeIf { shown.hasNext },
            )
        }
    }
}

@Composable
private fun Undone(edited: Edited, deeds: MoodDayDeeds) {
    EntryProblem(edited, deeds.gate.again)
    when {
        edited.entry != null -> UndoCard(stringResource(R.string.mood_undo), deeds.undo) {
            RubyText(stringResource(R.string.mood_made, edited.entry.clock()))
            RubyText(stringResource(R.string.mood_made_open), style = Type.quiet, color = LocalTone.current.quiet)
        }

        edited.erased != null -> UndoCard(stringResource(R.string.mood_put_back), deeds.putBack) {
            RubyText(stringResource(R.string.mood_erased))
        }
    }
}

/** An entry among others: when, how, and the beginning of what was added. */
@Composable
internal fun EntryOf(
    entry: MoodEntry,
    words: Vocabulary,
    open: (MoodId) -> Unit,
) = QuietCard(press = Modifier.clickable(role = Role.Button) { open(entry.id) }) {
    RubyText(entry.clock(), style = Type.quiet, color = LocalTone.current.quiet)
    words.levels.firstOrNull { it.number == entry.level }?.let { LevelWords(it, Modifier.fillMaxWidth()) }
    val said = words.labels.named(entry.labels)
    val around = words.contexts.named(entry.contexts)
    if (said.isNotEmpty()) RubyText(said)
    if (around.isNotEmpty()) RubyText(around, style = Type.quiet, color = LocalTone.current.quiet)
    if (entry.note.isNotBlank()) RubyText(entry.note.beginning())
}

/** The first lines of a note; all of it stands on the page of its entry. */
internal fun String.beginning(): String {
    val first = lines().take(LINES).joinToString("\n").take(LETTERS)
    return if (first.length < length) "$first…" else first
}

private const val LINES = 3
private const val LETTERS = 120
