package androidx.compose.ui.res

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.desktop.StringFiles

/** Android's function of this name, which Compose for the desktop does not have. */
@Composable
@ReadOnlyComposable
fun stringResource(id: Int): String = StringFiles.text(LocalStrings.current, id)

/** As above, with what stands in the text. */
@Composable
@ReadOnlyComposable
fun stringResource(id: Int, vararg formatArgs: Any): String = stringResource(id).format(*formatArgs)
