package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.ui.plan.PlanDeeds
import jp.tsunagari.ui.plan.PlanEditDeeds
import jp.tsunagari.ui.plan.PlanEditModel
import jp.tsunagari.ui.plan.PlanEditScreen
import jp.tsunagari.ui.plan.PlanModel
import jp.tsunagari.ui.plan.PlanScreen
import jp.tsunagari.ui.plan.PlanStepDeeds
import jp.tsunagari.ui.plan.PlanStepScreen
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Plan(fill: suspend Stage.() -> Unit = { writePlan() }) = On {
    val plan = model("plan") {
        fill()
        PlanModel(api, scope).also { model -> model.shown.first { it.hours != null } }
    }
    val shown by plan.shown.collectAsState()
    val doing by plan.doing.collectAsState()
    PlanScreen(
        shown,
        doing,
        PlanDeeds(
            cardDeeds(),
            { press("edit") },
            { plan.print { true.also { _ -> press("print ${it.isNotEmpty()}") } } },
            gate(plan::begin, plan::again),
            { press("back") },
        ),
    )
}

@Composable
internal fun Stage.PlanEdit() = On {
    val edit = planEdit()
    val asked by edit.draft.collectAsState()
    val doing by edit.doing.collectAsState()
    PlanEditScreen(
        asked,
        doing,
        PlanEditDeeds({ press("step $it") }, gate(edit::begin, edit::again), { press("back") }),
    )
}

@Composable
internal fun Stage.PlanStep(number: Int = 2) = On {
    val edit = planEdit()
    val asked by edit.draft.collectAsState()
    val doing by edit.doing.collectAsState()
    PlanStepScreen(
        number,
        asked,
        doing,
        PlanStepDeeds(
            { text, then -> edit.write(number, text, then) },
            { edit.put(number, it) },
            edit::change,
            edit::up,
            edit::down,
            edit::remove,
            edit::undo,
            { press("find") },
            gate(edit::begin, edit::again),
            { press("back") },
        ),
    )
}

private fun Stage.planEdit() = model("plan edit") {
    writePlan()
    PlanEditModel(api, scope).also { model -> model.draft.first { it.value != null } }
}

internal suspend fun Stage.writePlan() {
    val written = listOf(
        1 to said("夜になると考えが止まらない", "よる ねむれない", "My thoughts go round at night"),
        2 to said("温かいお茶をいれて、窓をあける", "おちゃを のむ", "Make tea and open the window"),
        2 to said("好きな曲を一曲だけきく", "すきな おんがくを きく", "One song that I like"),
        2 to said("ふとんに入って目をとじる", "ふとんに はいる", "Lie down and close my eyes"),
        4 to said("いとこのみちる 090-1234-5678（夜10時まで）", "みちる 090-1234-5678", "Michiru, my cousin, 090-1234-5678"),
        7 to said("猫のこむぎ", "ねこの こむぎ", "Komugi the cat"),
    )
    for ((step, text) in written) api.keepsakes.addToPlan(step, NewPlanLine.Written(text))
    gone { api.keepsakes.addToPlan(3, NewPlanLine.Listed(it)) }
    api.keepsakes.addToPlan(5, NewPlanLine.Listed(EntryId("fake.night")))
}
