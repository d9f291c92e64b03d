package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.Area
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.area.AreaDeeds
import jp.tsunagari.ui.area.AreaModel
import jp.tsunagari.ui.area.AreaScreen
import jp.tsunagari.ui.ask.AskDeeds
import jp.tsunagari.ui.ask.AskModel
import jp.tsunagari.ui.ask.AskScreen
import jp.tsunagari.ui.busy.BusyDeeds
import jp.tsunagari.ui.busy.BusyScreen
import jp.tsunagari.ui.detail.DetailDeeds
import jp.tsunagari.ui.detail.DetailDoors
import jp.tsunagari.ui.detail.DetailScreen
import jp.tsunagari.ui.detail.EntryCodeScreen
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.model.BusyModel
import jp.tsunagari.ui.model.DetailModel
import jp.tsunagari.ui.model.EntryCodeModel
import jp.tsunagari.ui.model.FindModel
import jp.tsunagari.ui.places.PlacesDeeds
import jp.tsunagari.ui.places.PlacesModel
import jp.tsunagari.ui.places.PlacesScreen

@Composable
internal fun Shell.FindPage(step: Step, words: String) {
    val find = step.model("find") { scope -> FindModel(api, scope, area.value?.code).also { it.type(words) } }
    val request by find.request.collectAsState()
    val asked by find.answer.collectAsState()
    val place by find.place.collectAsState()
    FindScreen(
        request,
        asked,
        place,
        FindDeeds(
            type = find::type,
            choose = find::choose,
            open = ::entry,
            chooseArea = ::chooseArea,
            call = ::call,
            again = find::again,
            back = ::back,
        ),
    )
}

@Composable
internal fun Shell.EntryPage(step: Step, id: EntryId) {
    val entry = step.model("entry") { DetailModel(api, it, id, area.value?.code) }
    val asked by entry.detail.collectAsState()
    val done by entry.done.collectAsState()
    val deeds = DetailDeeds(
        call = outside::dial,
        browse = outside::browse,
        copy = { outside.copy(it, sensitive = true) },
        print = { traces -> entry.print(traces) { outside.print(it, PAPER) } },
        goOn = entry::goOn,
        toggleKept = entry::toggleKept,
        begin = entry::begin,
        onceMore = entry::onceMore,
        again = entry::again,
    )
    val doors = DetailDoors(
        busy = { open(Route.Busy(BusyRequest(listOf(id), it, area.value?.code))) },
        memo = { open(Route.Memo) },
        code = { traces -> open(Route.Code(id, traces)) },
        lock = ::unlock,
        speak = { open(Route.Speak) },
        chooseArea = ::chooseArea,
        back = ::back,
    )
    DetailScreen(asked, done, deeds, doors)
}

@Composable
internal fun Shell.EntryCodePage(
    step: Step,
    id: EntryId,
    traces: Boolean,
) {
    val model = step.model("code") { EntryCodeModel(api, it, id, area.value?.code, traces) }
    val asked by model.code.collectAsState()
    EntryCodeScreen(asked, model::again, ::back)
}

@Composable
internal fun Shell.BusyPage(step: Step, request: BusyRequest) {
    val busy = step.model("busy") { BusyModel(api, it, request) }
    val asked by busy.busy.collectAsState()
    val may by busy.mayRemember.collectAsState()
    val deeds = BusyDeeds(
        call = ::call,
        open = ::entry,
        alsoTried = busy::alsoTried,
        remember = busy::remember,
        enough = paths::home,
        again = busy::again,
        back = ::back,
    )
    BusyScreen(asked, may, deeds)
}

@Composable
internal fun Shell.PlacesPage(step: Step) {
    val places = step.model("places") { scope -> PlacesModel(api, scope).also { it.choose(area.value) } }
    val wish by places.wish.collectAsState()
    val around by places.around.collectAsState()
    val deeds = PlacesDeeds(
        open = ::entry,
        chooseArea = ::chooseArea,
        filter = places::filter,
        openLines = ::listen,
        openData = { open(Route.Data) },
        again = places::again,
        back = ::back,
    )
    PlacesScreen(wish, around, deeds)
}

@Composable
internal fun Shell.AreaPage(step: Step, keep: Boolean, chosen: (Area?) -> Unit) {
    val model = step.model("area") { scope ->
        AreaModel(api, scope, keep) {
            back()
            chosen(it)
        }
    }
    val shown by model.shown.collectAsState()
    val answer by model.answer.collectAsState()
    AreaScreen(shown, answer, AreaDeeds(model::type, model::choose, model::chooseForNow, model::again, ::back))
}

@Composable
internal fun Shell.AskPage(step: Step) {
    val ask = step.model("ask") { AskModel(api, it) }
    val asked by ask.page.collectAsState()
    val ticks by ask.ticks.collectAsState()
    AskScreen(
        asked,
        ticks,
        AskDeeds(
            tick = ask::tick,
            chooseArea = { open(Route.Area(keep = false, chosen = ask::choose)) },
            noArea = { ask.choose(null) },
            next = ask::next,
            enough = ask::enough,
            begin = ask::begin,
            startOver = ask::startOver,
            open = ::entry,
            openLines = ::listen,
            call = ::call,
            again = ask::again,
            back = { if (!ask.back()) back() },
        ),
    )
}
