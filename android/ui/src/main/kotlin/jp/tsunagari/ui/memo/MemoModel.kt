package jp.tsunagari.ui.memo

import jp.tsunagari.core.Changed
import jp.tsunagari.core.MemoField
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

/** The memo (相談メモ), for the person alone: what they would otherwise have to say at every desk anew. */
class MemoModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<List<MemoField>>())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)

    val fields: StateFlow<Asked<List<MemoField>>> = asked.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        scope.launch {
            combine(api.whenever(Changed.MEMO, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { api.keepsakes.memo() } }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Keeps what was written in a field; [then] when it is kept. */
    fun write(
        field: MemoField,
        text: String,
        then: () -> Unit = { },
    ) = deeds.act(then) { api.keepsakes.setMemo(field.code, text) }

    /** Says whether a field may be shown to somebody. */
    fun share(field: MemoField, share: Boolean) = deeds.act { api.keepsakes.shareMemo(listOf(field.code), share) }

    /** Empties a field. */
    fun clear(field: MemoField) = deeds.take {
        api.keepsakes.clearMemo(listOf(field.code))
        suspend {
            api.keepsakes.setMemo(field.code, field.text)
            if (field.share) api.keepsakes.shareMemo(listOf(field.code), true)
        }
    }

    /** Brings back the field that was emptied last, with what was said of showing it. */
    fun undo() = deeds.undo()
}
