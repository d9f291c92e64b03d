package jp.tsunagari.ui.home

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.MoodId
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.CallCard
import jp.tsunagari.ui.kept.CardDeeds
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.model.HomeShown

/** Where the full home leads, beside the doors of かんたん home. */
class FullHomeDeeds(
    val doors: HomeDoors,
    val card: CardDeeds,
    /** Writes down a level. */
    val log: (Int) -> Unit,
    /** Takes back what was logged here just now. */
    val takeBack: () -> Unit,
    /** Opens an entry of the mood log, to add words. */
    val mood: (MoodId) -> Unit,
    /** To つらいときのメモ. */
    val plan: () -> Unit,
    val memo: () -> Unit,
    /** To what was set aside. */
    val kept: () -> Unit,
    /** To one's own entries. */
    val own: () -> Unit,
    val checkIns: () -> Unit,
    /** Back to かんたん home, for good. */
    val simple: () -> Unit,
)

/** The home with more on it, for who chose it: what somebody holds on to, today's mood, what comes next. */
@Composable
fun FullHomeScreen(
    home: HomeShown,
    shown: FullHomeShown,
    doing: Doing,
    deeds: FullHomeDeeds,
    modifier: Modifier = Modifier,
) {
    val doors = deeds.doors
    TitledPage(
        stringResource(R.string.home_title),
        back = null,
        modifier,
        gap = Space.large,
        foot = { EmergencyRow(home.emergency, doors.call) },
    ) {
        Doors(R.string.door_talk to doors.talk, R.string.door_go to doors.go)
        Plan(deeds.plan)
        if (shown.favourites.isNotEmpty()) Amulets(shown.favourites, deeds)
        if (shown.levels.isNotEmpty()) MoodToday(shown, doing, deeds)
        shown.next?.let { NextCard(it, deeds.checkIns) }
        home.line?.let { Line(it, doors) }
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
            Doors(R.string.memo_title to deeds.memo, R.string.own_list_title to deeds.own)
            Doors(R.string.kept_title to deeds.kept, R.string.more to doors.more)
            QuietButton(stringResource(R.string.home_to_simple), deeds.simple, Modifier.fillMaxWidth())
        }
    }
}

@Composable
private fun Doors(vararg doors: Pair<Int, () -> Unit>) = Side {
    for ((words, open) in doors) QuietButton(stringResource(words), open, tone = LocalPalette.current.door)
}

/** つらいときのメモ is one tap away. */
@Composable
private fun Plan(open: () -> Unit) =
    QuietCard(tone = LocalPalette.current.door, press = Modifier.clickable(role = Role.Button, onClick = open)) {
        Column(Modifier.fillMaxWidth()) {
            RubyText(stringResource(R.string.plan_title), style = Type.heading)
            RubyText(stringResource(R.string.home_plan_hint), style = Type.quiet, color = LocalTone.current.quiet)
        }
    }

/** お守り: a few of those that were set aside; the others are one tap further. */
@Composable
private fun Amulets(favourites: List<KeptEntry>, deeds: FullHomeDeeds) = Part(stringResource(R.string.home_amulets)) {
    for (entry in favourites.take(AMULETS)) {
        val now = entry.now
        if (now is KeptEntry.Standing.Here) CallCard(now.card, deeds.card)
    }
    if (favourites.size > AMULETS) {
        QuietButton(stringResource(R.string.home_amulets_all), deeds.kept, Modifier.fillMaxWidth())
    }
}

private const val AMULETS = 3
