package jp.tsunagari.ui.checkins

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.DayOfWeek
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Cells
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Step
import jp.tsunagari.ui.design.Stepper
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.CheckInDraft

/** A check-in that is being made or changed. */
@Composable
internal fun EditCheckIn(
    draft: CheckInDraft,
    problem: TsunagariError?,
    deeds: CheckInsDeeds,
    modifier: Modifier,
) {
    val title = if (draft.id == null) R.string.checkin_new else R.string.checkin_change
    TitledPage(stringResource(title), deeds.drop, modifier) {
        About(draft.rule.about) { about -> deeds.draft { it.about(about) } }
        Part(stringResource(R.string.checkin_days)) {
            Days(draft.rule.days) { day, on -> deeds.draft { it.day(day, on) } }
        }
        Part(stringResource(R.string.checkin_window)) {
            val hint = stringResource(R.string.checkin_window_hint)
            RubyText(hint, style = Type.quiet, color = LocalTone.current.quiet)
            TimeStepper(R.string.checkin_from, draft.rule.from) { steps -> deeds.draft { it.from(steps) } }
            TimeStepper(R.string.checkin_to, draft.rule.to) { steps -> deeds.draft { it.to(steps) } }
        }
        Unless(draft.rule.unlessLoggedHours) { longer -> deeds.draft { it.unless(longer) } }
        problem?.let { DeedProblem(it, deeds.save) }
        QuietButton(
            stringResource(R.string.checkin_save),
            deeds.save,
            Modifier.fillMaxWidth(),
            LocalPalette.current.action,
        )
        QuietButton(stringResource(R.string.checkin_drop), deeds.drop, Modifier.fillMaxWidth())
    }
}

@Composable
private fun About(about: CheckInAbout, change: (CheckInAbout) -> Unit) = Part(stringResource(R.string.checkin_about)) {
    // Kept here as it is typed, so that no letter waits; never saved with the screen, where it would lie open.
    var own by remember { mutableStateOf((about as? CheckInAbout.Own)?.text.orEmpty()) }
    RowGroup(
        {
            val feeling = about == CheckInAbout.Feeling
            PickRow(stringResource(R.string.checkin_feeling), feeling, { change(CheckInAbout.Feeling) })
        },
        {
            val people = about == CheckInAbout.People
            PickRow(stringResource(R.string.checkin_people), people, { change(CheckInAbout.People) })
        },
        {
            val words = about is CheckInAbout.Own
            PickRow(stringResource(R.string.checkin_own), words, { change(CheckInAbout.Own(own)) })
        },
    )
    if (about is CheckInAbout.Own) {
        val type = { text: String ->
            own = text
            change(CheckInAbout.Own(text))
        }
        val hint = stringResource(R.string.checkin_own_hint)
        TextArea(stringResource(R.string.checkin_own_words), own, type, OWN_WORDS, hint = hint)
    }
}

@Composable
private fun Days(days: Set<DayOfWeek>, change: (DayOfWeek, Boolean) -> Unit) {
    val names = stringResource(R.string.moment_days).split(',')
    Cells(WEEKDAYS_IN_ROW) {
        for (day in DayOfWeek.entries) Choice(names[day.ordinal], day in days, { change(day, it) })
    }
}

@Composable
private fun Unless(hours: Int, change: (Boolean) -> Unit) {
    val value = when (hours) {
        0 -> stringResource(R.string.checkin_unless_none)
        else -> stringResource(R.string.checkin_unless_hours, hours.toString())
    }
    Part(stringResource(R.string.checkin_unless)) {
        Stepper(
            value,
            Step(stringResource(R.string.checkin_unless_shorter)) { change(false) },
            Step(stringResource(R.string.checkin_unless_longer)) { change(true) },
        )
    }
}

/** What is to be mended in a check-in; `null` when something else is in the way. */
internal val TsunagariError.aboutCheckIns: Int?
    get() = when ((this as? TsunagariError.Invalid)?.field) {
        "days" -> R.string.checkin_bad_days
        "text" -> R.string.checkin_bad_text
        "window", "from", "to" -> R.string.checkin_bad_window
        "quiet" -> R.string.checkin_bad_quiet
        "count" -> R.string.checkin_bad_count
        else -> null
    }

/** Words of one's own to ask with. */
private val OWN_WORDS = TextLimits(most = 200, lines = 1)
private const val WEEKDAYS_IN_ROW = 4
