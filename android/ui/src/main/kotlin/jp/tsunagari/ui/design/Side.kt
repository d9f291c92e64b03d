package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.layout.MeasureResult
import androidx.compose.ui.layout.MeasureScope
import androidx.compose.ui.layout.Placeable
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Dp

/**
 * Buttons side by side, as many in a row as have their words on one line, and all of a row of one size. With large
 * letters they stand below each other: no word is parted to fit.
 */
@Composable
fun Side(
    modifier: Modifier = Modifier,
    gap: Dp = Space.medium,
    content: @Composable () -> Unit,
) = Layout(content, modifier.fillMaxWidth()) { buttons, constraints ->
    val (room, between) = constraints.maxWidth to gap.roundToPx()
    val widest = buttons.maxOfOrNull { it.maxIntrinsicWidth(Constraints.Infinity) } ?: 0
    val fitting = ((room + between) / (widest + 1 + between)).coerceIn(1, buttons.size.coerceAtLeast(1))
    val count = (buttons.size + fitting - 1) / fitting
    val perRow = ((buttons.size + count - 1) / count.coerceAtLeast(1)).coerceAtLeast(1)
    val rows = buttons.chunked(perRow).map { row ->
        val width = (room - between * (row.size - 1)) / row.size
        val height = row.maxOf { it.minIntrinsicHeight(width) }
        row.map { it.measure(Constraints.fixed(width, height)) }
    }
    place(rows, room, between)
}

/**
 * Buttons that are all of one size beside each other, [columns] in a row, or half as many with large letters; the last
 * row may have fewer. Words that do not fit into a line have another.
 */
@Composable
fun Cells(
    columns: Int,
    modifier: Modifier = Modifier,
    gap: Dp = Space.medium,
    content: @Composable () -> Unit,
) {
    val perRow = if (isLargeText()) (columns + 1) / 2 else columns
    Layout(content, modifier.fillMaxWidth()) { buttons, constraints ->
        val (room, between) = constraints.maxWidth to gap.roundToPx()
        val width = (room - between * (perRow - 1)) / perRow
        val heights = buttons.map { it.minIntrinsicHeight(width) }
        // Below each other, each is as high as its own words.
        val most = heights.maxOrNull().takeIf { perRow > 1 }
        val cells = buttons.zip(heights) { button, height -> button.measure(Constraints.fixed(width, most ?: height)) }
        place(cells.chunked(perRow), room, between)
    }
}

/** Each row below the one before; all of a row are of one height. */
private fun MeasureScope.place(
    rows: List<List<Placeable>>,
    width: Int,
    between: Int,
): MeasureResult {
    val height = rows.sumOf { it.first().height } + between * (rows.size - 1).coerceAtLeast(0)
    return layout(width, height) {
        var y = 0
        for (row in rows) {
            var x = 0
            for (button in row) {
                button.placeRelative(x, y)
                x += button.width + between
            }
            y += row.first().height + between
        }
    }
}
