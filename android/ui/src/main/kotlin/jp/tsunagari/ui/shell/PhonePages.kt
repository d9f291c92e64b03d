package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Changed
import jp.tsunagari.core.LockState
import jp.tsunagari.core.QuietLine
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.data.DataDeeds
import jp.tsunagari.ui.data.DataModel
import jp.tsunagari.ui.data.DataScreen
import jp.tsunagari.ui.handover.HandoverDeeds
import jp.tsunagari.ui.handover.HandoverModel
import jp.tsunagari.ui.handover.HandoverScreen
import jp.tsunagari.ui.home.FullHomeDeeds
import jp.tsunagari.ui.home.FullHomeModel
import jp.tsunagari.ui.home.FullHomeScreen
import jp.tsunagari.ui.home.HomeDoors
import jp.tsunagari.ui.home.HomeScreen
import jp.tsunagari.ui.home.LocalNoService
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.HomeModel
import jp.tsunagari.ui.model.HomeShown
import jp.tsunagari.ui.model.NoServiceModel
import jp.tsunagari.ui.model.StartModel
import jp.tsunagari.ui.model.whenever
import jp.tsunagari.ui.more.MoreDoors
import jp.tsunagari.ui.more.MoreScreen
import jp.tsunagari.ui.start.StartDeeds
import jp.tsunagari.ui.start.StartScreen
import kotlinx.coroutines.launch

@Composable
internal fun Shell.HomePage(step: Step) {
    val home = step.model("home") { HomeModel(api, it) }
    val lost = step.model("no service") { NoServiceModel(api, it, outside.service) { area.value?.code } }
    val shown by home.shown.collectAsState()
    val noService by lost.shown.collectAsState()
    val chosen by choices.choices.collectAsState()
    val doors = HomeDoors(
        talk = ::listen,
        go = { open(Route.Places) },
        mood = { open(Route.Mood) },
        more = { open(Route.More) },
        line = ::follow,
        neverAgain = home::neverAgain,
        call = ::call,
    )
    CompositionLocalProvider(LocalNoService provides noService) {
        when (chosen.home) {
            HomeKind.SIMPLE -> HomeScreen(shown, doors)
            HomeKind.FULL -> FullHomePage(step, shown, doors)
        }
    }
}

@Composable
private fun Shell.FullHomePage(step: Step, home: HomeShown, doors: HomeDoors) {
    val full = step.model("full home") { FullHomeModel(api, it) }
    DisposableEffect(full) { onDispose(full::left) }
    val shown by full.shown.collectAsState()
    val doing by full.doing.collectAsState()
    val deeds = FullHomeDeeds(
        doors = doors,
        card = cardDeeds(),
        log = full::log,
        takeBack = full::takeBack,
        mood = { open(Route.MoodEntry(it)) },
        plan = { open(Route.Plan) },
        memo = { open(Route.Memo) },
        kept = { open(Route.Kept) },
        own = { open(Route.Own) },
        checkIns = { open(Route.CheckIns) },
        simple = { choices.change { it.copy(home = HomeKind.SIMPLE) } },
    )
    FullHomeScreen(home, shown, doing, deeds)
}

private fun Shell.follow(line: QuietLine) = line.entry?.let(::entry) ?: open(Route.Find(line.search.orEmpty()))

@Composable
internal fun Shell.MorePage() {
    val lock by produceState<LockState?>(null) {
        api.whenever(Changed.LOCK).collect {
            value = try {
                api.lock.state()
            } catch (_: TsunagariError) {
                null
            }
        }
    }
    val doors = MoreDoors(
        plan = { open(Route.Plan) },
        busy = { open(Route.Busy(BusyRequest(emptyList(), area = area.value?.code))) },
        speak = { open(Route.Speak) },
        ask = { open(Route.Ask) },
        kept = { open(Route.Kept) },
        own = { open(Route.Own) },
        memo = { open(Route.Memo) },
        connection = { open(Route.Connection) },
        checkIns = { open(Route.CheckIns) },
        data = { open(Route.Data) },
        scan = { open(Route.Scan) },
        handover = { open(Route.Handover) },
        lock = {
            scope.launch { lockNow() }
            paths.home()
        },
        unlock = ::unlock,
        settings = { open(Route.Settings()) },
        back = ::back,
    )
    MoreScreen(lock, doors)
}

@Composable
internal fun Shell.DataPage(step: Step) {
    val data = step.model("data") { DataModel(api, it) }
    val state by data.state.collectAsState()
    val import by data.import.collectAsState()
    val deeds = DataDeeds(
        pick = { data.pick { outside.pickFile()?.also(step::keep)?.path } },
        takeAll = data::takeAll,
        cancel = data::cancel,
        openPlaces = { open(Route.Places) },
        again = data::again,
        back = ::back,
    )
    DataScreen(state, import, deeds)
}

@Composable
internal fun Shell.HandoverPage(step: Step) {
    val handover = step.model("handover") { scope ->
        HandoverModel(api, scope) { locked -> paths.startAt(if (locked) Route.Unlock else Route.Home) }
    }
    val shown by handover.shown.collectAsState()
    val deeds = HandoverDeeds(
        begin = handover::begin,
        anew = handover::anew,
        end = handover::end,
        setLock = { open(Route.Pin) },
        call = ::call,
        again = handover::again,
    )
    HandoverScreen(shown, deeds)
}

@Composable
internal fun Shell.StartPage(step: Step) {
    val start = step.model("start") { scope ->
        StartModel(api, scope, choices) { chosen ->
            area.value = chosen
            paths.startAt(Route.Home)
        }
    }
    val shown by start.shown.collectAsState()
    val chosen by choices.choices.collectAsState()
    val deeds = StartDeeds(
        start::speak,
        { open(Route.Area(keep = false) { chosenArea -> chosenArea?.let(start::chose) }) },
        start::next,
        start::before,
        start::searchOnly,
        start::keep,
    )
    StartScreen(chosen, shown, testDirectory = true, deeds)
}
