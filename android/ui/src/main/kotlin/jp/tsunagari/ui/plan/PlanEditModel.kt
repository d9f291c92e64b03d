package jp.tsunagari.ui.plan

import java.util.concurrent.ConcurrentHashMap
import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.PlanLine
import jp.tsunagari.core.PlanStep
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.ui.kept.Deeds
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ask
import jp.tsunagari.ui.model.whenever
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What the pages show on which the plan is written. */
data class PlanDraft(
    val steps: List<PlanStep>,
    /** Entries that can be put in at once: what was set aside, then those who listen. */
    val offered: List<Card>,
)

/** Where a line stands: its step, its place from 1 on, and the line, so that no other is taken for it. */
data class LineAt(
    val step: Int,
    val place: Int,
    val line: PlanLine,
)

/** つらいときのメモ, to be written and changed. */
class PlanEditModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<PlanDraft>())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)
    private val adding = ConcurrentHashMap.newKeySet<Pair<Int, NewPlanLine>>()

    val draft: StateFlow<Asked<PlanDraft>> = asked.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        val changed = api.whenever(Changed.PLAN, Changed.FAVOURITES, Changed.DIRECTORY, Changed.LOCK)
        scope.launch { combine(changed, tries) { _, _ -> }.collectLatest { asked.ask { load() } } }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Adds a line in the person's words; [then] when it is there. */
    fun write(
        step: Int,
        text: String,
        then: () -> Unit = { },
    ) = add(step, NewPlanLine.Written(text), then)

    /** Adds an entry of the directory. */
    fun put(step: Int, entry: EntryId) = add(step, NewPlanLine.Listed(entry)) { }

    /** Puts other words in the place of a line; [then] when they are there. */
    fun change(
        at: LineAt,
        text: String,
        then: () -> Unit = { },
    ) = deeds.act(then) {
        if (stands(at)) api.keepsakes.changePlan(at.step, at.place, NewPlanLine.Written(text))
    }

    fun up(at: LineAt) = move(at, at.place - 1)

    fun down(at: LineAt) = move(at, at.place + 1)

    fun remove(at: LineAt) = deeds.take {
        if (!stands(at)) return@take null
        api.keepsakes.removeFromPlan(at.step, at.place)
        suspend { bringBack(at) }
    }

    /** Brings back the line that was removed last, to its place. */
    fun undo() = deeds.undo()

    private fun add(
        step: Int,
        line: NewPlanLine,
        then: () -> Unit,
    ) {
        // Whoever presses twice means one line.
        if (!adding.add(step to line)) return
        deeds.act(then) {
            try {
                api.keepsakes.addToPlan(step, line)
            } finally {
                adding.remove(step to line)
            }
        }
    }

    private fun move(at: LineAt, to: Int) = deeds.act {
        if (stands(at)) api.keepsakes.moveInPlan(at.step, at.place, to)
    }

    /** Whoever presses twice before the page has followed must not move or lose another line. */
    private suspend fun stands(at: LineAt): Boolean =
        lines(at.step).getOrNull(at.place - 1)?.let { it.isSame(at.line) } == true

    private suspend fun lines(step: Int) = api.keepsakes.plan().steps.first { it.number == step }.lines

    private suspend fun bringBack(at: LineAt) {
        api.keepsakes.addToPlan(at.step, at.line.anew())
        api.keepsakes.moveInPlan(at.step, lines(at.step).size, at.place)
    }

    private suspend fun load(): PlanDraft {
        val hours = api.keepsakes.plan()
        val kept = api.keepsakes.favourites().mapNotNull { (it.now as? KeptEntry.Standing.Here)?.card }
        return PlanDraft(hours.steps, (kept + hours.listening).distinctBy { it.id })
    }
}

/** What the directory says of an entry changes with the hour; the line does not. */
private fun PlanLine.isSame(other: PlanLine): Boolean = when (this) {
    is PlanLine.Written -> this == other
    is PlanLine.Listed -> other is PlanLine.Listed && entry.id == other.entry.id
}

/** The line as it is written again. An entry that is gone cannot be put in any more: its name can. */
private fun PlanLine.anew(): NewPlanLine = when (this) {
    is PlanLine.Written -> NewPlanLine.Written(text)
    is PlanLine.Listed -> when (entry.now) {
        is KeptEntry.Standing.Here -> NewPlanLine.Listed(entry.id)
        is KeptEntry.Standing.Gone -> NewPlanLine.Written(entry.name)
    }
}
