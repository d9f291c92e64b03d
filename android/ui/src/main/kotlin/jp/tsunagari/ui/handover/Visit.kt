package jp.tsunagari.ui.handover

import jp.tsunagari.core.Answer
import jp.tsunagari.core.Area
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Detail
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Filters
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.ui.area.AreaModel
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ask
import jp.tsunagari.ui.model.whenever
import jp.tsunagari.ui.places.PlacesModel
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.job
import kotlinx.coroutines.launch

/** Where in the finder somebody is. */
sealed interface VisitPage {
    data object Find : VisitPage

    data object Places : VisitPage

    data object ChooseArea : VisitPage

    /** One entry; the warning comes first, until it was read. */
    data class Entry(val id: EntryId, val readWarning: Boolean = false) : VisitPage
}

/**
 * Somebody looks for help on a phone that is not theirs. Only the directory is asked, nothing that is kept, and nothing
 * is written; when it is closed, what they typed is gone.
 */
class Visit internal constructor(private val api: TsunagariApi, around: CoroutineScope) {
    private val scope = CoroutineScope(around.coroutineContext + SupervisorJob(around.coroutineContext.job))
    private val pages = MutableStateFlow<List<VisitPage>>(listOf(VisitPage.Find))
    private val asked = MutableStateFlow(FindRequest(text = ""))
    private val found = MutableStateFlow(Asked<Answer>())
    private val urgent = MutableStateFlow(emptyList<EmergencyLine>())
    private val shown = MutableStateFlow(Asked<Detail>())
    private val tries = MutableStateFlow(0)
    private var showing: Job? = null

    /** The pages that were gone through, the one that is seen last. */
    val way: StateFlow<List<VisitPage>> = pages.asStateFlow()
    val request: StateFlow<FindRequest> = asked.asStateFlow()
    val answer: StateFlow<Asked<Answer>> = found.asStateFlow()
    val emergency: StateFlow<List<EmergencyLine>> = urgent.asStateFlow()
    val entry: StateFlow<Asked<Detail>> = shown.asStateFlow()
    val places = PlacesModel(api, scope, kept = false)
    val area = AreaModel(api, scope, keep = false) { choose(it) }

    init {
        scope.launch {
            combine(asked, api.whenever(Changed.DIRECTORY), tries) { request, _, _ ->
                request
            }.collectLatest { request ->
                found.ask { if (request.text.isBlank()) lines(request) else api.directory.find(request) }
                found.value.value?.emergency?.let { urgent.value = it }
            }
        }
    }

    fun type(text: String) = asked.update { it.copy(text = text) }

    fun filter(filters: Filters) = asked.update { it.copy(filters = filters) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun openPlaces() = go(VisitPage.Places)

    fun chooseArea() = go(VisitPage.ChooseArea)

    fun open(id: EntryId) {
        shown.value = Asked()
        go(VisitPage.Entry(id))
        load(id)
    }

    /** Goes on behind the warning. */
    fun goOn() = pages.update { way ->
        way.map { if (it is VisitPage.Entry) it.copy(readWarning = true) else it }
    }

    /** Asks for the entry again. */
    fun openAgain() {
        (pages.value.last() as? VisitPage.Entry)?.let { load(it.id) }
    }

    /** One page back; `false` where there is none. */
    fun back(): Boolean {
        val there = pages.value.size > 1
        if (there) pages.update { it.dropLast(1) }
        return there
    }

    /** Back to the finder itself. */
    fun openLines() {
        pages.value = listOf(VisitPage.Find)
    }

    internal fun close() = scope.cancel()

    private fun choose(area: Area?) {
        places.choose(area)
        asked.update { it.copy(area = area?.code) }
        back()
    }

    private fun load(id: EntryId) {
        showing?.cancel()
        showing = scope.launch { shown.ask { api.directory.show(id, asked.value.area) } }
    }

    private fun go(page: VisitPage) = pages.update { it + page }

    private suspend fun lines(request: FindRequest) = Answer(
        danger = false,
        understood = null,
        gaps = emptyList(),
        cards = api.directory.lines(request.area, request.filters),
        own = emptyList(),
        cut = false,
        emergency = api.directory.emergency(request.area),
    )
}
