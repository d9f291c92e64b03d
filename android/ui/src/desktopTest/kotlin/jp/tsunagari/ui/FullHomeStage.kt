package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.time.LocalDate
import java.time.LocalTime
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.home.FullHomeDeeds
import jp.tsunagari.ui.home.FullHomeModel
import jp.tsunagari.ui.home.FullHomeScreen
import jp.tsunagari.ui.home.HomeDoors
import jp.tsunagari.ui.home.NextCheckIn
import jp.tsunagari.ui.model.HomeModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.FullHome() = On {
    val full = model("full home") {
        api.keepsakes.addFavourite(EntryId("fake.night"))
        FullHomeModel(api, scope).also { model -> model.shown.first { it.levels.isNotEmpty() } }
    }
    val home = model("home") {
        api.control.homeLine = api.control.homeLine?.copy(
            text = said("年末年始は、お休みの窓口がふえます", "{休|やす}みの {窓口|まどぐち}が {多|おお}いです", "More services are closed than usual"),
        )
        HomeModel(api, scope).also { model -> model.shown.first { it.line != null } }
    }
    val shown by full.shown.collectAsState()
    val doing by full.doing.collectAsState()
    val simple by home.shown.collectAsState()
    FullHomeScreen(
        simple,
        // The same at every time of day.
        shown.copy(next = NextCheckIn(said("いま、どんな気もち？", "{今|いま}の {気持|きも}ちは？", "How is it now?"), DAY, TIME, 1)),
        doing,
        FullHomeDeeds(
            doors = HomeDoors(
                talk = { press("talk") },
                go = { press("go") },
                mood = { press("mood") },
                more = { press("more") },
                line = { press("line ${it.id}") },
                neverAgain = home::neverAgain,
                call = { press("call $it") },
            ),
            card = cardDeeds(),
            log = full::log,
            takeBack = full::takeBack,
            mood = { press("add words") },
            plan = { press("plan") },
            memo = { press("memo") },
            kept = { press("kept") },
            own = { press("own") },
            checkIns = { press("check-ins") },
            simple = { press("simple") },
        ),
    )
}

private val DAY = LocalDate.of(2026, 11, 25)
private val TIME = LocalTime.of(19, 20)
