package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.QuietLine
import jp.tsunagari.ui.home.HomeDoors
import jp.tsunagari.ui.home.HomeScreen
import jp.tsunagari.ui.model.HomeModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Home() = On {
    val home = model("home") {
        api.control.homeLine = LINES.getValue(spoken)
        HomeModel(api, scope).also { model -> model.shown.first { it.line != null } }
    }
    val shown by home.shown.collectAsState()
    HomeScreen(
        shown.copy(emergency = shown.emergency + shown.emergency.take(1).map(::another)),
        HomeDoors(
            talk = { press("talk") },
            go = { press("go") },
            mood = { press("mood") },
            more = { press("more") },
            line = { press("line ${it.id}") },
            neverAgain = home::neverAgain,
            call = { press("call $it") },
        ),
    )
}

/** One that is neither 119 nor 110, as there are some in the directory. */
private fun another(line: EmergencyLine): EmergencyLine {
    val ways = line.card.ways.map { it.copy(target = "118", dial = "118") }
    return line.copy(card = line.card.copy(id = EntryId("fake.118"), name = "118", ways = ways))
}

private val LINES = mapOf(
    Spoken.JA to line("年末年始は、お休みの窓口がふえます", "いまは年末年始です"),
    Spoken.EASY to line(
        "{年末年始|ねんまつねんし}は、{休|やす}みの {窓口|まどぐち}が {多|おお}いです",
        "{今|いま}は {年末年始|ねんまつねんし}です",
    ),
    Spoken.EN to line("Around New Year more services are closed than usual", "It is around New Year"),
)

private fun line(text: String, why: String) = QuietLine("year-end", text, listOf(why), EntryId("fake.night"), null)
