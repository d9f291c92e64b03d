package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.OffsetDateTime
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
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

/** What is done on the page of an entry of the log. */
class MoodEntryDeeds(
    val setLevel: (Int) -> Unit,
    val setTime: (OffsetDateTime) -> Unit,
    val entry: EntryDeeds,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** One entry of the log: all of it can be changed, and it can be erased and put back. */
@Composable
fun MoodEntryScreen(
    words: Asked<Vocabulary>,
    edited: Edited,
    deeds: MoodEntryDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(
    edited.entry?.dayWords ?: stringResource(R.string.mood_entry),
    deeds.back,
    modifier,
    foot = { if (edited.calls) ListeningFoot(edited.emergency, deeds.entry.listen, deeds.entry.call) },
) {
    words.problem?.let { KeptGate(it, words.value != null, deeds.gate) }
    words.value?.let { vocabulary ->
        val entry = edited.entry
        when {
            entry != null -> Entry(entry, vocabulary, edited, deeds)
            edited.erased != null -> Erased(edited, deeds)
            edited.problem is TsunagariError.NotFound -> QuietCard { RubyText(stringResource(R.string.mood_gone)) }
            else -> EntryProblem(edited, deeds.gate.again)
        }
    }
}

@Composable
private fun Entry(
    entry: MoodEntry,
    words: Vocabulary,
    edited: Edited,
    deeds: MoodEntryDeeds,
) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
    EntryProblem(edited, deeds.gate.again)
    words.levels.firstOrNull { it.number == entry.level }?.let { level ->
        QuietCard {
            LevelWords(level, Modifier.fillMaxWidth())
            RubyText(stringResource(R.string.mood_felt, entry.clock()), style = Type.quiet)
        }
    }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        EntryParts(entry, words, deeds.entry)
        Unfold(stringResource(R.string.mood_change_level)) {
            ChosenLevel(words.levels, entry.level, deeds.setLevel)
        }
        Unfold(stringResource(R.string.mood_change_time)) { EntryTime(entry, deeds.setTime) }
    }
    if (edited.calls) Listening(edited.lines, deeds.entry.open, deeds.entry.listen)
    SmallStep(edited, deeds.entry)
    QuietButton(stringResource(R.string.mood_erase), deeds.entry.erase, Modifier.fillMaxWidth())
}

@Composable
private fun Erased(edited: Edited, deeds: MoodEntryDeeds) =
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        UndoCard(stringResource(R.string.mood_put_back), deeds.entry.putBack) {
            RubyText(stringResource(R.string.mood_erased))
            RubyText(stringResource(R.string.mood_erased_what), style = Type.quiet, color = LocalTone.current.quiet)
        }
        EntryProblem(edited, deeds.entry.putBack)
    }
