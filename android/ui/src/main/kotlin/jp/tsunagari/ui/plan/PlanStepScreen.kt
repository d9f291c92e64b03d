package jp.tsunagari.ui.plan

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
import jp.tsunagari.core.Card
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.PlanLine
import jp.tsunagari.core.PlanStep
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.UndoBar
import jp.tsunagari.ui.design.exceeds
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked

/** What is done on the page of a step. */
class PlanStepDeeds(
    /** Adds a line, and says when it is there. */
    val write: (String, () -> Unit) -> Unit,
    val put: (EntryId) -> Unit,
    /** Puts other words in the place of a line, and says when they are there. */
    val change: (LineAt, String, () -> Unit) -> Unit,
    val up: (LineAt) -> Unit,
    val down: (LineAt) -> Unit,
    val remove: (LineAt) -> Unit,
    /** Brings back the line that was removed last. */
    val undo: () -> Unit,
    /** To finding, for an entry that is not offered here: it can be set aside there. */
    val find: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** One step of the plan: its lines, to be changed and put in order, and a field for another one. */
@Composable
fun PlanStepScreen(
    number: Int,
    asked: Asked<PlanDraft>,
    doing: Doing,
    deeds: PlanStepDeeds,
    modifier: Modifier = Modifier,
) {
    val step = asked.value?.steps?.firstOrNull { it.number == number }
    TitledPage(
        step?.title ?: stringResource(R.string.plan_edit_title),
        deeds.back,
        modifier,
        foot = { if (doing.taken && step != null) UndoBar(stringResource(R.string.write_removed), deeds.undo) },
    ) {
        asked.problem?.let { KeptGate(it, stale = step != null, deeds.gate) }
        DeedProblem(doing)
        if (step != null) {
            Lines(step, deeds)
            NewLine(step, deeds.write)
            Offered(asked.value?.offered.orEmpty().filterNot { step.has(it) }, deeds)
        }
    }
}

@Composable
private fun Lines(step: PlanStep, deeds: PlanStepDeeds) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.large)) {
        step.lines.forEachIndexed { index, line ->
            // What is being written in a line goes with it when others are moved.
            key(line.words, step.lines.take(index).count { it.words == line.words }) {
                LineCard(LineAt(step.number, index + 1, line), last = index == step.lines.lastIndex, deeds = deeds)
            }
        }
    }
}

/** The field is emptied when its line was added, not before. */
@Composable
private fun NewLine(step: PlanStep, write: (String, () -> Unit) -> Unit) {
    var text by rememberSaveable { mutableStateOf("") }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        TextArea(
            stringResource(R.string.plan_new),
            text,
            { text = it },
            LINE,
            hint = stringResource(R.string.plan_for_example, step.hint),
        )
        QuietButton(
            stringResource(R.string.plan_add),
            { if (!LINE.exceeds(text)) write(text) { text = "" } },
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
    }
}

/** Entries to put in as they are. */
@Composable
private fun Offered(offered: List<Card>, deeds: PlanStepDeeds) {
    var open by rememberSaveable { mutableStateOf(false) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        val words = if (open) R.string.plan_offered_fewer else R.string.plan_offered
        QuietButton(stringResource(words), { open = !open }, Modifier.fillMaxWidth())
        if (!open) return@Column
        RubyText(stringResource(R.string.plan_offered_how), style = Type.quiet, color = LocalTone.current.quiet)
        for (card in offered) {
            QuietButton(stringResource(R.string.plan_put, card.name), { deeds.put(card.id) }, Modifier.fillMaxWidth())
        }
        QuietButton(stringResource(R.string.kept_find), deeds.find, Modifier.fillMaxWidth())
    }
}

private fun PlanStep.has(card: Card) = lines.any { it is PlanLine.Listed && it.entry.id == card.id }

/** A line of the plan. */
internal val LINE = TextLimits(most = 200, lines = 2)
