package jp.tsunagari.ui.checkins

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.DayOfWeek
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.Silence
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Cells
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.ShownCheckIn
import jp.tsunagari.ui.momentWords

/** A check-in: what it asks, when it may come, when it comes next and why then, and what can be done with it. */
@Composable
internal fun CheckInCard(
    one: ShownCheckIn,
    silence: Silence?,
    deeds: CheckInsDeeds,
) = RowGroup(
    { Told(one, silence) },
    {
        val name = stringResource(R.string.checkins_on_named, one.checkIn.text)
        SwitchRow(
            stringResource(R.string.checkins_on),
            one.checkIn.on,
            { deeds.switchOn(one.checkIn.id, it) },
            name = name,
        )
    },
    { Presses(one, deeds) },
)

@Composable
private fun Told(one: ShownCheckIn, silence: Silence?) {
    val (checkIn, next) = one
    val quiet = LocalTone.current.quiet
    Column(Modifier.fillMaxWidth().padding(Space.large), Arrangement.spacedBy(Space.small)) {
        RubyText(checkIn.text, style = Type.heading, isHeading = true)
        RubyText(whenWords(checkIn.rule), style = Type.quiet)
        if (checkIn.rule.unlessLoggedHours > 0) {
            val hours = checkIn.rule.unlessLoggedHours.toString()
            RubyText(stringResource(R.string.checkins_unless, hours), style = Type.quiet)
        }
        if (next == null) {
            val words = when {
                !checkIn.on -> R.string.checkins_silent_off
                silence?.alone == true && checkIn.rule.about == CheckInAbout.People -> R.string.checkins_silent_alone
                else -> R.string.checkins_silent
            }
            RubyText(stringResource(words))
        } else {
            val at = stringResource(R.string.moment_around, momentWords(next.at))
            RubyText(stringResource(R.string.checkins_next, at))
            RubyText(next.why, style = Type.quiet, color = quiet)
        }
        if (checkIn.rarer > 0 && next == null) {
            RubyText(stringResource(R.string.checkins_rarer), style = Type.quiet, color = quiet)
        }
    }
}

@Composable
private fun Presses(one: ShownCheckIn, deeds: CheckInsDeeds) {
    val checkIn = one.checkIn
    Column(Modifier.fillMaxWidth().padding(Space.large), Arrangement.spacedBy(Space.medium)) {
        Cells(if (checkIn.rarer > 0) 2 else 1) {
            Press(R.string.checkins_less, R.string.checkins_less_named, checkIn.text) { deeds.less(checkIn.id) }
            if (checkIn.rarer > 0) {
                Press(R.string.checkins_often, R.string.checkins_often_named, checkIn.text) { deeds.asOften(checkIn) }
            }
        }
        Cells(2) {
            Press(R.string.checkins_change, R.string.checkins_change_named, checkIn.text) { deeds.edit(checkIn) }
            Press(R.string.checkins_remove, R.string.checkins_remove_named, checkIn.text) { deeds.remove(checkIn) }
        }
    }
}

@Composable
private fun Press(
    words: Int,
    named: Int,
    text: String,
    press: () -> Unit,
) = QuietButton(stringResource(words), press, name = stringResource(named, text))

/** Days and window of a check-in. */
@Composable
private fun whenWords(rule: CheckInRule): String {
    val names = stringResource(R.string.moment_days).split(',')
    val days = when (rule.days.size) {
        DayOfWeek.entries.size -> stringResource(R.string.checkins_every_day)
        else -> {
            var all = ""
            for (day in rule.days.sorted()) {
                val name = names[day.ordinal]
                all = if (all.isEmpty()) name else stringResource(R.string.checkins_days_two, all, name)
            }
            all
        }
    }
    return stringResource(R.string.checkins_when, days, rule.from.toString(), rule.to.toString())
}
