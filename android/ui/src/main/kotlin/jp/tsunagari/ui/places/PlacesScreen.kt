package jp.tsunagari.ui.places

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Around
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Filters
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledList
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Asked

/** What is done on the page of places. */
class PlacesDeeds(
    val open: (EntryId) -> Unit,
    /** Goes to where an area is chosen. */
    val chooseArea: () -> Unit,
    val filter: (Filters) -> Unit,
    /** Goes to 話せるところ. */
    val openLines: () -> Unit,
    /** Goes to what is here and can be imported; `null` where that is not offered. */
    val openData: (() -> Unit)?,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** 行けるところ: places near an area with their next dates, and what the municipality has. */
@Composable
fun PlacesScreen(
    wish: PlacesWish,
    asked: Asked<Around>,
    deeds: PlacesDeeds,
    modifier: Modifier = Modifier,
) {
    // In the place of what is found as long as nothing is there, and then beside the title.
    val asking = stringResource(R.string.places_asking).takeIf { asked.asking }
    val title = stringResource(R.string.places_title)
    TitledList(title, deeds.back, modifier, asking.takeIf { asked.value != null }) {
        wish.where?.let { item(key = "wish") { Wish(it, wish.filters, deeds) } }
        if (asking != null && asked.value == null) item(key = "asking") { RubyText(asking, style = Type.quiet) }
        asked.problem?.let { problem ->
            item(key = "problem") { ProblemCard(problem, stale = asked.value != null, again = deeds.again) }
        }
        if (wish.ready && wish.where == null) item(key = "where") { Where(deeds) }
        asked.value?.let { around(it, wish, deeds) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Wish(
    where: Whereabouts,
    filters: Filters,
    deeds: PlacesDeeds,
) {
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        RubyText(stringResource(R.string.places_around, where.name))
        QuietButton(stringResource(R.string.places_other_area), deeds.chooseArea, Modifier.fillMaxWidth())
        FlowRow(
            horizontalArrangement = Arrangement.spacedBy(Space.medium),
            verticalArrangement = Arrangement.spacedBy(Space.medium),
        ) {
            Choice(
                stringResource(R.string.places_role),
                filters.rolePlace,
                { deeds.filter(filters.copy(rolePlace = it)) },
            )
            Choice(stringResource(R.string.places_free), filters.free, { deeds.filter(filters.copy(free = it)) })
        }
    }
}

/** No area is chosen: one can be, and there is somebody to talk to without one. */
@Composable
private fun Where(deeds: PlacesDeeds) {
    QuietCard {
        RubyText(stringResource(R.string.places_where))
        QuietButton(
            stringResource(R.string.area_title),
            deeds.chooseArea,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
        RubyText(stringResource(R.string.places_without), style = Type.quiet, color = LocalTone.current.quiet)
        QuietButton(stringResource(R.string.places_lines), deeds.openLines, Modifier.fillMaxWidth())
    }
}

private fun LazyListScope.around(
    around: Around,
    wish: PlacesWish,
    deeds: PlacesDeeds,
) {
    if (around.places.isEmpty()) item(key = "nothing") { Nothing(wish.filters, deeds) }
    items(around.places, key = { "place ${it.card.id.value}" }) { place ->
        PlaceCard(place) { deeds.open(place.card.id) }
    }
    item(key = "slots") {
        if (wish.where?.isPrefecture == true) {
            QuietCard { RubyText(stringResource(R.string.places_prefecture)) }
        } else {
            Slots(around.slots, deeds.open, deeds.openLines)
        }
    }
}

/** Nothing is known here, or nothing meets the wishes: what one can do instead. */
@Composable
private fun Nothing(filters: Filters, deeds: PlacesDeeds) {
    QuietCard {
        if (filters == Filters()) {
            RubyText(stringResource(R.string.places_nothing))
            deeds.openData?.let { QuietButton(stringResource(R.string.places_data), it, Modifier.fillMaxWidth()) }
        } else {
            RubyText(stringResource(R.string.places_nothing_chosen))
            QuietButton(stringResource(R.string.places_all), { deeds.filter(Filters()) }, Modifier.fillMaxWidth())
        }
    }
}
