package jp.tsunagari.ui.mood

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.layout.layout
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.min
import androidx.compose.ui.unit.offset
import androidx.compose.ui.unit.sp
import java.time.LocalDate
import jp.tsunagari.core.DayCell
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Edge
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.spoken
import jp.tsunagari.ui.model.MoodMonth

/** Weeks of seven days, Sunday first. Each day that has begun is pressed, with an entry on it or without. */
@Composable
internal fun MonthGrid(shown: MoodMonth, open: (LocalDate) -> Unit) =
    Column(Modifier.fillMaxWidth().outwards(Space.medium), Arrangement.spacedBy(Space.none)) {
        Row(Modifier.fillMaxWidth().clearAndSetSemantics { }) {
            for (day in stringResource(R.string.calendar_week).split(',')) {
                RubyText(
                    day,
                    Modifier.weight(1f).padding(bottom = Space.small),
                    Type.quiet,
                    LocalTone.current.quiet,
                    TextAlign.Center,
                )
            }
        }
        for (week in shown.view.weeks) {
            Row(Modifier.fillMaxWidth().height(IntrinsicSize.Max)) {
                for (cell in week) {
                    Day(cell, shown, open, Modifier.weight(1f).fillMaxHeight())
                }
            }
        }
    }

@Composable
private fun Day(
    cell: DayCell,
    shown: MoodMonth,
    open: (LocalDate) -> Unit,
    modifier: Modifier,
) {
    val name = dayName(cell, shown.words.levels)
    val begun = cell.day <= shown.today
    val pressed = when {
        !cell.within -> Modifier.clearAndSetSemantics { }
        begun -> Modifier.clickable { open(cell.day) }.clearAndSetSemantics {
            contentDescription = name
            role = Role.Button
            onClick {
                open(cell.day)
                true
            }
        }

        else -> Modifier.clearAndSetSemantics { contentDescription = name }
    }
    Box(modifier.defaultMinSize(minHeight = HIGH).clip(Shape.chip).then(pressed), Alignment.TopCenter) {
        if (cell.within) Face(cell, isToday = cell.day == shown.today, isToCome = !begun)
    }
}

/** The number of a day, and the marks of what was felt on it. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Face(
    cell: DayCell,
    isToday: Boolean,
    isToCome: Boolean,
) {
    val page = LocalTone.current
    val card = LocalPalette.current.card
    val written = cell.levels.isNotEmpty()
    val ground = if (written) {
        Modifier.background(card.ground, Shape.chip).border(Edge.THIN, card.line.copy(alpha = Edge.FAINT), Shape.chip)
    } else {
        Modifier
    }
    val today = if (isToday) Modifier.border(Edge.THICK, page.text, Shape.chip) else Modifier
    Column(
        Modifier.padding(HAIR).fillMaxWidth().fillMaxHeight().then(ground).then(today).padding(vertical = Space.small),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        RubyText(
            cell.day.dayOfMonth.toString(),
            style = Type.quiet,
            color = if (isToCome || !written) page.quiet else card.text,
            align = TextAlign.Center,
        )
        FlowRow(
            horizontalArrangement = Arrangement.Center,
            maxItemsInEachRow = MARKS_IN_ROW,
        ) {
            for (level in cell.levels) WeatherMark(level, daySide(cell.levels.size), card.text)
        }
    }
}

/** What a screen reader says of a day: all that was felt, in order. */
@Composable
internal fun dayName(cell: DayCell, levels: List<MoodLevel>): String {
    val felt = cell.levels.mapNotNull { level -> levels.firstOrNull { it.number == level }?.weather }
    val day = dayWords(cell.day)
    val words = if (felt.isEmpty()) day else stringResource(R.string.calendar_felt, day, felt.joinToString("、"))
    return spoken(words)
}

/** One mark is as large as a day lets it be; several share the room. */
@Composable
private fun daySide(marks: Int): Dp = with(LocalDensity.current) {
    if (marks == 1) min(ONE.toDp(), ONE_AT_MOST) else min(SEVERAL.toDp(), SEVERAL_AT_MOST)
}

/** Wider than what is around it: seven days to press need the width of a small screen. */
private fun Modifier.outwards(by: Dp) = layout { measurable, constraints ->
    val more = by.roundToPx()
    val placed = measurable.measure(constraints.offset(horizontal = 2 * more))
    layout(placed.width - 2 * more, placed.height) { placed.place(-more, 0) }
}

private val HAIR = 1.dp

/** So that weeks with a mark are as high as weeks of paper. */
private val HIGH = 62.dp
private val ONE = 24.sp
private val ONE_AT_MOST = 36.dp
private val SEVERAL = 18.sp
private val SEVERAL_AT_MOST = 22.dp
private const val MARKS_IN_ROW = 2
