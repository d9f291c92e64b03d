package jp.tsunagari.ui.ask

import jp.tsunagari.core.Area
import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Changed
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.Question
import jp.tsunagari.core.QuestionKind
import jp.tsunagari.core.TsunagariApi
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

/** A page of the guided finder: what it asks or found, and the way that led to it. */
data class AskPage(
    /** The answers with which each page so far was asked for, this one last. */
    val way: List<GivenAnswers>,
    val step: AskStep,
) {
    /** Nothing was answered yet, so that another form can be begun. */
    val isFirst: Boolean get() = way.last().given.isEmpty() && !way.last().enough
}

/** What is ticked, on this page and on those before and behind it. */
data class AskTicks(
    /** Options by question. */
    val options: Map<String, Set<String>> = emptyMap(),
    val area: Area? = null,
) {
    fun has(question: String, option: String): Boolean = option in options[question].orEmpty()
}

/** The guided finder. Nothing of it is stored: it is gone with this model. */
class AskModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val wanted = MutableStateFlow(START)
    private val asked = MutableStateFlow(Asked<AskPage>())
    private val given = MutableStateFlow(AskTicks())
    private val tries = MutableStateFlow(0)

    val page: StateFlow<Asked<AskPage>> = asked.asStateFlow()
    val ticks: StateFlow<AskTicks> = given.asStateFlow()

    init {
        scope.launch {
            combine(wanted, api.whenever(Changed.DIRECTORY), tries) { way, _, _ -> way }.collectLatest { way ->
                asked.ask { AskPage(way, api.directory.guide(way.last())) }
            }
        }
    }

    /** Ticks an option, or takes it back. Of one answer the new one takes the place of the old one. */
    fun tick(question: Question, option: String) = given.update { ticks ->
        val there = ticks.options[question.id].orEmpty()
        val others = if (question.kind == QuestionKind.MANY) there - option else emptySet()
        val now = if (option in there) others else others + option
        ticks.copy(options = ticks.options + (question.id to now))
    }

    /** Says where, or with `null` no more. */
    fun choose(area: Area?) = given.update { it.copy(area = area) }

    /** Goes on. What is not ticked was passed over. */
    fun next() = answer(enough = false)

    /** Leads to results with what is known. */
    fun enough() = answer(enough = true)

    /** Begins another form. What was ticked stays. */
    fun begin(form: AskForm) {
        val page = asked.value.value ?: return
        go(page.way + GivenAnswers(form = form.id))
    }

    /** One page back, with its answers; `false` where there is none. */
    fun back(): Boolean {
        val before = asked.value.value?.way.orEmpty().dropLast(1)
        if (before.isNotEmpty()) go(before)
        return before.isNotEmpty()
    }

    /** Takes everything back and begins anew. */
    fun startOver() {
        given.value = AskTicks()
        go(START)
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private fun answer(enough: Boolean) {
        val page = asked.value.value ?: return
        val questions = (page.step as? AskStep.Questions)?.questions ?: return
        val before = page.way.last()
        val ticks = given.value
        val now = questions.associate { question ->
            val there = question.groups.flatMap { group -> group.options.map { it.id } }
            question.id to ticks.options[question.id].orEmpty().intersect(there.toSet())
        }
        val area = if (questions.any { it.kind == QuestionKind.AREA }) ticks.area?.code else before.area
        go(page.way + before.copy(given = before.given + now, area = area, enough = enough))
    }

    /** What could not be had before is asked for again. */
    private fun go(way: List<GivenAnswers>) = if (wanted.value == way) again() else wanted.value = way

    private companion object {
        val START = listOf(GivenAnswers())
    }
}
