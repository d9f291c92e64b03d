package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SaidCard
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.SettingsShown

/** What is done on the page where everything is forgotten. */
class ForgetDeeds(
    val forget: () -> Unit,
    /** To the page of backups. */
    val backup: () -> Unit,
    val back: () -> Unit,
)

/** Everything is forgotten: what goes and what stays, then a step of its own, since this alone cannot be undone; [atLast] begins there. */
@Composable
fun ForgetScreen(
    shown: SettingsShown,
    deeds: ForgetDeeds,
    modifier: Modifier = Modifier,
    atLast: Boolean = false,
) {
    var last by remember { mutableStateOf(atLast) }
    val back = { if (last && !shown.forgotten) last = false else deeds.back() }
    TitledPage(stringResource(R.string.forget_title), back, modifier) {
        shown.problem?.let { ProblemCard(it, stale = false, again = deeds.forget) }
        when {
            shown.forgotten -> Forgotten()
            shown.lock == LockState.NothingKept -> RubyText(stringResource(R.string.forget_nothing))
            last -> Last(deeds)
            else -> What(deeds) { last = true }
        }
    }
}

@Composable
private fun What(deeds: ForgetDeeds, next: () -> Unit) {
    Part(stringResource(R.string.forget_goes)) {
        Point(stringResource(R.string.forget_goes_words), Type.body)
        Point(stringResource(R.string.forget_goes_check_ins), Type.body)
        Point(stringResource(R.string.forget_goes_me), Type.body)
    }
    Part(stringResource(R.string.forget_stays)) {
        Point(stringResource(R.string.forget_stays_directory), Type.body)
        Point(stringResource(R.string.forget_stays_choices), Type.body)
        Point(stringResource(R.string.forget_stays_backups), Type.body)
    }
    QuietButton(stringResource(R.string.forget_backup), deeds.backup, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.forget_next), next, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.forget_not), deeds.back, Modifier.fillMaxWidth())
}

@Composable
private fun Last(deeds: ForgetDeeds) {
    var understood by remember { mutableStateOf(false) }
    QuietCard(tone = LocalPalette.current.urgent) {
        RubyText(stringResource(R.string.forget_last), style = Type.heading)
        RubyText(stringResource(R.string.forget_last_words))
    }
    RowGroup({ SwitchRow(stringResource(R.string.forget_understood), understood, { understood = it }) })
    QuietButton(stringResource(R.string.forget_not), deeds.back, Modifier.fillMaxWidth())
    if (understood) {
        QuietButton(
            stringResource(R.string.forget_do),
            deeds.forget,
            Modifier.fillMaxWidth(),
            LocalPalette.current.urgentAction,
        )
    }
}

@Composable
private fun Forgotten() {
    SaidCard(stringResource(R.string.forget_done))
    RubyText(stringResource(R.string.forget_done_more))
}
