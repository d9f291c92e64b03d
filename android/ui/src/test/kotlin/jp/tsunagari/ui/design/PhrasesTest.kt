package jp.tsunagari.ui.design

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PhrasesTest {
    @Test
    fun `a line ends after a mark or a particle`() {
        assertEquals(listOf("電話や", "チャット。", "いま", "話せるなら"), parts("電話やチャット。いま話せるなら"))
        assertEquals(listOf("だれにも", "送られません"), parts("だれにも送られません"))
        assertEquals(listOf("ほかのところを", "さがせます"), parts("ほかのところをさがせます"))
    }

    @Test
    fun `a line ends before ところ and its like, after a verb`() {
        assertEquals(listOf("行ける", "ところ"), parts("行けるところ"))
        assertEquals(listOf("困っている", "こと"), parts("困っていること"))
        assertEquals(listOf("最初のひとこと"), parts("最初のひとこと"))
    }

    @Test
    fun `a word stays whole`() {
        assertEquals(listOf("お金が"), parts("お金が"))
        assertEquals(listOf("言い方では", "ありませんでした"), parts("言い方ではありませんでした"))
        assertEquals(listOf("地域包括支援センターに", "聞く"), parts("地域包括支援センターに聞く"))
        assertEquals(listOf("「話す」と", "言う"), parts("「話す」と言う"))
    }

    @Test
    fun `what is longer than a line is parted after a particle, and not before its last letters`() {
        assertEquals(listOf("夜中でも", "かまいません。"), parts("夜中でもかまいません。", 7))
        assertEquals(listOf("電話すると", "どうなる"), parts("電話するとどうなる", 7))
        assertEquals(listOf("相談にお金が", "かからない"), parts("相談にお金がかからない", 7))
        assertEquals(listOf("つながり", "ました。"), parts("つながりました。", 5))
        assertEquals(listOf("決めたとおりに", "もどす"), parts("決めたとおりにもどす", 8))
        assertEquals(listOf("話せない", "のですが、"), parts("話せないのですが、", 8))
        assertEquals(listOf("使いません", "でした。"), parts("使いませんでした。", 8))
        assertEquals(listOf("つながりました。"), parts("つながりました。", 8))
    }

    @Test
    fun `a word that is longer than a line is parted where two were put together, and never before a small letter`() {
        assertEquals(listOf("地域包括支援", "センター"), parts("地域包括支援センター", 8))
        val starts = parts("インターネットを", 6).drop(1).map { it.first() }
        assertTrue(starts.isNotEmpty() && starts.none { it in "ンーッ" }) { "$starts" }
        assertEquals(listOf("どちらでも", "ない"), parts("どちらでもない", 6))
        assertEquals(listOf("取り込んだあとは、"), parts("取り込んだあとは、"))
    }

    @Test
    fun `a number that is longer than a line goes on after its last hyphen`() {
        assertEquals(setOf(9), Phrases.hyphens("090-1234-5678", 8))
        assertEquals(emptySet<Int>(), Phrases.hyphens("0870-000-001", 8))
        assertEquals(emptySet<Int>(), Phrases.hyphens("A-B 1-2", 8))
    }

    @Test
    fun `spaces and English are left to the renderer`() {
        assertEquals(emptySet<Int>(), Phrases.joins("Someone to talk to, day and night", 9))
        assertEquals(emptySet<Int>(), Phrases.joins("0120-279-338", 9))
    }

    @Test
    fun `a character of several parts is not taken apart`() {
        assertEquals(emptySet<Int>(), Phrases.joins("\uD842\uDFB7", 9))
        assertEquals(emptySet<Int>(), Phrases.joins("邉\uDB40\uDD00", 9))
        assertEquals(emptySet<Int>(), Phrases.joins("か\u3099", 9))
    }

    /** What stays together, as far as it is not parted by a space. */
    private fun parts(text: String, line: Int = 20): List<String> {
        val joins = Phrases.joins(text, line)
        val starts = text.indices.filter { it == 0 || it !in joins }
        return starts.zip(starts.drop(1) + text.length) { from, to -> text.substring(from, to) }
    }
}
