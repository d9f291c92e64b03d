package jp.tsunagari.ui.area

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Area
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SearchField
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked

/** What is done where an area is chosen. */
class AreaDeeds(
    val type: (String) -> Unit,
    /** An area, or with `null` none. */
    val choose: (Area?) -> Unit,
    /** Goes on with what could not be kept. */
    val chooseForNow: () -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** Choosing an area by its name, its reading or its code. To choose none is as good an answer. */
@Composable
fun AreaScreen(
    shown: AreaShown,
    asked: Asked<AreaAnswer>,
    deeds: AreaDeeds,
    modifier: Modifier = Modifier,
) {
    TitledPage(stringResource(R.string.area_title), deeds.back, modifier, gap = Space.large) {
        RubyText(stringResource(R.string.area_why))
        shown.kept?.let { RubyText(stringResource(R.string.area_kept, it)) }
        shown.notKept?.let { NotKeptCard(it, deeds) }
        SearchField(
            shown.text,
            stringResource(R.string.area_hint),
            stringResource(R.string.area_clear),
            deeds.type,
        )
        asked.problem?.let { ProblemCard(it, stale = asked.value != null, again = deeds.again) }
        asked.value?.let { Found(it, deeds.choose) }
        Nowhere(deeds)
    }
}

@Composable
private fun Found(answer: AreaAnswer, choose: (Area) -> Unit) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        when (answer) {
            is AreaAnswer.One -> Named(R.string.area_one, listOf(answer.area), choose)
            is AreaAnswer.Several -> Named(R.string.area_several, answer.areas, choose)
            is AreaAnswer.None -> {
                RubyText(stringResource(R.string.area_none))
                if (answer.near.isNotEmpty()) Named(R.string.area_near, answer.near, choose)
            }
        }
    }
}

@Composable
private fun Named(
    title: Int,
    areas: List<Area>,
    choose: (Area) -> Unit,
) {
    RubyText(stringResource(title), style = Type.heading, isHeading = true)
    for (area in areas) {
        val words = stringResource(R.string.area_named, area.name, area.kana)
        QuietButton(words, { choose(area) }, Modifier.fillMaxWidth(), LocalPalette.current.door)
    }
}

/** None is an answer like any other. */
@Composable
private fun Nowhere(deeds: AreaDeeds) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        QuietButton(
            stringResource(R.string.area_nowhere),
            { deeds.choose(null) },
            Modifier.fillMaxWidth(),
            LocalPalette.current.door,
        )
        RubyText(stringResource(R.string.area_nowhere_hint), style = Type.quiet, color = LocalTone.current.quiet)
    }
}

@Composable
private fun NotKeptCard(notKept: NotKept, deeds: AreaDeeds) {
    ProblemCard(notKept.problem, stale = false, again = { deeds.choose(notKept.area) })
    QuietCard {
        RubyText(stringResource(R.string.area_not_kept))
        QuietButton(stringResource(R.string.area_for_now), deeds.chooseForNow, Modifier.fillMaxWidth())
    }
}
