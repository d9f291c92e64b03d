package jp.tsunagari.ui.design

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.text.selection.LocalTextSelectionColors
import androidx.compose.foundation.text.selection.TextSelectionColors
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider

/** Light or dark as the system says. */
@Composable
fun TsunagariTheme(dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    val palette = if (dark) Palette.DARK else Palette.LIGHT
    val selection = TextSelectionColors(palette.input.line, palette.door.ground)
    MaterialTheme {
        CompositionLocalProvider(
            LocalPalette provides palette,
            LocalTone provides palette.page,
            LocalContentColor provides palette.page.text,
            LocalTextSelectionColors provides selection,
            content = content,
        )
    }
}
