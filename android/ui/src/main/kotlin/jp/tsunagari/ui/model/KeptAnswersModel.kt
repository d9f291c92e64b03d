package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
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

/** Answers to つながりの質問 that somebody kept. Each is erased at once, and can be put back with the day of today. */
class KeptAnswersModel(private val api: TsunagariApi, private val scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<List<KeptAnswers>>())
    private val gone = MutableStateFlow<KeptAnswers?>(null)
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<Asked<List<KeptAnswers>>> = asked.asStateFlow()

    /** What was erased last. */
    val erased: StateFlow<KeptAnswers?> = gone.asStateFlow()
    val gate = Gate(api, scope, ::failed)

    init {
        scope.launch {
            combine(api.whenever(Changed.ANSWERS, Changed.LOCK), tries) { _, _ -> }.collectLatest {
                asked.ask { api.journal.keptAnswers() }
                if (asked.value.problem?.hides == true) gone.value = null
            }
        }
    }

    fun erase(answers: KeptAnswers) = attempt {
        api.journal.eraseKept(answers.id)
        gone.value = answers
    }

    /** Keeps what was erased last again, with the day of today. */
    fun putBack() = attempt {
        val answers = gone.value ?: return@attempt
        api.journal.keep(answers.form, answers.answers)
        gone.value = null
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private fun attempt(deed: suspend () -> Unit) {
        scope.launch {
            try {
                deed()
            } catch (error: TsunagariError) {
                failed(error)
            }
        }
    }

    private fun failed(error: TsunagariError) = asked.update { it.copy(problem = error) }
}
