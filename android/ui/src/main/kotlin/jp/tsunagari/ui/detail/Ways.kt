package jp.tsunagari.ui.detail

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Detail
import jp.tsunagari.core.Way
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.Point
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** All ways of an entry: open or not and why, what it costs, and what can be pressed. */
@Composable
internal fun Ways(
    detail: Detail,
    deeds: DetailDeeds,
    showLarge: (String) -> Unit,
) {
    Part(stringResource(R.string.detail_ways)) {
        detail.card.ways.forEach { WayCard(it, detail.wayDetails[it.id].orEmpty(), deeds, showLarge) }
        detail.otherAreas?.let { RubyText(it, style = Type.quiet) }
    }
}

@Composable
private fun WayCard(
    way: Way,
    told: List<String>,
    deeds: DetailDeeds,
    showLarge: (String) -> Unit,
) {
    QuietCard {
        RubyText(way.name, style = Type.heading)
        OpenChip(way.state, way.stateWords)
        if (way.notes.isNotEmpty()) RubyText(way.notes.joinToString("・"), style = Type.quiet)
        told.forEach { Point(it) }
        (way.target ?: way.dial)?.let { Presses(way, it, deeds, showLarge) }
    }
}

/** What can be pressed for a way; its name stands in the name of each, since an entry has several. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Presses(
    way: Way,
    target: String,
    deeds: DetailDeeds,
    showLarge: (String) -> Unit,
) {
    val dial = way.dial
    if (dial == null) {
        RubyText(target)
    } else {
        QuietButton(
            stringResource(R.string.detail_call, target),
            { deeds.call(dial) },
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
            stringResource(R.string.detail_call_named, target, way.name),
        )
    }
    FlowRow(
        Modifier.fillMaxWidth(),
        Arrangement.spacedBy(Space.medium),
        Arrangement.spacedBy(Space.medium),
    ) {
        QuietButton(
            stringResource(R.string.detail_copy),
            { deeds.copy(target) },
            Modifier.weight(1f).fillMaxRowHeight(),
            name = stringResource(R.string.detail_copy_named, target, way.name),
        )
        QuietButton(
            stringResource(R.string.detail_large),
            { showLarge(target) },
            Modifier.weight(1f).fillMaxRowHeight(),
            name = stringResource(R.string.detail_large_named, target, way.name),
        )
    }
}
