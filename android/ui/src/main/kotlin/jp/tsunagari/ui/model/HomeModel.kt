package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.QuietLine
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What Home shows. */
data class HomeShown(
    /** At most one quiet line. */
    val line: QuietLine? = null,
    /** The emergency row for where the person is. */
    val emergency: List<EmergencyLine> = emptyList(),
)

/** Home. It is there at once, whatever the lock says: what cannot be had is left out, and nothing is said of it. */
class HomeModel(private val api: TsunagariApi, private val scope: CoroutineScope) {
    private val home = MutableStateFlow(HomeShown())

    val shown: StateFlow<HomeShown> = home.asStateFlow()

    init {
        scope.launch {
            api.whenever(Changed.LOCK, Changed.HOME, Changed.CHECK_INS, Changed.DIRECTORY).collectLatest { load() }
        }
    }

    /** もう出さない. */
    fun neverAgain() {
        val id = home.value.line?.id ?: return
        scope.launch { orNull { api.home.neverAgain(id) } }
    }

    private suspend fun load() {
        val area = orNull { api.home.choice() }?.area
        val emergency = orNull { api.directory.emergency(area) }
        home.update { it.copy(emergency = emergency ?: it.emergency) }
        val line = orNull { api.home.line() }
        home.update { it.copy(line = line) }
    }

    private suspend fun <T> orNull(question: suspend () -> T): T? = try {
        question()
    } catch (_: TsunagariError) {
        null
    }
}
