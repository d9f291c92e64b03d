package jp.tsunagari.ui.design

import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateListOf
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.staticCompositionLocalOf

/** The way back that the page in sight has of its own, so that the system's leads where the page's does. */
class WayBack {
    private val deeds = mutableStateListOf<() -> Unit>()

    /** `null` while the page has none. */
    val deed: (() -> Unit)? get() = deeds.lastOrNull()

    internal fun add(deed: () -> Unit) {
        deeds += deed
    }

    internal fun remove(deed: () -> Unit) {
        deeds -= deed
    }
}

/** Where pages tell their way back; the shell gives each page one. */
val LocalWayBack = staticCompositionLocalOf { WayBack() }

/** The system's way back does [deed] as long as this is shown; with `null` what it does in any case. */
@Composable
internal fun OnBack(deed: (() -> Unit)?) {
    if (deed == null) return
    val way = LocalWayBack.current
    val now by rememberUpdatedState(deed)
    DisposableEffect(way) {
        val told = { now() }
        way.add(told)
        onDispose { way.remove(told) }
    }
}
