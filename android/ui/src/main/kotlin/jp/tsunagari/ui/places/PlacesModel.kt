package jp.tsunagari.ui.places

import jp.tsunagari.core.Area
import jp.tsunagari.core.Around
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Filters
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ask
import jp.tsunagari.ui.model.whenever
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** Around where places are looked for. */
data class Whereabouts(val code: String, val name: String) {
    /** A whole prefecture, which has no desks of its own. */
    val isPrefecture: Boolean get() = code.length == 2
}

/** What is asked for on the page of places. */
data class PlacesWish(
    /** Where; `null` while none is chosen. */
    val where: Whereabouts? = null,
    /** Whether it is known yet where. */
    val ready: Boolean = false,
    val filters: Filters = Filters(),
)

/**
 * Places to go near the area that was chosen here, or else the one that is kept. With [kept] off nothing that is kept is
 * looked at.
 */
class PlacesModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    private val kept: Boolean = true,
) {
    private val state = MutableStateFlow(PlacesWish())
    private val found = MutableStateFlow(Asked<Around>())
    private val chosen = MutableStateFlow<Area?>(null)
    private val filters = MutableStateFlow(Filters())
    private val tries = MutableStateFlow(0)

    val wish: StateFlow<PlacesWish> = state.asStateFlow()
    val around: StateFlow<Asked<Around>> = found.asStateFlow()

    init {
        val changed = api.whenever(Changed.DIRECTORY, Changed.HOME, Changed.LOCK)
        scope.launch {
            combine(chosen, filters, changed, tries) { area, filters, _, _ -> area to filters }
                .collectLatest { (area, filters) -> load(area, filters) }
        }
    }

    /** Chooses an area, or with `null` none: then the one that is kept counts, where there is one. */
    fun choose(area: Area?) {
        chosen.value = area
    }

    fun filter(wanted: Filters) {
        filters.value = wanted
        state.update { it.copy(filters = wanted) }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private suspend fun load(area: Area?, wanted: Filters) {
        val where = area?.let { Whereabouts(it.code, it.name) } ?: home()
        // What is near one place is not near another.
        if (where != state.value.where) found.value = Asked(asking = where != null)
        state.update { it.copy(where = where, ready = true) }
        if (where != null) found.ask { api.directory.places(where.code, wanted) }
    }

    private suspend fun home(): Whereabouts? {
        if (!kept) return null
        return try {
            val choice = api.home.choice()
            choice.area?.let { Whereabouts(it, choice.areaName ?: it) }
        } catch (_: TsunagariError) {
            // Nothing is kept, or it is locked: then an area can be chosen for now.
            null
        }
    }
}
