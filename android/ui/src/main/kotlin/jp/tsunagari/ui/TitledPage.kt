package jp.tsunagari.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** A page that scrolls: the way back, its title, and what is on it. */
@Composable
internal fun TitledPage(
    title: String,
    back: () -> Unit,
    modifier: Modifier = Modifier,
    content: @Composable ColumnScope.() -> Unit,
) = Ground(LocalPalette.current.page, modifier.fillMaxSize()) {
    Column(
        Modifier.verticalScroll(rememberScrollState()).padding(Space.large),
        Arrangement.spacedBy(Space.huge),
    ) {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
            QuietButton(stringResource(R.string.back), back)
            RubyText(title, style = Type.title, isHeading = true)
        }
        content()
    }
}
