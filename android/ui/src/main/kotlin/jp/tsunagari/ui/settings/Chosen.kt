package jp.tsunagari.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Density
import jp.tsunagari.ui.design.LocalReadings
import jp.tsunagari.ui.model.Choices

/** Shows [content] with the letters and readings that were chosen. */
@Composable
fun Chosen(choices: Choices, content: @Composable () -> Unit) {
    val system = LocalDensity.current
    CompositionLocalProvider(
        LocalReadings provides choices.showsReadings,
        LocalDensity provides Density(system.density, fontScale(system.fontScale, choices)),
        content = content,
    )
}

/**
 * How large letters are: what was chosen on top of what the system says. Beyond twice the usual size words no longer fit
 * on a narrow screen, so it ends there unless the system itself goes further.
 */
internal fun fontScale(system: Float, choices: Choices): Float =
    (system * choices.textSize.factor).coerceAtMost(maxOf(LARGEST, system))

private const val LARGEST = 2f
