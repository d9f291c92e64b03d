package jp.tsunagari.ui.plan

import jp.tsunagari.core.Changed
import jp.tsunagari.core.HardHours
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.kept.Deeds
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.model.hides
import jp.tsunagari.ui.model.whenever
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** The plan as it is shown in a hard hour. */
data class PlanShown(
    /** `null` only until the first answer, and where not even the directory can be read. */
    val hours: HardHours? = null,
    /** Why the person's lines are not there, or not as they are now. */
    val problem: TsunagariError? = null,
) {
    /** The person's lines may be seen. */
    val isOpen: Boolean get() = hours != null && problem?.hides != true

    /** There are lines of the person. */
    val hasLines: Boolean get() = hours?.steps.orEmpty().any { it.lines.isNotEmpty() }
}

/**
 * つらいときのメモ, to be read. Whatever goes wrong with the plan, those who listen stand below; lines that were shown stay
 * unless they may be seen no more.
 */
class PlanModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val area: String? = null,
) {
    private val plan = MutableStateFlow(PlanShown())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)

    val shown: StateFlow<PlanShown> = plan.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        scope.launch {
            combine(api.whenever(Changed.PLAN, Changed.DIRECTORY, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { load() }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Gives the plan as a page to print, to [give], which says whether it could. */
    fun print(give: suspend (String) -> Boolean) = deeds.print(give) {
        anywhere { api.keepsakes.planPage(area = it) }
    }

    private suspend fun load() {
        try {
            plan.value = PlanShown(anywhere { api.keepsakes.plan(it) })
        } catch (error: TsunagariError) {
            // What may be seen no more goes before anything else is asked.
            plan.update { PlanShown(it.hours?.without(error), error) }
            val below = orNull { anywhere { api.keepsakes.hardHoursWithoutPlan(it) } } ?: return
            plan.update { it.copy(hours = below.copy(steps = it.hours?.steps ?: below.steps)) }
        }
    }

    /** An area that nobody knows any more keeps nothing away. */
    private suspend fun <T> anywhere(question: suspend (String?) -> T): T = try {
        question(area)
    } catch (error: TsunagariError.Invalid) {
        if (error.field == "area") question(null) else throw error
    }

    private suspend fun <T> orNull(question: suspend () -> T): T? = try {
        question()
    } catch (_: TsunagariError) {
        null
    }

    private fun HardHours.without(error: TsunagariError) =
        if (error.hides) copy(steps = steps.map { it.copy(lines = emptyList()) }) else this
}
