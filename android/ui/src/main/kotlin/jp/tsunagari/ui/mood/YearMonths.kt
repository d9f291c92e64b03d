package jp.tsunagari.ui.mood

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import java.time.YearMonth
import jp.tsunagari.core.DayCell
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.MoodYear

/** Twelve months beside each other; each opens. */
@Composable
internal fun Months(shown: MoodYear, open: (YearMonth) -> Unit) {
    // Large letters need the width for themselves.
    val columns = if (LocalDensity.current.fontScale < LARGE_TEXT) 2 else 1
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium)) {
        for (row in shown.view.months.chunked(columns)) {
            Row(Modifier.fillMaxWidth().height(IntrinsicSize.Max), Arrangement.spacedBy(Space.medium)) {
                for (days in row) {
                    Month(
                        days,
                        open,
                        if (columns ==
                            1
                        ) {
                            LARGE
                        } else {
                            SMALL
                        },
                        Modifier.weight(1f).fillMaxHeight(),
                    )
                }
            }
        }
    }
}

/** A month, as small as its marks can be told apart; it opens in full. */
@Composable
private fun Month(
    days: List<DayCell>,
    open: (YearMonth) -> Unit,
    side: Dp,
    modifier: Modifier,
) {
    val month = YearMonth.from(days.first().day)
    val pressed = modifier.clip(Shape.card).clickable(role = Role.Button) { open(month) }
    Ground(LocalPalette.current.card, pressed.defaultMinSize(minHeight = Space.touch), gap = Space.none) {
        Column(Modifier.fillMaxWidth().padding(Space.medium)) {
            RubyText(monthWords(month.month), style = Type.quiet)
            if (days.any { it.levels.isNotEmpty() }) Marks(days, side)
        }
    }
}

/** Sunday first, as on the calendar. The page of the month says each day in words. */
@Composable
private fun Marks(days: List<DayCell>, side: Dp) {
    val before = days.first().day.dayOfWeek.value % WEEK
    val places = List<DayCell?>(before) { null } + days
    Column(Modifier.fillMaxWidth().clearAndSetSemantics { }) {
        for (week in places.chunked(WEEK)) {
            Row(Modifier.fillMaxWidth()) {
                for (place in 0 until WEEK) {
                    Box(Modifier.weight(1f).aspectRatio(1f), Alignment.Center) {
                        week.getOrNull(place)?.let { Mark(it, side) }
                    }
                }
            }
        }
    }
}

@Composable
private fun Mark(day: DayCell, side: Dp) {
    val color = LocalTone.current.text
    when (day.levels.size) {
        0 -> Unit
        1 -> WeatherMark(day.levels.single(), side, color)
        else -> SeveralMark(side, color)
    }
}

private const val WEEK = 7
private const val LARGE_TEXT = 1.5f
private val SMALL = 20.dp
private val LARGE = 34.dp
