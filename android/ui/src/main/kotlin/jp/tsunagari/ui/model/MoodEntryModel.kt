package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.MoodId
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

/** One entry of the log: to read, to change, to erase. */
class MoodEntryModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    id: MoodId,
) {
    private val asked = MutableStateFlow(Asked<Vocabulary>())
    private val tries = MutableStateFlow(0)

    val words: StateFlow<Asked<Vocabulary>> = asked.asStateFlow()
    val editor = MoodEditor(api, scope).apply { open(id) }
    val gate = Gate(api, scope) { error -> asked.update { it.copy(problem = error) } }

    init {
        scope.launch {
            combine(api.whenever(Changed.MOOD, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { api.journal.open() } }
        }
    }

    /** Asks the same again. */
    fun again() {
        tries.update { it + 1 }
        editor.again()
    }
}
