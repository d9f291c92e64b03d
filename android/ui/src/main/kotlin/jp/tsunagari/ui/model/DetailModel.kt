package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.Detail
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.PaperRequest
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
    /** Whether it is set aside, or could be. */
    val keeping: Keeping = Keeping.NEVER,
    /** Whether this device prints. */
    val printing: Printing = Printing.POSSIBLE,
    /** Why what was pressed last could not be done. */
    val problem: TsunagariError? = null,
)

/** Whether an entry is set aside, or could be. */
enum class Keeping {
    /** Nothing is kept of it, or nobody knows yet. */
    NEVER,

    /** Nothing is kept on this device at all: offer to begin. */
    NOTHING_KEPT,

    /** The lock has to be opened first. */
    LOCKED,
    NOT_KEPT,
    KEPT,
}

/** How it went with paper. */
enum class Printing {
    POSSIBLE,

    /** The page is being made. */
    UNDER_WAY,

    /** This device does not print: copying by hand is left. */
    IMPOSSIBLE,
}

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
    private var last: suspend () -> Unit = { }

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
    fun toggleKept() {
        when (deeds.value.keeping) {
            Keeping.KEPT -> attempt { api.keepsakes.removeFavourite(id).also { keeping(Keeping.NOT_KEPT) } }
            Keeping.NOT_KEPT -> attempt { api.keepsakes.addFavourite(id).also { keeping(Keeping.KEPT) } }
            Keeping.NEVER, Keeping.NOTHING_KEPT, Keeping.LOCKED -> Unit
        }
    }

    /** このスマホに残す: from now on something is kept here, and this entry is the first of it. */
    fun begin() {
        if (deeds.value.keeping != Keeping.NOTHING_KEPT) return
        attempt {
            api.lock.begin()
            api.keepsakes.addFavourite(id)
            keeping(Keeping.KEPT)
        }
    }

    /**
     * Has the page of this entry made and gives it to [print], which says whether it could. Where traces could endanger
     * somebody, only if the person said that it may stand on paper: [traces].
     */
    fun print(traces: Boolean, print: suspend (html: String) -> Boolean) = attempt {
        deeds.update { it.copy(printing = Printing.UNDER_WAY) }
        var printed = true
        try {
            printed = print(api.directory.paper(PaperRequest(listOf(id), area = area, traces = traces)))
        } finally {
            deeds.update { it.copy(printing = if (printed) Printing.POSSIBLE else Printing.IMPOSSIBLE) }
        }
    }

    /** Does what was pressed last once more. */
    fun onceMore() = attempt(last)

    private fun attempt(deed: suspend () -> Unit) {
        last = deed
        deeds.update { it.copy(problem = null) }
        scope.launch {
            try {
                deed()
            } catch (error: TsunagariError) {
                deeds.update { it.copy(problem = error) }
            }
        }
    }

    private fun keeping(keeping: Keeping) = deeds.update { it.copy(keeping = keeping) }

    private suspend fun load() {
        asked.ask { api.directory.show(id, area) }
        val safe = asked.value.value?.card?.traceWarning == false
        keeping(if (safe) kept() else Keeping.NEVER)
    }

    private suspend fun kept(): Keeping = try {
        if (api.keepsakes.favourites().any { it.id == id }) Keeping.KEPT else Keeping.NOT_KEPT
    } catch (_: TsunagariError.NothingKept) {
        Keeping.NOTHING_KEPT
    } catch (_: TsunagariError.Locked) {
        Keeping.LOCKED
    } catch (_: TsunagariError) {
        Keeping.NEVER
    }
}
