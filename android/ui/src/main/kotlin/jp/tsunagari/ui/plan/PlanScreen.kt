package jp.tsunagari.ui.plan

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.HardHours
import jp.tsunagari.core.PlanStep
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.kept.CallCard
import jp.tsunagari.ui.kept.CardDeeds
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate

/** What is done on the page of the plan. */
class PlanDeeds(
    val card: CardDeeds,
    /** To writing and changing the plan. */
    val edit: () -> Unit,
    /** Prints the plan. */
    val print: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/**
 * つらいときのメモ, as somebody needs it in a hard hour: their own lines large, then those who listen, and the emergency row
 * always in sight. Where there are no lines, those who listen come first.
 */
@Composable
fun PlanScreen(
    shown: PlanShown,
    doing: Doing,
    deeds: PlanDeeds,
    modifier: Modifier = Modifier,
) {
    val hours = shown.hours
    TitledPage(
        stringResource(R.string.plan_title),
        deeds.back,
        modifier,
        foot = { EmergencyRow(hours?.emergency.orEmpty(), deeds.card.call) },
    ) {
        val problem = shown.problem
        val unbegun = problem is TsunagariError.NothingKept
        if (problem != null && !unbegun) KeptGate(problem, stale = shown.hasLines, deeds.gate)
        hours?.steps.orEmpty().filter { it.lines.isNotEmpty() }.forEach { StepRead(it, deeds.card) }
        if (hours != null) Listening(hours, deeds.card)
        DeedProblem(doing)
        // To begin is an offer: whoever needs somebody now finds them above it.
        if (problem != null && unbegun) KeptGate(problem, stale = false, deeds.gate)
        when {
            shown.isOpen && shown.hasLines -> Further(deeds)
            shown.isOpen && problem == null -> NotWritten(hours?.steps.orEmpty(), deeds.edit)
        }
    }
}

/** A step with the person's lines. */
@Composable
private fun StepRead(step: PlanStep, deeds: CardDeeds) = Part(step.title) {
    step.lines.forEach { LineRead(it, step.title, deeds) }
}

/** Those who listen, and what must be said of numbers. */
@Composable
private fun Listening(hours: HardHours, deeds: CardDeeds) = Part(stringResource(R.string.plan_listening)) {
    hours.listening.forEach { CallCard(it, deeds) }
    hours.emergencyNotes.forEach { Point(it) }
}

/** What can be done with the plan, below all that a hard hour needs. */
@Composable
private fun Further(deeds: PlanDeeds) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
    QuietButton(stringResource(R.string.plan_edit), deeds.edit, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.plan_print), deeds.print, Modifier.fillMaxWidth())
}

/** What could be written, as an offer. */
@Composable
private fun NotWritten(steps: List<PlanStep>, edit: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.plan_empty))
    Column { steps.forEach { Point(it.title) } }
    QuietButton(stringResource(R.string.plan_begin), edit, Modifier.fillMaxWidth())
}
