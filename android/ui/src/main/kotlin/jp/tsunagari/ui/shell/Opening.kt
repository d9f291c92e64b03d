package jp.tsunagari.ui.shell

import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.home.EmergencyRow
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.settings.Chosen
import jp.tsunagari.ui.words
import kotlinx.coroutines.CancellationException

/**
 * Opens the core, and shows [content] over it. Until then the page is empty, since it takes less than a moment; where it
 * cannot be opened, the emergency row is there all the same, and what can be done is said. [labels] are those of [TsunagariApp].
 */
@Composable
fun Opening(
    open: suspend () -> TsunagariApi,
    choices: Choices,
    labels: @Composable (Language, @Composable () -> Unit) -> Unit,
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
        } catch (left: CancellationException) {
            throw left
        } catch (_: RuntimeException) {
            problem = TsunagariError.Unexpected("open")
        } catch (_: LinkageError) {
            // The core was not built for this phone.
            problem = TsunagariError.Unexpected("open")
        }
    }
    when (val opened = api) {
        null -> Chosen(choices) {
            labels(choices.language) {
                TsunagariTheme {
                    Ground(LocalPalette.current.page, Modifier.fillMaxSize().safeDrawingPadding()) {
                        problem?.let { NotOpened(it, again = { tries++ }, call) }
                    }
                }
            }
        }

        else -> content(opened)
    }
}

/** It did not open: nobody is left with nothing. */
@Composable
internal fun NotOpened(
    problem: TsunagariError,
    again: () -> Unit,
    call: (String) -> Unit,
) = TitledPage(title = null, back = null, foot = { EmergencyRow(emptyList(), call) }) {
    QuietCard {
        RubyText(stringResource(problem.wordsOfOpening))
        QuietButton(stringResource(R.string.problem_again), again, Modifier.fillMaxWidth())
    }
}

private val TsunagariError.wordsOfOpening: Int
    get() = when (this) {
        is TsunagariError.Full, is TsunagariError.NeedsNewerVersion -> words
        // Before the phone was unlocked once, no key can be had.
        is TsunagariError.Locked -> R.string.opening_locked
        else -> R.string.opening_failed
    }
