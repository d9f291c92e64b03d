package jp.tsunagari.ui.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Shape as Outline
import androidx.compose.ui.unit.Dp

/** Draws the ground of a tone; what stands on it takes its colours from there. */
@Composable
fun Ground(
    tone: Tone,
    modifier: Modifier = Modifier,
    outline: Outline? = null,
    gap: Dp = Space.medium,
    content: @Composable ColumnScope.() -> Unit,
) {
    val shaped = if (outline == null) modifier else modifier.clip(outline)
    CompositionLocalProvider(LocalTone provides tone) {
        Column(shaped.background(tone.ground), Arrangement.spacedBy(gap)) { content() }
    }
}

/** Things that belong together, [edge] away from the edge of the card. With [press], the whole card is pressed. */
@Composable
fun QuietCard(
    modifier: Modifier = Modifier,
    tone: Tone = LocalPalette.current.card,
    press: Modifier = Modifier,
    edge: Dp = Space.large,
    content: @Composable ColumnScope.() -> Unit,
) {
    val shaped = modifier.fillMaxWidth().clip(Shape.card).background(tone.ground)
        .border(Edge.THIN, tone.line.copy(alpha = Edge.FAINT), Shape.card)
        .then(press)
        .padding(edge)
    CompositionLocalProvider(LocalTone provides tone) {
        Column(shaped, Arrangement.spacedBy(Space.medium)) { content() }
    }
}
