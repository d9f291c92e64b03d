package jp.tsunagari.ui.scan

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.LayoutCoordinates
import androidx.compose.ui.layout.boundsInWindow
import androidx.compose.ui.layout.onGloballyPositioned
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Edge
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.named
import jp.tsunagari.ui.shell.Place
import kotlin.math.roundToInt

/** The place that the platform draws the picture of the camera on, and what to do. */
@Composable
internal fun Finder(looking: Boolean, showAt: (Place?) -> Unit) {
    val card = LocalPalette.current.card
    val tell by rememberUpdatedState(showAt)
    Box(
        Modifier.named(stringResource(R.string.scan_picture)).fillMaxWidth().height(PICTURE)
            .background(card.ground).border(Edge.THIN, card.line)
            .onGloballyPositioned { tell(it.inSight()) },
    )
    DisposableEffect(Unit) { onDispose { tell(null) } }
    // That the camera is on is said, too.
    val words = stringResource(if (looking) R.string.scan_how else R.string.scan_opening)
    RubyText(words, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
}

/** As much of it as is seen, so that the picture never lies over what can be pressed. */
private fun LayoutCoordinates.inSight(): Place? {
    val bounds = boundsInWindow()
    return Place(
        left = bounds.left.roundToInt(),
        top = bounds.top.roundToInt(),
        width = bounds.width.roundToInt(),
        height = bounds.height.roundToInt(),
    ).takeIf { it.width > 0 && it.height > 0 }
}

private val PICTURE = 300.dp
