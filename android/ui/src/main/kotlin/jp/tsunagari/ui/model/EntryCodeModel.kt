package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.EntryCode
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariApi
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/**
 * An entry as a code. Where traces could endanger somebody, only if the person said that they may stand on another phone:
 * [traces].
 */
class EntryCodeModel(
    api: TsunagariApi,
    scope: CoroutineScope,
    id: EntryId,
    area: String? = null,
    traces: Boolean = false,
) {
    private val asked = MutableStateFlow(Asked<EntryCode>())
    private val tries = MutableStateFlow(0)

    val code: StateFlow<Asked<EntryCode>> = asked.asStateFlow()

    init {
        scope.launch {
            combine(api.whenever(Changed.DIRECTORY), tries) { _, _ -> }
                .collectLatest { asked.ask { api.directory.code(id, area, traces) } }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }
}
