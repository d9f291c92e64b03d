package jp.tsunagari.ui.design

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color

/** A ground and all that may stand on it: nothing is drawn in a pair of colours that is not here. */
@Immutable
data class Tone(
    val ground: Color,
    val text: Color,
    /** Text that may wait. */
    val quiet: Color,
    /** Edges and marks. */
    val line: Color,
)

/** The tone of the ground one is drawn on. */
val LocalTone = staticCompositionLocalOf { Palette.LIGHT.page }
