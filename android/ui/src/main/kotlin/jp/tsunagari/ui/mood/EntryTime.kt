package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import java.time.OffsetDateTime
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Cells
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** When it was felt, in steps: nothing has to be typed, and no clock face has to be met with a finger. */
@Composable
internal fun EntryTime(entry: MoodEntry, set: (OffsetDateTime) -> Unit) =
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        val at = entry.at
        RubyText(stringResource(R.string.mood_time_now, dayWords(entry.day), entry.clock()), style = Type.button)
        Cells(2) {
            for ((words, time) in listOf(
                R.string.mood_day_back to at.minusDays(1),
                R.string.mood_day_on to at.plusDays(1),
                R.string.mood_hour_back to at.minusHours(1),
                R.string.mood_hour_on to at.plusHours(1),
                R.string.mood_minutes_back to at.minusMinutes(TEN),
                R.string.mood_minutes_on to at.plusMinutes(TEN),
            )) {
                QuietButton(stringResource(words), { set(time) })
            }
        }
        RubyText(stringResource(R.string.mood_time_until_now), style = Type.quiet, color = LocalTone.current.quiet)
    }

private const val TEN = 10L
