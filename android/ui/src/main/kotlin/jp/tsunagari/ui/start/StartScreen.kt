package jp.tsunagari.ui.start

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.Language
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OnBack
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.StartCard
import jp.tsunagari.ui.model.StartShown

/** What is done on the first start. */
class StartDeeds(
    val speak: (Language) -> Unit,
    /** To the page where an area is chosen; what was chosen is told to the model. */
    val chooseArea: () -> Unit,
    val next: () -> Unit,
    val before: () -> Unit,
    /** さがすだけ, and leaving at any card. */
    val searchOnly: () -> Unit,
    val keep: () -> Unit,
)

/** The first start: three cards of which nothing is required, and which can be left at any of them. */
@Composable
fun StartScreen(
    choices: Choices,
    shown: StartShown,
    testDirectory: Boolean,
    deeds: StartDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(title = null, back = null, modifier, gap = Space.large) {
    OnBack(deeds.before.takeIf { shown.card != StartCard.LANGUAGE })
    val place = stringResource(R.string.start_place, (shown.card.ordinal + 1).toString())
    RubyText(place, style = Type.quiet, color = LocalTone.current.quiet)
    when (shown.card) {
        StartCard.LANGUAGE -> LanguageCard(choices.language, deeds.speak)
        StartCard.AREA -> AreaCard(shown, deeds.chooseArea)
        StartCard.NETWORK -> NetworkCard()
    }
    if (testDirectory) TestDirectory()
    if (shown.card == StartCard.NETWORK) Use(shown, deeds) else Onwards(deeds)
    if (shown.card != StartCard.LANGUAGE) {
        QuietButton(stringResource(R.string.start_before), deeds.before, Modifier.fillMaxWidth())
    }
    RubyText(stringResource(R.string.start_again), style = Type.quiet, color = LocalTone.current.quiet)
}

@Composable
private fun Onwards(deeds: StartDeeds) {
    QuietButton(
        stringResource(R.string.start_next),
        deeds.next,
        Modifier.fillMaxWidth(),
        LocalPalette.current.action,
    )
    QuietButton(stringResource(R.string.start_leave), deeds.searchOnly, Modifier.fillMaxWidth())
}

/** Two ways to use it, side by side in tone: neither is the better one, and nobody is asked why. */
@Composable
private fun Use(shown: StartShown, deeds: StartDeeds) {
    RubyText(stringResource(R.string.start_use), style = Type.heading, isHeading = true)
    if (shown.keeps) {
        RubyText(stringResource(R.string.start_kept))
        QuietButton(stringResource(R.string.start_done), deeds.searchOnly, Modifier.fillMaxWidth())
    } else {
        RubyText(stringResource(R.string.start_use_hint), style = Type.quiet, color = LocalTone.current.quiet)
        Way(R.string.start_search_only, R.string.start_search_only_hint, deeds.searchOnly)
        Way(R.string.start_keep, R.string.start_keep_hint, deeds.keep)
        shown.problem?.let { ProblemCard(it, stale = false, again = deeds.keep) }
    }
}

@Composable
private fun Way(
    words: Int,
    hint: Int,
    choose: () -> Unit,
) = QuietCard(tone = LocalPalette.current.door, press = Modifier.clickable(role = Role.Button, onClick = choose)) {
    RubyText(stringResource(words), style = Type.heading)
    RubyText(stringResource(hint), style = Type.quiet, color = LocalTone.current.quiet)
}

/** 試験用の名簿: said wherever one meets the directory for the first time. */
@Composable
internal fun TestDirectory() =
    Ground(LocalPalette.current.urgent, Modifier.fillMaxWidth(), Shape.card) {
        RubyText(stringResource(R.string.start_test), Modifier.padding(Space.large), Type.quiet)
    }
