package jp.tsunagari.app.screen

import jp.tsunagari.app.Graph
import jp.tsunagari.app.R
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** How far the app is on the way to its first page. */
internal sealed interface Opening {
    /** It takes a moment. */
    data object Going : Opening

    data class Open(val api: TsunagariApi) : Opening

    /** It did not open; what can be done about it. */
    data class Failed(val error: TsunagariError) : Opening {
        val words: Int
            get() = when (error) {
                is TsunagariError.Full -> R.string.app_opening_full
                is TsunagariError.NeedsNewerVersion -> R.string.app_opening_newer
                is TsunagariError.Locked -> R.string.app_opening_locked
                else -> R.string.app_opening_failed
            }
    }
}

/** Opens the app, again when it is asked to. */
internal class OpeningModel(private val graph: Graph) {
    private val state = MutableStateFlow<Opening>(Opening.Going)

    val shown: StateFlow<Opening> = state.asStateFlow()

    init {
        open()
    }

    fun open() {
        state.value = Opening.Going
        graph.scope.launch {
            state.value = try {
                Opening.Open(graph.opened().api)
            } catch (error: TsunagariError) {
                Opening.Failed(error)
            }
        }
    }
}
