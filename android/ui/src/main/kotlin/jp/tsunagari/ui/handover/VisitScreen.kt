package jp.tsunagari.ui.handover

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import jp.tsunagari.ui.area.AreaDeeds
import jp.tsunagari.ui.area.AreaScreen
import jp.tsunagari.ui.places.PlacesDeeds
import jp.tsunagari.ui.places.PlacesScreen

/** The pages of the finder for somebody to whom the phone was handed. */
@Composable
internal fun VisitScreen(
    visit: Visit,
    deeds: HandoverDeeds,
    modifier: Modifier,
) {
    val way by visit.way.collectAsState()
    when (val page = way.last()) {
        VisitPage.Find -> VisitFind(visit, deeds, modifier)
        VisitPage.Places -> VisitPlaces(visit, modifier)
        VisitPage.ChooseArea -> VisitArea(visit, modifier)
        is VisitPage.Entry -> {
            val entry by visit.entry.collectAsState()
            VisitEntry(entry, page.readWarning, visit, deeds.call, modifier)
        }
    }
}

@Composable
private fun VisitPlaces(visit: Visit, modifier: Modifier) {
    val wish by visit.places.wish.collectAsState()
    val around by visit.places.around.collectAsState()
    PlacesScreen(
        wish,
        around,
        PlacesDeeds(
            open = visit::open,
            chooseArea = visit::chooseArea,
            filter = visit.places::filter,
            openLines = visit::openLines,
            openData = null,
            again = visit.places::again,
            back = { visit.back() },
        ),
        modifier,
    )
}

@Composable
private fun VisitArea(visit: Visit, modifier: Modifier) {
    val shown by visit.area.shown.collectAsState()
    val answer by visit.area.answer.collectAsState()
    AreaScreen(
        shown,
        answer,
        AreaDeeds(
            type = visit.area::type,
            choose = visit.area::choose,
            chooseForNow = visit.area::chooseForNow,
            again = visit.area::again,
            back = { visit.back() },
        ),
        modifier,
    )
}
