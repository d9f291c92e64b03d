package jp.tsunagari.ui.plan

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.PlanStep
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked

/** What is done on the page with all steps of the plan. */
class PlanEditDeeds(
    /** Opens the page of a step, by its number. */
    val openStep: (Int) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** The seven steps with what stands in them, each to be opened and written. None has to be. */
@Composable
fun PlanEditScreen(
    asked: Asked<PlanDraft>,
    doing: Doing,
    deeds: PlanEditDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.plan_edit_title), deeds.back, modifier) {
    asked.problem?.let { KeptGate(it, stale = asked.value != null, deeds.gate) }
    DeedProblem(doing)
    asked.value?.let { draft ->
        RubyText(stringResource(R.string.plan_edit_how), color = LocalTone.current.quiet)
        draft.steps.forEach { step -> StepCard(step) { deeds.openStep(step.number) } }
    }
}

@Composable
private fun StepCard(step: PlanStep, open: () -> Unit) {
    val name = stringResource(if (step.lines.isEmpty()) R.string.plan_write else R.string.plan_rewrite)
    QuietCard(press = Modifier.clickable(onClickLabel = name, role = Role.Button, onClick = open)) {
        RubyText(step.title, style = Type.heading)
        if (step.lines.isEmpty()) {
            val example = stringResource(R.string.plan_for_example, step.hint)
            RubyText(example, style = Type.quiet, color = LocalTone.current.quiet)
        } else {
            Column { step.lines.forEach { Point(it.words, Type.body) } }
        }
    }
}
