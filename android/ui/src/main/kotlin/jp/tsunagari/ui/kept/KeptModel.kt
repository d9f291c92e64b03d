package jp.tsunagari.ui.kept

import jp.tsunagari.core.Changed
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.TsunagariApi
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

/** What somebody set aside, with what the directory says of it now. */
class KeptModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<List<KeptEntry>>())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)

    val entries: StateFlow<Asked<List<KeptEntry>>> = asked.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        scope.launch {
            combine(api.whenever(Changed.FAVOURITES, Changed.DIRECTORY, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { api.keepsakes.favourites() } }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Takes an entry off. One that is gone from the directory cannot be set aside again. */
    fun remove(entry: KeptEntry) = deeds.take {
        api.keepsakes.removeFavourite(entry.id)
        suspend { api.keepsakes.addFavourite(entry.id).let { } }.takeIf { entry.now is KeptEntry.Standing.Here }
    }

    /** Sets aside again what was taken off last. */
    fun undo() = deeds.undo()
}
