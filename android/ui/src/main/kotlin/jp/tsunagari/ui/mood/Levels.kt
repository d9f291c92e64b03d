package jp.tsunagari.ui.mood

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.min
import androidx.compose.ui.unit.sp
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.ui.design.Edge
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Shape
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.Tick
import jp.tsunagari.ui.design.Type

/** The five levels, all of one size, also where the words of one need another line. One tap says one. */
@Composable
internal fun Levels(levels: List<MoodLevel>, choose: (Int) -> Unit) =
    Column(Modifier.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Space.medium)) {
        for (level in levels) {
            LevelRow(
                level,
                false,
                Modifier.weight(1f).clip(Shape.card).clickable(role = Role.Button) { choose(level.number) },
            )
        }
    }

/** The same, where one of them is said already and can be said otherwise. */
@Composable
internal fun ChosenLevel(
    levels: List<MoodLevel>,
    chosen: Int,
    choose: (Int) -> Unit,
) = Column(
    Modifier.fillMaxWidth().height(IntrinsicSize.Min).selectableGroup(),
    Arrangement.spacedBy(Space.medium),
) {
    for (level in levels) {
        val on = level.number == chosen
        val pressed = Modifier.weight(1f).clip(Shape.card)
            .selectable(on, role = Role.RadioButton) { choose(level.number) }
        LevelRow(level, on, pressed)
    }
}

@Composable
private fun LevelRow(
    level: MoodLevel,
    on: Boolean,
    pressed: Modifier,
) {
    val tone = LocalPalette.current.run { if (on) door else card }
    CompositionLocalProvider(LocalTone provides tone) {
        Row(
            pressed.fillMaxWidth().background(tone.ground)
                .border(if (on) Edge.THICK else Edge.THIN, tone.line, Shape.card)
                .defaultMinSize(minHeight = Space.touch)
                .padding(horizontal = Space.large, vertical = Space.medium),
            Arrangement.spacedBy(Space.large),
            Alignment.CenterVertically,
        ) {
            LevelWords(level, Modifier.weight(1f))
            if (on) Tick()
        }
    }
}

/** Mark and words of a level. */
@Composable
internal fun LevelWords(level: MoodLevel, modifier: Modifier = Modifier) =
    Row(modifier, Arrangement.spacedBy(Space.large), Alignment.CenterVertically) {
        val tone = LocalTone.current
        WeatherMark(level.number, markSide(), tone.text)
        Column(Modifier.weight(1f)) {
            RubyText(level.word, style = Type.button)
            RubyText(level.weather, style = Type.quiet, color = tone.quiet)
        }
    }

/** It grows with the words, but leaves them room. */
@Composable
private fun markSide() = with(LocalDensity.current) { min(MARK.toDp(), LARGEST) }

private val MARK = 38.sp
private val LARGEST = 56.dp
