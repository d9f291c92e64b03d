package jp.tsunagari.ui.design

import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.em

/** A text as it is drawn: joined where a line must not end, kanji apart where their reading is wider than they are. */
internal class Typeset private constructor(
    val text: AnnotatedString,
    /** Readings, by places of [text]. */
    val readings: List<Ruby.Reading>,
) {
    companion object {
        /** Size of a reading, of its kanji. */
        const val SMALL = 0.5f

        /** [line] is how many letters a line holds. */
        fun of(ruby: Ruby, line: Int): Typeset {
            val kanji = ruby.readings.flatMap { it.start + 1 until it.end }
            val breaks = Phrases.hyphens(ruby.plain, line)
            val joins = Phrases.joins(ruby.plain, line) + kanji.filterNot { ruby.plain[it].isLowSurrogate() }
            val readings = mutableListOf<Ruby.Reading>()
            val text = buildAnnotatedString {
                var place = 0

                fun copy(until: Int) {
                    while (place < until) {
                        if (place in joins) append(Phrases.JOINER)
                        if (place in breaks) append(Phrases.BREAK)
                        append(ruby.plain[place++])
                    }
                }
                for (reading in ruby.readings) {
                    copy(reading.start)
                    if (place in joins) append(Phrases.JOINER)
                    val start = length
                    withStyle(SpanStyle(letterSpacing = spacing(reading).em)) {
                        append(ruby.plain[place++])
                        copy(reading.end)
                    }
                    readings += Ruby.Reading(start, length, reading.kana)
                }
                copy(ruby.plain.length)
            }
            return Typeset(text, readings)
        }

        /** What each character, joiners too, has to be further apart. */
        private fun spacing(reading: Ruby.Reading): Float {
            val kanji = reading.end - reading.start
            return ((reading.kana.length * SMALL - kanji) / (2 * kanji - 1)).coerceAtLeast(0f)
        }
    }
}
