package jp.tsunagari.ui.design

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp

/** Letters are so large that they need the width for themselves. */
@Composable
@ReadOnlyComposable
internal fun isLargeText(): Boolean = LocalDensity.current.fontScale >= LARGE

/** For what is large already: it grows with the other letters until it is [most] high. */
@Composable
@ReadOnlyComposable
internal fun TextStyle.atMost(most: Dp): TextStyle =
    with(LocalDensity.current) { if (fontSize.toDp() > most) copy(fontSize = most.toSp()) else this@atMost }

/** For what is so large that it does not grow at all. */
@Composable
@ReadOnlyComposable
internal fun TextStyle.sized(size: Dp): TextStyle = copy(fontSize = with(LocalDensity.current) { size.toSp() })

private const val LARGE = 1.5f
