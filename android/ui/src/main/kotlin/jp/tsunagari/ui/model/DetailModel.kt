package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.Detail
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Section
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

/** What a person did with an entry. */
data class DetailDone(
    /** They read the warning and went on. */
    val readWarning: Boolean = false,
    /** It is set aside; `null` where it cannot be. */
    val favourite: Boolean? = null,
    /** Why it could not be set aside or taken off. */
    val problem: TsunagariError? = null,
)

/** The warning that comes before anything else, until it was read. */
fun DetailDone.warning(detail: Detail): Section? = detail.traceWarning.takeUnless { readWarning }

/** One entry. Where traces could endanger somebody, the warning comes first, and nothing about it is kept. */
class DetailModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val id: EntryId,
    private val area: String? = null,
) {
    private val asked = MutableStateFlow(Asked<Detail>())
    private val deeds = MutableStateFlow(DetailDone())
    private val tries = MutableStateFlow(0)

    val detail: StateFlow<Asked<Detail>> = asked.asStateFlow()
    val done: StateFlow<DetailDone> = deeds.asStateFlow()

    init {
        scope.launch {
            combine(api.whenever(Changed.DIRECTORY, Changed.FAVOURITES, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { load() }
        }
    }

    /** Goes on behind the warning. */
    fun goOn() = deeds.update { it.copy(readWarning = true) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    /** Sets it aside, or takes it off. */
    fun toggleFavourite() {
        val was = deeds.value.favourite ?: return
        scope.launch {
            try {
                if (was) api.keepsakes.removeFavourite(id) else api.keepsakes.addFavourite(id)
                deeds.update { it.copy(favourite = !was, problem = null) }
            } catch (error: TsunagariError) {
                deeds.update { it.copy(problem = error) }
            }
        }
    }

    private suspend fun load() {
        asked.ask { api.directory.show(id, area) }
        val safe = asked.value.value?.card?.traceWarning == false
        val favourite = try {
            if (safe) api.keepsakes.favourites().any { it.id == id } else null
        } catch (_: TsunagariError) {
            // Nothing is kept, or it is locked: then nothing can be set aside.
            null
        }
        deeds.update { it.copy(favourite = favourite) }
    }
}
