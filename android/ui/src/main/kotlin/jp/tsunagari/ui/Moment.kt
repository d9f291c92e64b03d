package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.ui.res.stringResource
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.temporal.ChronoUnit

/** A time where the person is. */
internal fun Instant.here(): OffsetDateTime = atZone(ZoneId.systemDefault()).toOffsetDateTime()

/** A day in words, with its weekday. */
@Composable
@ReadOnlyComposable
internal fun dayWords(day: LocalDate): String {
    val month = stringResource(R.string.moment_months).split(',')[day.monthValue - 1]
    val weekday = stringResource(R.string.moment_days).split(',')[day.dayOfWeek.ordinal]
    return stringResource(R.string.moment_day, month, day.dayOfMonth.toString(), weekday)
}

/** Day and time in words. */
@Composable
@ReadOnlyComposable
internal fun momentWords(at: OffsetDateTime): String =
    stringResource(R.string.moment_at, dayWords(at.toLocalDate()), timeWords(at))

/** A time of day. */
internal fun timeWords(at: OffsetDateTime): String = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()
