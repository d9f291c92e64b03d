package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import androidx.compose.ui.use
import java.time.Instant
import jp.tsunagari.core.OpenState
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.OpenChip
import jp.tsunagari.ui.design.Palette
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.TickRow
import jp.tsunagari.ui.design.ToggleButton
import jp.tsunagari.ui.design.Tone
import jp.tsunagari.ui.design.WordChoice
import jp.tsunagari.ui.mood.WeatherMark
import org.jetbrains.skia.EncodedImageFormat
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Colour says nothing: with one colour for all grounds and one for all that stands on them, states still differ. */
class ColourTest {
    @Test
    fun `open, closed and not known`() = differ(
        { OpenChip(OpenState.Always, "窓口") },
        { OpenChip(OpenState.Closed(Instant.EPOCH), "窓口") },
        { OpenChip(OpenState.Unknown, "窓口") },
    )

    @Test
    fun `chosen and not chosen`() {
        differ({ Choice("ことば", true, { }) }, { Choice("ことば", false, { }) })
        differ({ WordChoice("ことば", true, { }) }, { WordChoice("ことば", false, { }) })
        differ({ ToggleButton("ことば", true, { }) }, { ToggleButton("ことば", false, { }) })
        differ({ TickRow("ことば", true, one = false, { }) }, { TickRow("ことば", false, one = false, { }) })
        differ({ TickRow("ことば", true, one = true, { }) }, { TickRow("ことば", false, one = true, { }) })
        differ({ PickRow("ことば", true, { }) }, { PickRow("ことば", false, { }) })
        differ({ SwitchRow("ことば", true, { }) }, { SwitchRow("ことば", false, { }) })
    }

    @Test
    fun `every level of a mood`() = differ((1..LEVELS).map { level -> { WeatherMark(level, 48.dp, Color.Black) } })

    private fun differ(vararg states: @Composable () -> Unit) = differ(states.toList())

    private fun differ(states: List<@Composable () -> Unit>) {
        val pictures = states.map { drawn(it).toList() }
        assertEquals(pictures.size, pictures.distinct().size)
    }

    private fun drawn(state: @Composable () -> Unit): ByteArray =
        ImageComposeScene(WIDTH, WIDTH, Density(2f)) {
            CompositionLocalProvider(LocalPalette provides ONE_COLOUR, LocalTone provides TONE) {
                Ground(TONE) { state() }
            }
        }.use { scene ->
            scene.render(0)
            checkNotNull(scene.render(1_000_000_000).encodeToData(EncodedImageFormat.PNG)).bytes
        }

    private companion object {
        const val LEVELS = 5
        val TONE = Tone(Color.White, Color.Black, Color.Black, Color.Black)
        val ONE_COLOUR = Palette(TONE, TONE, TONE, TONE, TONE, TONE, TONE)
    }
}
