package jp.tsunagari.ui.mood

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.sp
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Type

/** What the marks of a calendar say. */
@Composable
internal fun MarksTold(levels: List<MoodLevel>, several: Boolean = false) =
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        val (side, color) = with(LocalDensity.current) { SIDE.toDp() } to LocalTone.current.text
        for (level in levels) {
            Told(stringResource(R.string.calendar_mark, level.weather, level.word)) {
                WeatherMark(level.number, side, color)
            }
        }
        if (several) Told(stringResource(R.string.calendar_several)) { SeveralMark(side, color) }
    }

@Composable
private fun Told(words: String, mark: @Composable () -> Unit) =
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.medium), Alignment.CenterVertically) {
        mark()
        RubyText(words, Modifier.weight(1f), Type.quiet)
    }

private val SIDE = 22.sp
