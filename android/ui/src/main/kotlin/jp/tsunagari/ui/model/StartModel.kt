package jp.tsunagari.ui.model

import jp.tsunagari.core.Area
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** The cards of the first start, in order: words first, so that the others can be read. */
enum class StartCard {
    LANGUAGE,
    AREA,
    NETWORK,
}

/** What the first start shows. */
data class StartShown(
    val card: StartCard = StartCard.LANGUAGE,
    /** Name of the area that was chosen. */
    val areaName: String? = null,
    /** Something is kept on this device already, or can be. */
    val keeps: Boolean = false,
    /** Why it could not be begun. */
    val problem: TsunagariError? = null,
)

/**
 * The first start. Nothing is required, and nothing private is made unless somebody asks for it. [leave] goes on to Home
 * with the area that was chosen, which is kept only where things are kept.
 */
class StartModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val store: ChoiceStore,
    private val leave: (Area?) -> Unit,
) {
    private val start = MutableStateFlow(StartShown())
    private var area: Area? = null

    val shown: StateFlow<StartShown> = start.asStateFlow()

    init {
        scope.launch { api.whenever(Changed.LOCK, Changed.HOME).collectLatest { load() } }
    }

    fun next() = turn(1)

    fun before() = turn(-1)

    fun speak(language: Language) {
        store.change { it.copy(language = language) }
        scope.launch { quietly { api.speak(language) } }
    }

    /** An area was chosen on the page for it. */
    fun chose(chosen: Area) {
        area = chosen
        start.update { it.copy(areaName = chosen.name, problem = null) }
        scope.launch { quietly { keepArea() } }
    }

    /** さがすだけ, and leaving at any card. */
    fun searchOnly() {
        store.change { it.copy(started = true) }
        leave(area)
    }

    /** 残しながら使う. */
    fun keep() {
        scope.launch {
            try {
                api.lock.begin()
                keepArea()
                searchOnly()
            } catch (error: TsunagariError) {
                start.update { it.copy(problem = error) }
            }
        }
    }

    private fun turn(by: Int) = start.update {
        it.copy(card = StartCard.entries[(it.card.ordinal + by).coerceIn(StartCard.entries.indices)])
    }

    private suspend fun keepArea() {
        val chosen = area ?: return
        if (api.lock.state() is LockState.Open) api.home.setArea(chosen.code)
    }

    private suspend fun load() = quietly {
        val state = api.lock.state()
        start.update { it.copy(keeps = state != LockState.NothingKept) }
        val kept = if (state is LockState.Open) api.home.choice().areaName else null
        start.update { it.copy(areaName = area?.name ?: kept) }
    }

    /** What cannot be had is left out: none of it is needed to begin. */
    private suspend fun quietly(deed: suspend () -> Unit) = try {
        deed()
    } catch (_: TsunagariError) {
        Unit
    }
}
