package jp.tsunagari.ui.shell

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.home.EmergencyRow

/**
 * Opens the core, and shows [content] over it. Until then the page is empty, since it takes less than a moment; where it
 * cannot be opened, the emergency row is there all the same, and what can be done is said.
 */
@Composable
fun Opening(
    open: suspend () -> TsunagariApi,
    call: (String) -> Unit,
    content: @Composable (TsunagariApi) -> Unit,
) {
    var api by remember { mutableStateOf<TsunagariApi?>(null) }
    var problem by remember { mutableStateOf<TsunagariError?>(null) }
    var tries by remember { mutableIntStateOf(0) }
    LaunchedEffect(tries) {
        try {
            api = open()
        } catch (error: TsunagariError) {
            problem = error
        }
    }
    when (val opened = api) {
        null -> TsunagariTheme {
            Ground(LocalPalette.current.page, Modifier.fillMaxSize().safeDrawingPadding(), gap = Space.none) {
                Column(Modifier.weight(1f).padding(Space.large)) {
                    problem?.let { ProblemCard(it, stale = false, again = { tries++ }) }
                }
                if (problem != null) EmergencyRow(emptyList(), call)
            }
        }

        else -> content(opened)
    }
}
