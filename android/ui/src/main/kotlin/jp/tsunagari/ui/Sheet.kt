package jp.tsunagari.ui

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
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** A page that scrolls, with the way back and its title; [below] stays in sight. */
@Composable
internal fun Sheet(
    title: String,
    back: () -> Unit,
    modifier: Modifier = Modifier,
    below: @Composable () -> Unit = { },
    content: @Composable ColumnScope.() -> Unit,
) {
    Ground(LocalPalette.current.page, modifier.fillMaxSize(), gap = Space.none) {
        Column(
            Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(Space.large),
            Arrangement.spacedBy(Space.huge),
        ) {
            SheetHead(title, back)
            content()
        }
        below()
    }
}

/** As [Sheet], for what can be long. */
@Composable
internal fun ListSheet(
    title: String,
    back: () -> Unit,
    modifier: Modifier = Modifier,
    below: @Composable () -> Unit = { },
    content: LazyListScope.() -> Unit,
) {
    Ground(LocalPalette.current.page, modifier.fillMaxSize(), gap = Space.none) {
        LazyColumn(
            Modifier.weight(1f),
            contentPadding = PaddingValues(Space.large),
            verticalArrangement = Arrangement.spacedBy(Space.large),
        ) {
            item(key = "head") { SheetHead(title, back) }
            content()
        }
        below()
    }
}

@Composable
private fun SheetHead(title: String, back: () -> Unit) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        QuietButton(stringResource(R.string.back), back)
        RubyText(title, style = Type.title, isHeading = true)
    }
}
