package jp.tsunagari.ui.home

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import jp.tsunagari.core.MoodId
import jp.tsunagari.ui.R
import jp.tsunagari.ui.dayWords
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.kept.DeedProblem
import jp.tsunagari.ui.kept.Doing
import jp.tsunagari.ui.mood.Levels

/** Today's mood in one tap; once it is written down, it can be taken back, and words can be added. */
@Composable
internal fun MoodToday(
    shown: FullHomeShown,
    doing: Doing,
    deeds: FullHomeDeeds,
) = QuietCard {
    RubyText(stringResource(R.string.door_mood), style = Type.heading, isHeading = true)
    DeedProblem(doing)
    val logged = shown.logged
    if (logged == null) Levels(shown.levels, deeds.log) else Logged(logged, deeds)
    QuietButton(stringResource(R.string.home_mood_open), deeds.doors.mood, Modifier.fillMaxWidth())
}

@Composable
private fun Logged(entry: MoodId, deeds: FullHomeDeeds) {
    val said = Modifier.semantics { liveRegion = LiveRegionMode.Polite }
    RubyText(stringResource(R.string.home_mood_logged), said)
    Side {
        QuietButton(stringResource(R.string.home_mood_words), { deeds.mood(entry) })
        QuietButton(stringResource(R.string.write_undo), deeds.takeBack)
    }
}

/** What comes next, and that it can be changed. */
@Composable
internal fun NextCard(next: NextCheckIn, open: () -> Unit) = QuietCard {
    RubyText(stringResource(R.string.home_next), style = Type.heading, isHeading = true)
    RubyText(next.text)
    RubyText(whenWords(next), style = Type.quiet, color = LocalTone.current.quiet)
    QuietButton(stringResource(R.string.home_next_change), open, Modifier.fillMaxWidth())
}

@Composable
private fun whenWords(next: NextCheckIn): String {
    val time = "%d:%02d".format(next.time.hour, next.time.minute)
    return when (next.inDays) {
        0 -> stringResource(R.string.home_next_today, time)
        1 -> stringResource(R.string.home_next_tomorrow, time)
        else -> stringResource(R.string.home_next_on, dayWords(next.day), time)
    }
}
