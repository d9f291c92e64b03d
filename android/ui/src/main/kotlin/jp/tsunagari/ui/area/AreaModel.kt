package jp.tsunagari.ui.area

import jp.tsunagari.core.Area
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ask
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What the choice of an area shows beside what was found. */
data class AreaShown(
    /** What was typed. */
    val text: String = "",
    /** The name of the area that is kept now, where there is one. */
    val kept: String? = null,
    /** What could not be kept. */
    val notKept: NotKept? = null,
)

/** A choice that could not be kept, and why; [area] is `null` where none was chosen. */
data class NotKept(val area: Area?, val problem: TsunagariError)

/**
 * Choosing an area, or none. With [keep] what was chosen is remembered where something is kept, otherwise it is for now
 * only; [chosen] is told of it in any case.
 */
class AreaModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val keep: Boolean = true,
    private val chosen: (Area?) -> Unit,
) {
    private val state = MutableStateFlow(AreaShown())
    private val typed = MutableStateFlow("")
    private val found = MutableStateFlow(Asked<AreaAnswer>())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<AreaShown> = state.asStateFlow()
    val answer: StateFlow<Asked<AreaAnswer>> = found.asStateFlow()

    init {
        scope.launch {
            combine(typed, tries) { text, _ -> text.trim() }.collectLatest { text ->
                if (text.isEmpty()) found.value = Asked() else found.ask { api.directory.areas(text) }
            }
        }
        if (keep) scope.launch { readKept() }
    }

    fun type(text: String) {
        typed.value = text
        state.update { it.copy(text = text) }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    /** Chooses an area, or with `null` none. */
    fun choose(area: Area?) {
        if (!keep) return chosen(area)
        scope.launch {
            val problem = remember(area)
            state.update { it.copy(notKept = problem?.let { NotKept(area, problem) }) }
            if (problem == null) chosen(area)
        }
    }

    /** Goes on with what could not be kept. */
    fun chooseForNow() = state.value.notKept?.let { chosen(it.area) } ?: Unit

    private suspend fun remember(area: Area?): TsunagariError? = try {
        api.home.setArea(area?.code)
        null
    } catch (_: TsunagariError.NothingKept) {
        null
    } catch (_: TsunagariError.Locked) {
        null
    } catch (error: TsunagariError) {
        error
    }

    private suspend fun readKept() {
        val name = try {
            api.home.choice().areaName
        } catch (_: TsunagariError) {
            // Nothing is kept, or it cannot be read: then none is shown, and one can be chosen all the same.
            null
        }
        state.update { it.copy(kept = name) }
    }
}
