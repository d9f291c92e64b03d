package jp.tsunagari.ui.model

import jp.tsunagari.core.Busy
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Changed
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.WayKind
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** A line did not answer: what else there is. What was tried is known to this page alone, unless the person says so. */
class BusyModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    request: BusyRequest,
) {
    private val asked = MutableStateFlow(request.copy(remember = false))
    private val found = MutableStateFlow(Asked<Busy>())
    private val offered = MutableStateFlow(false)
    private val tries = MutableStateFlow(0)

    val busy: StateFlow<Asked<Busy>> = found.asStateFlow()

    /** What was tried could be remembered for a day. */
    val mayRemember: StateFlow<Boolean> = offered.asStateFlow()

    init {
        scope.launch {
            combine(asked, api.whenever(Changed.DIRECTORY, Changed.LOCK), tries) { request, _, _ -> request }
                .collectLatest(::load)
        }
    }

    /** This one did not answer either. */
    fun alsoTried(id: EntryId, kind: WayKind) = asked.update { it.copy(ids = it.ids - id + id, kind = kind) }

    /** The person wants it remembered for a day. */
    fun remember() = asked.update { it.copy(remember = true) }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private suspend fun load(request: BusyRequest) {
        found.ask { api.directory.busy(request) }
        // Never of a line whose traces could endanger somebody; the core would not keep those either.
        val line = found.value.value?.line
        offered.value = line?.traceWarning == false && found.value.value?.remembered == false && isOpen()
    }

    private suspend fun isOpen(): Boolean = try {
        api.lock.state() is LockState.Open
    } catch (_: TsunagariError) {
        false
    }
}
