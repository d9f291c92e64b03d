package jp.tsunagari.ui.home

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.core.Card
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.NoService

/** That the phone reaches no network, for every emergency row; `null` while it does. */
val LocalNoService = compositionLocalOf<NoService?> { null }

/** 119 and 110 do not work either where there is no service: says so, and what there is instead. */
@Composable
internal fun OutOfService(lost: NoService) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        val said = Modifier.semantics { liveRegion = LiveRegionMode.Polite }
        RubyText(stringResource(R.string.no_service), said, Type.button)
        RubyText(stringResource(R.string.no_service_look_for), style = Type.quiet)
        lost.building?.let { Building(it) }
    }
}

/** Whether its telephone may be used, nobody has asked. */
@Composable
private fun Building(building: Card) {
    RubyText(stringResource(R.string.no_service_building, building.name), style = Type.quiet)
    building.address?.let { RubyText(it, style = Type.quiet) }
    building.ways.firstOrNull()?.let { OpenChip(it.state, it.stateWords) }
    RubyText(stringResource(R.string.no_service_unasked), style = Type.quiet, color = LocalTone.current.quiet)
}
