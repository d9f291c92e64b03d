package jp.tsunagari.ui.home

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Shape

/** The emergency row among cards; in danger now, with a title that says so. */
@Composable
internal fun EmergencyCard(
    lines: List<EmergencyLine>,
    danger: Boolean,
    call: (String) -> Unit,
) {
    val title = if (danger) R.string.danger_title else R.string.emergency_title
    Box(Modifier.clip(Shape.card)) { EmergencyRow(lines, call, title = title) }
}
