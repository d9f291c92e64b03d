package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.FirstBaseline
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Dp
import jp.tsunagari.ui.R

/**
 * A page that scrolls: the way back and its title, where it has them, then what is on it, [gap] apart; [foot] stays in
 * sight.
 */
@Composable
internal fun TitledPage(
    title: String?,
    back: (() -> Unit)?,
    modifier: Modifier = Modifier,
    gap: Dp = Space.huge,
    titleStyle: TextStyle = Type.title,
    foot: @Composable () -> Unit = { },
    content: @Composable ColumnScope.() -> Unit,
) = Ground(LocalPalette.current.page, modifier.fillMaxSize(), gap = Space.none) {
    OnBack(back)
    Column(
        Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(Space.large),
        Arrangement.spacedBy(Space.large),
    ) {
        if (title != null || back != null) PageHead(title, titleStyle, aside = null) { BackButton(back) }
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(gap), content = content)
    }
    foot()
}

/**
 * As [TitledPage], for what can be long. [ways] stand in the place of the button back where there are others; [aside] comes
 * and goes at the end of the line of the title, so that nothing moves.
 */
@Composable
internal fun TitledList(
    title: String?,
    back: (() -> Unit)?,
    modifier: Modifier = Modifier,
    aside: String? = null,
    foot: @Composable () -> Unit = { },
    ways: @Composable () -> Unit = { BackButton(back) },
    content: LazyListScope.() -> Unit,
) = Ground(LocalPalette.current.page, modifier.fillMaxSize(), gap = Space.none) {
    OnBack(back)
    LazyColumn(
        Modifier.weight(1f),
        contentPadding = PaddingValues(Space.large),
        verticalArrangement = Arrangement.spacedBy(Space.large),
    ) {
        item(key = "head") { PageHead(title, Type.title, aside, ways) }
        content()
    }
    foot()
}

/** How every page begins. */
@Composable
private fun PageHead(
    title: String?,
    titleStyle: TextStyle,
    aside: String?,
    ways: @Composable () -> Unit,
) = Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
    ways()
    if (title != null) {
        Beside(aside) { RubyText(title, style = titleStyle, isHeading = true) }
    }
}

/** [aside] at the end of the line of a title, where both have room on it; else the title stands alone. */
@Composable
private fun Beside(aside: String?, title: @Composable () -> Unit) = Layout(
    {
        title()
        if (aside != null) RubyText(aside, style = Type.quiet, color = LocalTone.current.quiet)
    },
    Modifier.fillMaxWidth(),
) { both, constraints ->
    val room = constraints.maxWidth
    val words = both.sumOf { it.maxIntrinsicWidth(Constraints.Infinity) }
    val line = constraints.copy(minWidth = 0)
    val named = both.first().measure(line)
    val said = both.getOrNull(1)?.takeIf { words + Space.large.roundToPx() <= room }?.measure(line)
    layout(room, named.height) {
        named.placeRelative(0, 0)
        said?.placeRelative(room - said.width, named[FirstBaseline] - said[FirstBaseline])
    }
}

@Composable
private fun BackButton(back: (() -> Unit)?) {
    if (back != null) QuietButton(stringResource(R.string.back), back)
}
