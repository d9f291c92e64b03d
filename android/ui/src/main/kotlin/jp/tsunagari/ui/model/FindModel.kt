package jp.tsunagari.ui.model

import jp.tsunagari.core.Answer
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.TsunagariApi
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** Finding somebody to talk to: while nothing is typed all lines, open ones first, then what fits the words. */
class FindModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    area: String? = null,
) {
    private val asked = MutableStateFlow(FindRequest(text = "", area = area, own = true))
    private val found = MutableStateFlow(Asked<Answer>())
    private val tries = MutableStateFlow(0)

    val request: StateFlow<FindRequest> = asked.asStateFlow()
    val answer: StateFlow<Asked<Answer>> = found.asStateFlow()

    init {
        val changed = api.whenever(Changed.DIRECTORY, Changed.OWN, Changed.LOCK)
        scope.launch {
            combine(asked, changed, tries) { request, _, _ -> request }.collectLatest { request ->
                found.ask { if (request.text.isBlank()) lines(request) else api.directory.find(request) }
            }
        }
    }

    fun type(text: String) = asked.update { it.copy(text = text) }

    fun choose(filters: Filters) = asked.update { it.copy(filters = filters) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private suspend fun lines(request: FindRequest) = Answer(
        danger = false,
        understood = null,
        gaps = emptyList(),
        cards = api.directory.lines(request.area, request.filters),
        own = emptyList(),
        cut = false,
        emergency = emptyList(),
    )
}
