package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type

/** A number very large, in its groups, to be copied by hand, shown to somebody, or dialled on another telephone. */
@Composable
internal fun LargeNumber(
    number: String,
    close: () -> Unit,
    modifier: Modifier = Modifier,
) = TitledPage(title = null, close, modifier) { Groups(number) }

/** A number as large as the screen is wide, in its groups; read as one. */
@Composable
internal fun Groups(number: String) {
    // It does not grow with the text.
    val size = with(LocalDensity.current) { (if (number.any(Char::isLetter)) PLAIN else LARGE).toSp() }
    val style = Type.number.copy(fontSize = size, lineHeight = 1.25.em)
    Column(
        Modifier.fillMaxWidth().clearAndSetSemantics { contentDescription = number },
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        val groups = if (number.any(Char::isLetter)) listOf(number) else number.split('-')
        groups.forEach { RubyText(it, style = style, align = TextAlign.Center) }
    }
}

private val LARGE = 88.dp
private val PLAIN = 32.dp
