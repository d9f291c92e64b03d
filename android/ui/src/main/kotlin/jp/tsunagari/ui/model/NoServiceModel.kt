package jp.tsunagari.ui.model

import jp.tsunagari.core.Card
import jp.tsunagari.core.Changed
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.WayKind
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.launch

/** The phone reaches no network (圏外): no call goes out. */
data class NoService(
    /** The nearest building in the directory that has a telephone, where the area is known. */
    val building: Card? = null,
)

/**
 * What to say while the phone reaches no network; `null` while it does. The shell has one of these, and gives what it shows to
 * every emergency row.
 *
 * @param service whether the phone reaches a network.
 * @param area where the person is; by default what they chose on this device.
 */
class NoServiceModel(
    private val api: TsunagariApi,
    scope: CoroutineScope,
    service: StateFlow<Boolean>,
    private val area: suspend () -> String? = { api.home.choice().area },
) {
    private val lost = MutableStateFlow<NoService?>(null)

    val shown: StateFlow<NoService?> = lost.asStateFlow()

    init {
        scope.launch {
            combine(service, api.whenever(Changed.LOCK, Changed.HOME, Changed.DIRECTORY)) { there, _ -> there }
                .collectLatest { there -> if (there) lost.value = null else say() }
        }
    }

    private suspend fun say() {
        // That calls do not go out is said at once, before anything is looked for.
        lost.compareAndSet(null, NoService())
        lost.value = NoService(nearest())
    }

    /** Places are near before far; one of which it is known that it is closed now comes after the others. */
    private suspend fun nearest(): Card? = try {
        val area = area()
        val places = if (area == null) emptyList() else api.directory.places(area, limit = LOOKED_AT).places
        places.map { it.card }.filter { it.hasTelephone }
            .minWithOrNull(compareBy({ it.isClosed }, { it.distanceKm ?: Int.MAX_VALUE }))
    } catch (_: TsunagariError) {
        null
    }

    private val Card.hasTelephone
        get() = address != null && !traceWarning && ways.any { it.kind == WayKind.TEL && it.dial != null }

    private val Card.isClosed get() = ways.isNotEmpty() && ways.all { it.state is OpenState.Closed }

    private companion object {
        const val LOOKED_AT = 50
    }
}
