package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.Vocabulary
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** きょうの気もち: five levels, of which one tap writes one down, and what can be added to it. */
class MoodModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<Vocabulary>())
    private val tries = MutableStateFlow(0)

    /** The words to choose from, where something can be written down. */
    val words: StateFlow<Asked<Vocabulary>> = asked.asStateFlow()

    /** The entry that was made here. */
    val editor = MoodEditor(api, scope)
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            combine(api.whenever(Changed.MOOD, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { api.journal.open() } }
        }
    }

    /** One tap. */
    fun log(level: Int) = editor.log(MoodDraft(level))

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }
}
