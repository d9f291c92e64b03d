package jp.tsunagari.ui.design

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

    /** Places in [text] before which a line must not begin, though a renderer could let it. */
    fun joins(text: String): Set<Int> {
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
        return joins
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
