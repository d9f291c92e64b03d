package jp.tsunagari.ui.design

import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color

/** The grounds there are: paper and indigo by day, ink and pale indigo by night. No colour stands for good or bad. */
@Immutable
data class Palette(
    val page: Tone,
    val card: Tone,
    /** The three doors of Home, and what was chosen. */
    val door: Tone,
    /** What one came for, such as to call. */
    val action: Tone,
    val input: Tone,
    /** The emergency row, and warnings. */
    val urgent: Tone,
    /** What is pressed in the emergency row. */
    val urgentAction: Tone,
) {
    /** All of them by their names. */
    val tones: Map<String, Tone>
        get() = mapOf(
            "page" to page,
            "card" to card,
            "door" to door,
            "action" to action,
            "input" to input,
            "urgent" to urgent,
            "urgentAction" to urgentAction,
        )

    companion object {
        val LIGHT = Palette(
            page = tone(0xFFF7F4EE, 0xFF26292C, 0xFF565A5C, 0xFF7E8283),
            card = tone(0xFFFFFFFF, 0xFF26292C, 0xFF565A5C, 0xFF838788),
            door = tone(0xFFDFE8EC, 0xFF1D3038, 0xFF3F535B, 0xFF5F7882),
            action = tone(0xFF2F5566, 0xFFFFFFFF, 0xFFE3ECF0, 0xFFB9CDD6),
            input = tone(0xFFFFFFFF, 0xFF26292C, 0xFF5C6062, 0xFF6F7576),
            urgent = tone(0xFFEFE6D4, 0xFF33291A, 0xFF5B4D38, 0xFF85724F),
            urgentAction = tone(0xFF4A3B22, 0xFFFFFFFF, 0xFFF3EAD9, 0xFFD9C6A2),
        )
        val DARK = Palette(
            page = tone(0xFF15191B, 0xFFE9E6DF, 0xFFB4B6B3, 0xFF7F8688),
            card = tone(0xFF1F2527, 0xFFE9E6DF, 0xFFB9BBB8, 0xFF7F8688),
            door = tone(0xFF27363D, 0xFFE2EBEF, 0xFFBCCAD0, 0xFF8299A3),
            action = tone(0xFFA9CBD8, 0xFF10262F, 0xFF27414C, 0xFF3F5F6C),
            input = tone(0xFF1F2527, 0xFFE9E6DF, 0xFFB4B6B3, 0xFF8E9597),
            urgent = tone(0xFF352D1F, 0xFFF2E8D5, 0xFFD3C5AA, 0xFFA08E6C),
            urgentAction = tone(0xFFE9D6AF, 0xFF2B2111, 0xFF46391F, 0xFF6B5936),
        )

        private fun tone(ground: Long, text: Long, quiet: Long, line: Long) =
            Tone(Color(ground), Color(text), Color(quiet), Color(line))
    }
}

/** The palette of the theme. */
val LocalPalette = staticCompositionLocalOf { Palette.LIGHT }
