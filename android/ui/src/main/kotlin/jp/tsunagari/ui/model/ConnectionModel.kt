package jp.tsunagari.ui.model

import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.ConnectionBack
import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.KeptAnswers
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** The forms there are, and who listens beside them. */
data class ConnectionForms(
    val forms: List<ConnectionForm>,
    val lines: List<Card>,
    val emergency: List<EmergencyLine>,
)

/** What somebody answered, and what came back. None of it is kept unless they say so. */
data class Answered(
    /** The form that is shown; none while one is chosen. */
    val form: ConnectionForm? = null,
    /** Values of answers, by the place of their question. */
    val answers: Map<Int, Int> = emptyMap(),
    val back: ConnectionBack? = null,
    /** What others answered, for who asked for it. */
    val figures: ConnectionFigures? = null,
    /** These answers, when they were kept. */
    val kept: KeptAnswers? = null,
    val problem: TsunagariError? = null,
) {
    /** Every question has an answer, so that a sentence can come back. */
    val isWhole: Boolean get() = form != null && form.questions.indices.all { it in answers }
}

/** つながりの質問. It can be used where nothing is kept, and left at any point. */
class ConnectionModel(private val api: TsunagariApi, private val scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<ConnectionForms>())
    private val state = MutableStateFlow(Answered())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<Asked<ConnectionForms>> = asked.asStateFlow()
    val answered: StateFlow<Answered> = state.asStateFlow()
    val gate = Gate(api, scope) { error -> state.update { it.copy(problem = error) } }

    init {
        scope.launch { combine(api.whenever(Changed.DIRECTORY), tries) { _, _ -> }.collectLatest { load() } }
        scope.launch { api.whenever(Changed.LOCK, Changed.ANSWERS).collectLatest { lookForKept() } }
    }

    /** Shows the questions of a form, with no answers. */
    fun choose(form: ConnectionForm) {
        state.value = Answered(form)
    }

    /** Goes back to the forms; what was answered is gone. */
    fun leave() {
        state.value = Answered()
    }

    /** Answers a question, or takes the answer back. What came back for other answers goes. */
    fun answer(question: Int, value: Int) = state.update {
        val same = it.answers[question] == value
        Answered(it.form, if (same) it.answers - question else it.answers + (question to value))
    }

    /** Asks for a sentence back. */
    fun sayBack() = attempt { form, answers ->
        val back = api.journal.back(form.id, answers, area())
        update(answers) { it.copy(back = back, problem = null) }
    }

    /** Goes back to the questions; the answers stay. */
    fun change() = state.update { Answered(it.form, it.answers) }

    /** What others answered, because somebody asked twice. */
    fun askFigures() = attempt { form, answers ->
        val figures = api.journal.figures(form.id)
        update(answers) { it.copy(figures = figures, problem = null) }
    }

    /** Keeps the answers, because the person said so. */
    fun keep() = attempt { form, answers ->
        if (state.value.kept != null) return@attempt
        val kept = api.journal.keep(form.id, answers)
        update(answers) { it.copy(kept = kept, problem = null) }
    }

    /** Takes what was kept just now away again. */
    fun undoKeep() = attempt { _, answers ->
        state.value.kept?.let { api.journal.eraseKept(it.id) }
        update(answers) { it.copy(kept = null, problem = null) }
    }

    /** Asks the same again. */
    fun again() {
        state.update { it.copy(problem = null) }
        tries.update { it + 1 }
    }

    private suspend fun load() = asked.ask {
        val area = area()
        ConnectionForms(api.journal.forms(), api.journal.listening(area), api.directory.emergency(area))
    }

    /** What was kept here may be erased elsewhere; and what could not be kept may be kept now. */
    private suspend fun lookForKept() {
        val kept = state.value.kept
        val here = have { api.journal.keptAnswers() }
        state.update {
            it.copy(
                kept = it.kept.takeUnless { now -> now == kept && (here == null || kept !in here) },
                problem = it.problem.takeUnless { problem -> problem?.hides == true && here != null },
            )
        }
    }

    private fun attempt(deed: suspend (ConnectionForm, List<Int>) -> Unit) {
        val now = state.value
        val form = now.form ?: return
        if (!now.isWhole) return
        val answers = form.questions.indices.map(now.answers::getValue)
        scope.launch {
            try {
                deed(form, answers)
            } catch (error: TsunagariError) {
                update(answers) { it.copy(problem = error) }
            }
        }
    }

    /** What comes for answers that were changed meanwhile is not shown. */
    private fun update(answers: List<Int>, change: (Answered) -> Answered) = state.update { now ->
        if (now.answers.toSortedMap().values.toList() == answers) change(now) else now
    }

    private suspend fun area(): String? = have { api.home.choice().area }
}
