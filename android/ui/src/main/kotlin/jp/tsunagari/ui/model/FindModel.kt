package jp.tsunagari.ui.model

import jp.tsunagari.core.Answer
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
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

/** Finding somebody to talk to: while nothing is typed all lines, open ones first, then what fits the words. */
class FindModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val area: String? = null,
) {
    private val asked = MutableStateFlow(FindRequest(text = "", area = area, own = true))
    private val found = MutableStateFlow(Asked<Answer>())
    private val named = MutableStateFlow<String?>(null)
    private val tries = MutableStateFlow(0)

    val request: StateFlow<FindRequest> = asked.asStateFlow()
    val answer: StateFlow<Asked<Answer>> = found.asStateFlow()

    /** Name of the area, where there is one. */
    val place: StateFlow<String?> = named.asStateFlow()

    init {
        val changed = api.whenever(Changed.DIRECTORY, Changed.OWN, Changed.LOCK)
        scope.launch {
            combine(asked, changed, tries) { request, _, _ -> request }.collectLatest { request ->
                found.ask { if (request.text.isBlank()) unsaid(request) else api.directory.find(request) }
            }
        }
        if (area != null) scope.launch { named.value = name(area) }
    }

    fun type(text: String) = asked.update { it.copy(text = text) }

    fun choose(filters: Filters) = asked.update { it.copy(filters = filters) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    /** Lines; or places, where something was chosen that only places have. */
    private suspend fun unsaid(request: FindRequest): Answer {
        val (area, filters) = request.area to request.filters
        val cards = when {
            area == null || (!filters.rolePlace && filters.withinKm == null) -> api.directory.lines(area, filters)
            else -> api.directory.places(area, filters, PLACES).places.map { it.card }.filter { it.meets(filters) }
        }
        return Answer(
            danger = false,
            understood = null,
            gaps = emptyList(),
            cards = cards,
            own = emptyList(),
            cut = false,
            emergency = emptyList(),
        )
    }

    /** What places are not asked for by the core. Which language is spoken there nobody has stated. */
    private fun Card.meets(filters: Filters) = filters.spoken == null &&
        (!filters.noVoice || ways.any { it.noVoice }) &&
        (filters.ways.isEmpty() || ways.any { it.kind in filters.ways })

    private suspend fun name(area: String): String? = try {
        (api.directory.areas(area) as? AreaAnswer.One)?.area?.name
    } catch (_: TsunagariError) {
        null
    }

    private companion object {
        const val PLACES = 50
    }
}
