package jp.tsunagari.ui.own

import jp.tsunagari.core.Changed
import jp.tsunagari.core.OwnEntry
import jp.tsunagari.core.OwnId
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.ui.kept.Deeds
import jp.tsunagari.ui.kept.Doing
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

/** Entries of one's own: for the list of them, and for the page on which one is written. */
class OwnModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<List<OwnEntry>>())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)

    val entries: StateFlow<Asked<List<OwnEntry>>> = asked.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        scope.launch {
            combine(api.whenever(Changed.OWN, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { api.keepsakes.owns() } }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Keeps a new entry, or with [id] another text of one; [then] when it is kept. */
    fun save(
        id: OwnId?,
        words: OwnWords,
        then: () -> Unit = { },
    ) = deeds.act(then) {
        if (id == null) api.keepsakes.addOwn(words) else api.keepsakes.changeOwn(id, words)
    }

    fun remove(entry: OwnEntry) = deeds.take {
        api.keepsakes.removeOwn(entry.id)
        suspend { api.keepsakes.addOwn(entry.written()).let { } }
    }

    /** Writes again what was removed last. */
    fun undo() = deeds.undo()
}

/** What the person wrote in it. */
internal fun OwnEntry.written() = OwnWords(name, kana, tel, address, hours, note)
