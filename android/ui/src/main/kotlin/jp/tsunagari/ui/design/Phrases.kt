package jp.tsunagari.ui.design

import kotlin.math.abs

/**
 * Where a line of Japanese may end. Renderers break between any two characters, which tears words apart; here a line
 * ends after a space, a mark or a particle, that is, where hiragana is followed by something else.
 */
internal object Phrases {
    /** Keeps together what stands on both sides of it. */
    const val JOINER = '\u2060'

    /** Lets a line end between what stands on both sides of it. */
    const val BREAK = '\u200b'
    private const val OPENING = "「『（(“"
    private const val CLOSING = "、。，．・：；！？」』）),.:;!?”〜…"
    private const val BRACKETS = "」』）)”"
    private const val HONORIFIC = "おご"
    private const val SUFFIX = "方込"

    private const val ENDINGS = "うくぐすつぬぶむるたいな"
    private val NOUNS = listOf("ところ", "とき", "こと", "ため")

    /** Marks outside of the Japanese block. */
    private const val MARKS = "“”…（），．：；！？"
    private const val VOICING = "\u3099\u309a"

    /** Between hiragana a word can be seen to end only after these, and not after two letters. */
    private const val PARTICLES = "はを"
    private const val SHORTEST = 3
    private const val END = 3

    /** No line begins with them, however long a word is. */
    private const val NEVER_FIRST = "んっゃゅょぁぃぅぇぉンッャュョァィゥェォー"

    /** How wide a letter or digit of the alphabet is, of a kanji. */
    private const val LATIN = 0.66f

    /** Where a phrase that is longer than a line is parted if it can be: after what looks like a particle. */
    private const val WEAK = "てでにがもとはをのへや"

    /** Endings of verbs, and a verb that stands after にも of its own: とおりに + もどす. */
    private val TAILS = listOf("ません", "ました", "でした", "ない", "ので", "もどす")

    /** Pairs of letters that look like the end of a word and are the middle of one: です, ので, もらう, やすい … */
    private val INSIDE = (
        "でし です では でも てる ては ても てな には にも にく にゅ にん がら がり がる がれ がっ がと がん もう もら もの もち もど とう とお とき とこ " +
            "とも との とは はじ はな はん をも ので のに のは のが のを のも ので のと やす やき やさ へん"
        ).split(' ').toSet()

    /** Places in [text] before which a line must not begin, though a renderer could let it. A line holds [line] letters. */
    fun joins(text: String, line: Int): Set<Int> {
        val joins = mutableSetOf<Int>()
        var begun = 0
        for (place in 1 until text.length) {
            val (before, after) = text[place - 1] to text[place]
            val run = place - begun
            when {
                before.isWhitespace() || after.isWhitespace() || (before.isLatin() && after.isLatin()) -> begun = place
                !before.isKnown() || !after.isKnown() -> begun = place
                beginsNoun(text, place) || mayBreak(before, after, run) -> begun = place
                else -> joins += place
            }
        }
        return joins - parted(text, joins, line)
    }

    /** Places in [text] where a number that is longer than a line may go on in the next one: after its last hyphen. */
    fun hyphens(text: String, line: Int): Set<Int> {
        val long = NUMBER.findAll(text).filter { it.value.length * LATIN > line }
        return long.map { it.range.first + it.value.lastIndexOf('-') + 1 }.toSet()
    }

    /** Places where phrases that are longer than a line may be parted after all. */
    private fun parted(text: String, joins: Set<Int>, line: Int): Set<Int> {
        val edges = listOf(0) + (1 until text.length).filterNot { it in joins } + listOf(text.length)
        return edges.zipWithNext().flatMap { (start, end) -> parted(text, start, end, line) }.toSet()
    }

    private fun parted(text: String, start: Int, end: Int, line: Int): List<Int> {
        if (end - start <= line) return emptyList()
        val middle = (start + end) / 2
        val places = (start + 2..end - 2).filter { text[it] !in NEVER_FIRST }
        // Where two words are put together, else after what looks like a particle, else before the ending of a verb.
        val place = places.filter { isSeam(text[it - 1], text[it]) }.minByOrNull { abs(it - middle) }
            ?: places.filter { endsWeakly(text, it) }.minByOrNull { abs(it - middle) }
            ?: places.filter { place -> TAILS.any { text.startsWith(it, place) } }.minByOrNull { abs(it - middle) }
        // Without one anywhere, but not just before the end.
        return when (place) {
            null -> places.filter { it <= end - END }
            else -> parted(text, start, place, line) + place + parted(text, place, end, line)
        }
    }

    private fun endsWeakly(text: String, place: Int) =
        text[place - 1] in WEAK && text[place].isHiragana() && text.substring(place - 1, place + 1) !in INSIDE

    /** 支援 + センター. */
    private fun isSeam(before: Char, after: Char) =
        (before.isKanji() && after.isKatakana()) || (before.isKatakana() && after.isKanji())

    /** After a verb or an adjective: 行ける + ところ. */
    private fun beginsNoun(text: String, place: Int) =
        text[place - 1] in ENDINGS && NOUNS.any { text.startsWith(it, place) }

    private fun mayBreak(before: Char, after: Char, run: Int): Boolean = when {
        after in CLOSING || before in OPENING -> false
        before in BRACKETS && after.isHiragana() -> false
        before in CLOSING || after in OPENING -> true
        before in HONORIFIC || after in SUFFIX -> false
        before.isHiragana() && !after.isHiragana() -> true
        else -> run >= SHORTEST && before in PARTICLES && after.isHiragana()
    }

    /** What is made of several characters, such as emoji and rare forms of kanji, must not be taken apart. */
    private fun Char.isKnown() = isLatin() || this in MARKS || (this in '\u3000'..'\u9fff' && this !in VOICING)

    private fun Char.isHiragana() = this in 'ぁ'..'ゖ'

    private fun Char.isKatakana() = this in 'ァ'..'ー' && this != '・'

    private fun Char.isKanji() = this in '\u4e00'..'\u9fff'

    private fun Char.isLatin() = this < '\u0250'

    private val NUMBER = Regex("[0-9]+(-[0-9]+)+")
}
