package jp.tsunagari.ui.checkins

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.LocalTime
import jp.tsunagari.core.CheckIn
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Silence
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SaidCard
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.CheckInDraft
import jp.tsunagari.ui.model.CheckInsDone
import jp.tsunagari.ui.model.CheckInsShown

/** What is done on the pages of check-ins. */
class CheckInsDeeds(
    val make: () -> Unit,
    val edit: (CheckIn) -> Unit,
    val draft: ((CheckInDraft) -> CheckInDraft) -> Unit,
    val save: () -> Unit,
    val drop: () -> Unit,
    val switchOn: (CheckInId, Boolean) -> Unit,
    val less: (CheckInId) -> Unit,
    val asOften: (CheckIn) -> Unit,
    val remove: (CheckIn) -> Unit,
    val undo: () -> Unit,
    val silence: SilenceDeeds,
    val beginSelfTest: () -> Unit,
    /** Has the platform ask whether the app may speak, or opens its settings where it does not ask any more. */
    val openPermission: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** What is done about silence. */
class SilenceDeeds(
    val enoughForToday: () -> Unit,
    /** 休む for so many days, or with `null` until [endRest]. */
    val rest: (Int?) -> Unit,
    val endRest: () -> Unit,
    val setQuiet: (LocalTime, LocalTime) -> Unit,
    val setAlone: (Boolean) -> Unit,
)

/** Check-ins, what must stay silent, and whether notices come; or the one that is being made or changed. */
@Composable
fun CheckInsScreen(
    asked: Asked<CheckInsShown>,
    silence: Silence?,
    done: CheckInsDone,
    deeds: CheckInsDeeds,
    modifier: Modifier = Modifier,
) {
    val draft = done.draft
    if (draft == null) {
        All(asked, silence, done, deeds, modifier)
    } else {
        EditCheckIn(draft, done.problem, deeds, modifier)
    }
}

@Composable
private fun All(
    asked: Asked<CheckInsShown>,
    silence: Silence?,
    done: CheckInsDone,
    deeds: CheckInsDeeds,
    modifier: Modifier,
) = TitledPage(stringResource(R.string.checkins_title), deeds.back, modifier) {
    val shown = asked.value
    asked.problem?.let { KeptGate(it, stale = shown != null, deeds.gate) }
    done.problem?.let { DeedProblem(it, deeds.gate.again) }
    done.removed?.let {
        val words = stringResource(R.string.checkins_removed, it.text)
        SaidCard(words, undoWords = stringResource(R.string.checkins_undo), undo = deeds.undo)
    }
    if (shown != null) {
        if (silence?.maySpeak == false && shown.all.isNotEmpty()) NoPermission(deeds.openPermission)
        if (shown.all.isEmpty()) RubyText(stringResource(R.string.checkins_none))
        shown.all.forEach { one -> CheckInCard(one, silence, deeds) }
        QuietButton(
            stringResource(R.string.checkins_add),
            deeds.make,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
    }
    // Resting works with the lock on, too; where there is nothing to be silent about, nothing is said of it.
    val speaks = shown == null || shown.all.isNotEmpty()
    if (silence != null && speaks) SilencePart(silence, open = shown != null, deeds = deeds.silence)
    if (shown != null && speaks) SelfTestPart(shown.selfTest, deeds)
}

/** The app may not speak: that is fine, and said, with a way to change it. */
@Composable
private fun NoPermission(open: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.checkins_no_permission))
    QuietButton(stringResource(R.string.checkins_open_permission), open, Modifier.fillMaxWidth())
}

/** Why what was asked for could not be done. */
@Composable
internal fun DeedProblem(problem: TsunagariError, again: () -> Unit) {
    val words = problem.aboutCheckIns
    if (words == null) {
        ProblemCard(problem, stale = false, again = again)
    } else {
        QuietCard { RubyText(stringResource(words)) }
    }
}
