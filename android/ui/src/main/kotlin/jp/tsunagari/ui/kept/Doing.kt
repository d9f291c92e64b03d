package jp.tsunagari.ui.kept

import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** How the last thing went that a person did on a page of what they keep. */
data class Doing(
    /** Why the last one could not be done. */
    val problem: TsunagariError? = null,
    /** Something was taken away, and can be brought back. */
    val taken: Boolean = false,
)

/** What is done on such a page: one thing after the other, and what was taken away last can be brought back. */
internal class Deeds(private val scope: CoroutineScope) {
    private val turn = Mutex()
    private val state = MutableStateFlow(Doing())
    private var bringBack: (suspend () -> Unit)? = null

    val doing: StateFlow<Doing> = state.asStateFlow()

    /** Does something; [then] when it went well. */
    fun act(then: () -> Unit = { }, deed: suspend () -> Unit) = run(then) {
        deed()
        null
    }

    /** Gives a page to [give], which prints; where nothing does, that is said. */
    fun print(give: suspend (String) -> Boolean, page: suspend () -> String) = act {
        if (!give(page())) throw TsunagariError.Unexpected("print")
    }

    /** Takes something away; [deed] gives what brings it back, or `null` when nothing can. */
    fun take(deed: suspend () -> (suspend () -> Unit)?) = run({ }, deed)

    /** Brings back what was taken away last. */
    fun undo() = act {
        bringBack?.invoke()
    }

    private fun run(then: () -> Unit, deed: suspend () -> (suspend () -> Unit)?) {
        scope.launch {
            turn.withLock {
                try {
                    val back = deed()
                    bringBack = back
                    state.value = Doing(taken = back != null)
                    then()
                } catch (error: TsunagariError) {
                    state.update { it.copy(problem = error) }
                }
            }
        }
    }
}
