package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.time.DayOfWeek
import java.time.LocalTime
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.ui.checkins.CheckInsDeeds
import jp.tsunagari.ui.checkins.CheckInsScreen
import jp.tsunagari.ui.checkins.SilenceDeeds
import jp.tsunagari.ui.model.CheckInsModel
import jp.tsunagari.ui.model.SetAlarms
import kotlinx.coroutines.flow.first

/** What stands on the page of check-ins at first. */
internal enum class CheckInsAt {
    NONE,
    SOME,
    EDIT,
}

@Composable
internal fun Stage.CheckIns(at: CheckInsAt = CheckInsAt.SOME) = On {
    val alarms = model("alarms") { SetAlarms() }
    val checkIns = model("checkIns") {
        if (at != CheckInsAt.NONE) someCheckIns()
        CheckInsModel(api, scope, alarms).also { model ->
            val shown = model.shown.first { it.value != null }.value
            if (at == CheckInsAt.EDIT) model.edit(checkNotNull(shown).all.last().checkIn)
        }
    }
    val asked by checkIns.shown.collectAsState()
    val silence by checkIns.silence.collectAsState()
    val done by checkIns.done.collectAsState()
    CheckInsScreen(asked, silence, done, deeds(checkIns))
}

private suspend fun Stage.someCheckIns() {
    val about = CheckInAbout.Feeling
    val evening = CheckInRule(about, DayOfWeek.entries.toSet(), LocalTime.of(18, 0), LocalTime.of(20, 30), 6)
    api.checkIns.add(evening)
    val week = setOf(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)
    val own = api.checkIns.add(
        CheckInRule(CheckInAbout.Own(WATER.getValue(spoken)), week, LocalTime.of(10, 0), LocalTime.of(12, 0)),
    )
    api.checkIns.less(own.id, SetAlarms())
}

private fun Stage.deeds(model: CheckInsModel) = CheckInsDeeds(
    model::make,
    model::edit,
    model::draft,
    model::save,
    model::drop,
    model::switchOn,
    model::less,
    model::asOften,
    model::remove,
    model::undo,
    SilenceDeeds(model::enoughForToday, model::rest, model::endRest, model::setQuiet, model::setAlone),
    model::beginSelfTest,
    { press("permission") },
    gate(model::begin, model::again),
    { press("back") },
)

/** What is done where nothing is kept, or it is locked. */

private val WATER = mapOf(
    Spoken.JA to "水を飲みましたか",
    Spoken.EASY to "水を のみましたか",
    Spoken.EN to "Did you have some water?",
)
