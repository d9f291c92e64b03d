package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.plan.PlanDeeds
import jp.tsunagari.ui.plan.PlanEditDeeds
import jp.tsunagari.ui.plan.PlanEditModel
import jp.tsunagari.ui.plan.PlanEditScreen
import jp.tsunagari.ui.plan.PlanModel
import jp.tsunagari.ui.plan.PlanScreen
import jp.tsunagari.ui.plan.PlanStepDeeds
import jp.tsunagari.ui.plan.PlanStepScreen

@Composable
internal fun Shell.PlanPage(step: Step) {
    val plan = step.model("plan") { PlanModel(api, it, area.value?.code) }
    val shown by plan.shown.collectAsState()
    val doing by plan.doing.collectAsState()
    val deeds = PlanDeeds(
        cardDeeds(),
        { open(Route.PlanEdit) },
        { plan.print(::print) },
        gate(plan::begin, plan::again),
        ::back,
    )
    PlanScreen(shown, doing, deeds)
}

@Composable
internal fun Shell.PlanEditPage(step: Step) {
    val edit = step.model("plan edit") { PlanEditModel(api, it) }
    val asked by edit.draft.collectAsState()
    val doing by edit.doing.collectAsState()
    val deeds = PlanEditDeeds({ open(Route.PlanStep(it)) }, gate(edit::begin, edit::again), ::back)
    PlanEditScreen(asked, doing, deeds)
}

@Composable
internal fun Shell.PlanStepPage(step: Step, number: Int) {
    val edit = step.model("plan step") { PlanEditModel(api, it) }
    val asked by edit.draft.collectAsState()
    val doing by edit.doing.collectAsState()
    val deeds = PlanStepDeeds(
        { text, then -> edit.write(number, text, then) },
        { edit.put(number, it) },
        edit::change,
        edit::up,
        edit::down,
        edit::remove,
        edit::undo,
        ::listen,
        gate(edit::begin, edit::again),
        ::back,
    )
    PlanStepScreen(number, asked, doing, deeds)
}
