package jp.tsunagari.ui.design

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Text can be read and marks can be seen, in all pairs there are: nothing is drawn in others. */
class PaletteTest {
    @Test
    fun `text stands out from its ground`() {
        for ((name, palette) in palettes) {
            val faint = palette.tones.flatMap { (tone, it) ->
                listOf("text" to it.text, "quiet" to it.quiet).map { (use, color) ->
                    "$name $tone $use" to ratio(it.ground, color)
                }
            }.filter { it.second < TEXT }
            assertEquals(emptyList<Pair<String, Float>>(), faint)
        }
    }

    @Test
    fun `edges and marks stand out from their ground`() {
        for ((name, palette) in palettes) {
            val faint = palette.tones.map { (tone, it) -> "$name $tone" to ratio(it.ground, it.line) }
                .filter { it.second < MARK }
            assertEquals(emptyList<Pair<String, Float>>(), faint)
        }
    }

    @Test
    fun `every tone of a palette is looked at`() {
        val fields = Palette::class.java.declaredFields.count { it.type == Tone::class.java }
        assertEquals(fields, Palette.LIGHT.tones.size)
    }

    /** Contrast as WCAG 2 counts it. */
    private fun ratio(one: Color, other: Color): Float {
        val (dark, light) = listOf(one.luminance(), other.luminance()).sorted()
        return (light + HAZE) / (dark + HAZE)
    }

    private companion object {
        const val TEXT = 4.5f
        const val MARK = 3f
        const val HAZE = 0.05f
        val palettes = listOf("light" to Palette.LIGHT, "dark" to Palette.DARK)
    }
}
