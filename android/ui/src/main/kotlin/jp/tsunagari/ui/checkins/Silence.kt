package jp.tsunagari.ui.checkins

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.LocalTime
import jp.tsunagari.core.Resting
import jp.tsunagari.core.Silence
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Cells
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SaidCard
import jp.tsunagari.ui.design.Step
import jp.tsunagari.ui.design.Stepper
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.here
import jp.tsunagari.ui.momentWords

/** What stays silent. Without the lock [open], only what works with it on. */
@Composable
internal fun SilencePart(
    silence: Silence,
    open: Boolean,
    deeds: SilenceDeeds,
) = Part(stringResource(R.string.checkins_silence)) {
    Rest(silence, deeds)
    if (open) {
        RowGroup(
            {
                val hint = stringResource(R.string.checkins_alone_hint)
                SwitchRow(stringResource(R.string.checkins_alone), silence.alone, deeds.setAlone, hint)
            },
        )
        Quiet(silence, deeds.setQuiet)
    }
}

/** 今日はもういい, and 休む. */
@Composable
private fun Rest(silence: Silence, deeds: SilenceDeeds) {
    val rest = silence.rest
    if (rest == Resting.No) {
        if (silence.enoughToday) {
            RubyText(stringResource(R.string.checkins_enough_on))
        } else {
            QuietButton(stringResource(R.string.checkins_enough), deeds.enoughForToday, Modifier.fillMaxWidth())
        }
        RubyText(stringResource(R.string.checkins_rest_hint), style = Type.quiet, color = LocalTone.current.quiet)
        Cells(2) {
            QuietButton(stringResource(R.string.checkins_rest_day), { deeds.rest(1) })
            QuietButton(stringResource(R.string.checkins_rest_days), { deeds.rest(DAYS) })
            QuietButton(stringResource(R.string.checkins_rest_week), { deeds.rest(WEEK) })
            QuietButton(stringResource(R.string.checkins_rest_said), { deeds.rest(null) })
        }
    } else {
        val words = when (rest) {
            is Resting.Until -> stringResource(R.string.checkins_resting_until, momentWords(rest.at.here()))
            else -> stringResource(R.string.checkins_resting)
        }
        SaidCard(words, undoWords = stringResource(R.string.checkins_rest_end), undo = deeds.endRest)
    }
}

/** Hours of every day in which nothing speaks. They may pass midnight. */
@Composable
private fun Quiet(silence: Silence, set: (LocalTime, LocalTime) -> Unit) = QuietCard {
    val (from, to) = silence.quietFrom to silence.quietTo
    RubyText(stringResource(R.string.checkins_quiet), style = Type.heading, isHeading = true)
    val now = if (from == to) {
        stringResource(R.string.checkins_quiet_none)
    } else {
        stringResource(R.string.checkins_quiet_now, from.toString(), to.toString())
    }
    RubyText(now)
    TimeStepper(R.string.checkins_quiet_from, from) { set(from.plusMinutes(it * HALF), to) }
    TimeStepper(R.string.checkins_quiet_to, to) { set(from, to.plusMinutes(it * HALF)) }
    RubyText(stringResource(R.string.checkins_quiet_hint), style = Type.quiet, color = LocalTone.current.quiet)
}

/** A time of day, half an hour a step. */
@Composable
internal fun TimeStepper(
    label: Int,
    time: LocalTime,
    move: (Int) -> Unit,
) {
    val name = stringResource(label)
    Stepper(
        time.toString(),
        Step(stringResource(R.string.checkin_earlier, name)) { move(-1) },
        Step(stringResource(R.string.checkin_later, name)) { move(1) },
        label = name,
    )
}

private const val DAYS = 3
private const val WEEK = 7
private const val HALF = 30L
