package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.HomeChoice
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.SettingsShown

/** What is done on the page of area and age. */
class AboutMeDeeds(
    /** To the page where an area is chosen, which keeps it. */
    val chooseArea: () -> Unit,
    val forgetArea: () -> Unit,
    val setAge: (AgeBand?) -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** Where the person is and about how old, if they want to say so. */
@Composable
fun AboutMeScreen(
    shown: SettingsShown,
    deeds: AboutMeDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_about_me), deeds.back, modifier) {
    RubyText(stringResource(R.string.about_me_words))
    when (shown.lock) {
        LockState.NothingKept -> KeptGate(TsunagariError.NothingKept(), stale = false, deeds.gate)
        LockState.Locked -> KeptGate(TsunagariError.Locked(), stale = false, deeds.gate)
        is LockState.Open, null -> shown.problem?.let { ProblemCard(it, shown.home != null, deeds.gate.again) }
    }
    shown.home?.let { home ->
        Area(home, deeds)
        Part(stringResource(R.string.about_me_age)) {
            RowGroup(
                (listOf<AgeBand?>(null) + AgeBand.entries).map { age ->
                    { PickRow(stringResource(age.words), age == home.age, { deeds.setAge(age) }) }
                },
            )
        }
    }
}

@Composable
private fun Area(home: HomeChoice, deeds: AboutMeDeeds) = Part(stringResource(R.string.about_me_area)) {
    QuietCard {
        RubyText(home.areaName ?: stringResource(R.string.start_area_none), style = Type.heading)
        QuietButton(stringResource(R.string.start_area_choose), deeds.chooseArea, Modifier.fillMaxWidth())
        if (home.area != null) {
            QuietButton(stringResource(R.string.about_me_area_no_more), deeds.forgetArea, Modifier.fillMaxWidth())
        }
    }
}
