package jp.tsunagari.app.screen

import android.content.Context
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import jp.tsunagari.app.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText

/** It did not open: what can be done, and where help is all the same. Nobody is left with nothing. */
@Composable
internal fun OpeningPage(
    failed: Opening.Failed,
    texts: Context,
    again: () -> Unit,
    call: (String) -> Unit,
) = Ground(LocalPalette.current.page, Modifier.fillMaxSize().verticalScroll(rememberScrollState())) {
    RubyText(texts.getString(failed.words))
    QuietButton(texts.getString(R.string.app_opening_again), again, Modifier.fillMaxWidth())
    RubyText(texts.getString(R.string.app_opening_call))
    for (number in listOf("110", "119")) QuietButton(number, { call(number) }, Modifier.fillMaxWidth())
}
