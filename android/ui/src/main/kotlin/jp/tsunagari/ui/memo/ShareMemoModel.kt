package jp.tsunagari.ui.memo

import jp.tsunagari.core.Changed
import jp.tsunagari.core.Code
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
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

/** What of the memo is shown to somebody. */
data class MemoShown(
    /** To be read aloud or shown large: one a field; none while no field may be shown. */
    val sentences: List<String>,
    /** The same as a code; `null` when it is longer than one code holds. */
    val code: Code?,
    /** Then the titles of the longest fields, since it helps most to shorten these. */
    val longest: List<String>,
)

/** The memo, to be shown to somebody: the fields that the person chose, and nothing else. */
class ShareMemoModel(private val api: TsunagariApi, scope: CoroutineScope) {
    private val asked = MutableStateFlow(Asked<MemoShown>())
    private val tries = MutableStateFlow(0)
    private val deeds = Deeds(scope)

    val shown: StateFlow<Asked<MemoShown>> = asked.asStateFlow()
    val doing: StateFlow<Doing> = deeds.doing

    init {
        scope.launch {
            combine(api.whenever(Changed.MEMO, Changed.LOCK), tries) { _, _ -> }
                .collectLatest { asked.ask { load() } }
        }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin() = deeds.act { api.lock.begin() }

    /** Gives what may be shown as a page to print, to [give], which says whether it could. */
    fun print(give: suspend (String) -> Boolean) = deeds.print(give) { api.keepsakes.memoPage() }

    private suspend fun load(): MemoShown {
        val sentences = unless("share") { api.keepsakes.sharedMemo().sentences }
            ?: return MemoShown(emptyList(), code = null, longest = emptyList())
        val code = unless("qr") { api.keepsakes.memoCode() }
        return MemoShown(sentences, code, if (code == null) longest() else emptyList())
    }

    private suspend fun longest(): List<String> = api.keepsakes.memo().filter { it.share }
        .sortedByDescending { it.text.toByteArray().size }.take(NAMED).map { it.title }

    private suspend fun <T> unless(field: String, question: suspend () -> T): T? = try {
        question()
    } catch (error: TsunagariError.Invalid) {
        if (error.field == field) null else throw error
    }

    private companion object {
        const val NAMED = 2
    }
}
