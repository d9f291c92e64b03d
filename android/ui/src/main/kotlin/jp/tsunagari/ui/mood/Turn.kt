package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Space

/** To the one before and to the one after, each on its side; what is still to come is not offered. */
@Composable
internal fun Turn(
    before: Pair<Int, () -> Unit>,
    after: Pair<Int, () -> Unit>?,
) = Row(Modifier.fillMaxWidth().height(IntrinsicSize.Max), Arrangement.spacedBy(Space.medium)) {
    val part = Modifier.weight(1f).fillMaxHeight()
    QuietButton(stringResource(before.first), before.second, part)
    if (after == null) Spacer(part) else QuietButton(stringResource(after.first), after.second, part)
}
