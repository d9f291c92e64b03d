package jp.tsunagari.ui.design

import kotlin.math.abs

/**
 * Where a line of Japanese may end. Renderers break between any two characters, which tears words apart; here a line
 * ends after a space, a mark or a particle, that is, where hiragana is followed by something else.
 */
internal object Phrases {
    /** Keeps together what stands on both sides of it. */
    const val JOINER = '\u2060'
    private const val OPENING = "「『（(“"
    private const val CLOSING = "、。，．・：；！？」』）),.:;!?”〜…"
    private const val BRACKETS = "」』）)”"
    private const val HONORIFIC = "おご"
    private const val SUFFIX = "方"

    private const val ENDINGS = "うくぐすつぬぶむるたいな"
    private val NOUNS = listOf("ところ", "とき", "こと", "ため")

    /** Marks outside of the Japanese block. */
    private const val MARKS = "“”…（），．：；！？"
    private const val VOICING = "\u3099\u309a"

    /** Between hiragana a word can be seen to end only after these, and not after two letters. */
    private const val PARTICLES = "はを"
    private const val SHORTEST = 3
    private const val END = 3

    /** Where a phrase that is longer than a line is parted if it can be: after what looks like a particle. */
    private const val WEAK = "てでにがもとはをのへや"

    /** Pairs of letters that look like the end of a word and are the middle of one: です, ので, もらう, やすい … */
    private val INSIDE = (
        "でし です では でも てる ては ても てな には にも にく にゅ にん がら がり がる がれ がっ がと がん もう もら もの もち とう とき とこ とも との とは " +
            "はじ はな はん をも ので のに のは のが のを のも ので のと やす やき やさ へん"
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

    /** Places where phrases that are longer than a line may be parted after all. */
    private fun parted(text: String, joins: Set<Int>, line: Int): Set<Int> {
        val edges = listOf(0) + (1 until text.length).filterNot { it in joins } + listOf(text.length)
        return edges.zipWithNext().flatMap { (start, end) -> parted(text, start, end, line) }.toSet()
    }

    private fun parted(text: String, start: Int, end: Int, line: Int): List<Int> {
        if (end - start <= line) return emptyList()
        val middle = (start + end) / 2
        val place = (start + 2..end - 2)
            .filter { text[it - 1] in WEAK && text[it].isHiragana() && text.substring(it - 1, it + 1) !in INSIDE }
            .minByOrNull { abs(it - middle) }
        // Without one anywhere, but not just before the end.
        return when (place) {
            null -> (start + 2..end - END).toList()
            else -> parted(text, start, place, line) + place + parted(text, place, end, line)
        }
    }

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

    private fun Char.isLatin() = this < '\u0250'
}
