package jp.tsunagari.ui.scan

import java.text.Normalizer
import jp.tsunagari.core.Card
import jp.tsunagari.ui.kept.WrittenNumber
import jp.tsunagari.ui.kept.numbersIn

/** What is shown of a [text] that anybody may have written, with the numbers in it. Of [lines], the one that has a number is told. */
internal fun read(text: String, lines: List<Card>): ScanShown.Read {
    val written = text.trim().lines()
    val shown = written.take(MOST_LINES).joinToString("\n").take(MOST_LETTERS)
    val known = lines.flatMap { card -> card.ways.mapNotNull { way -> way.dial?.let { it to card } } }
        .reversed().toMap()
    val numbers = (numbersIn(shown) + shortIn(shown).filter { it.dial in known }).distinctBy { it.dial }
    return ScanShown.Read(
        shown,
        cut = shown.length < written.joinToString("\n").length,
        numbers.take(MOST_NUMBERS).map { ReadNumber(it.words, it.dial, known[it.dial]) },
    )
}

/** 119 and #9110 behind a colon, as the codes of this app have them; elsewhere such digits may be anything. */
private fun shortIn(text: String): List<WrittenNumber> =
    SHORT.findAll(Normalizer.normalize(text, Normalizer.Form.NFKC)).map { WrittenNumber(it.value, it.value) }.toList()

private val SHORT = Regex("(?<=: ?)(?:#\\d{4}|\\d{3})(?![-\\d])")

/** As much as a code holds, unless it is all digits. */
private const val MOST_LETTERS = 3_000
private const val MOST_LINES = 100
private const val MOST_NUMBERS = 10
