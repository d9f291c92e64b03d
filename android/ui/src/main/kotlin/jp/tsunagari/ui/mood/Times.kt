package jp.tsunagari.ui.mood

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.Month
import java.util.Locale
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.ui.R

/** The time of an entry, where it was written. */
internal fun MoodEntry.clock(): String = "%d:%02d".format(Locale.ROOT, at.hour, at.minute)

/** A day with its weekday, in words. */
@Composable
internal fun dayWords(day: LocalDate): String =
    stringResource(R.string.calendar_day, monthWords(day.month), day.dayOfMonth.toString(), weekday(day.dayOfWeek))

@Composable
internal fun monthWords(month: Month): String = stringResource(R.string.calendar_months).split(',')[month.ordinal]

@Composable
internal fun weekday(day: DayOfWeek): String = stringResource(R.string.calendar_weekdays).split(',')[day.ordinal]
