package jp.tsunagari.ui.kept

import java.text.Normalizer

/**
 * Telephone numbers that stand in what a person wrote, for the dialler, so that nobody has to copy one in a hard hour.
 * Times and dates are none: a number has ten or eleven digits and begins with 0, or it begins with +.
 */
internal fun numbersIn(written: String): List<WrittenNumber> {
    val plain = Normalizer.normalize(written, Normalizer.Form.NFKC).replace(DASHES, "-")
    return NUMBER.findAll(plain)
        .map { WrittenNumber(it.value, it.value.filter { sign -> sign.isDigit() || sign == '+' }) }
        .filter { it.dial.length in if (it.dial.startsWith("+")) ABROAD else HERE }
        .distinctBy { it.dial }.toList()
}

/** A number as it was written, and for the dialler. */
internal data class WrittenNumber(val words: String, val dial: String)

/** What is given to the dialler for a field that holds a number and nothing else: also 110 and #9110. */
internal fun dialled(number: String): String? =
    numbersIn(number).firstOrNull()?.dial ?: Normalizer.normalize(number, Normalizer.Form.NFKC)
        .filter { it in '0'..'9' || it == '#' || it == '+' || it == '*' }
        .takeIf { it.length >= SHORTEST }

private val DASHES = Regex("[‐‑–—−ー]")

/** Between groups of digits. */
private const val GAP = "[-(). ]{0,2}"

/** Three groups after a 0, or up to five after a +. */
private val NUMBER = Regex(
    "(?<![\\d+])(?:0\\d{1,4}$GAP\\d{1,4}$GAP\\d{3,4}|\\+\\d{1,3}(?:$GAP\\d{1,4}){2,4})(?!\\d)",
)
private val HERE = 10..11
private val ABROAD = 9..16
private const val SHORTEST = 3
