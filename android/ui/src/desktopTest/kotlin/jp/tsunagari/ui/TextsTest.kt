package jp.tsunagari.ui

import java.nio.file.Path
import jp.tsunagari.ui.desktop.StringFiles
import kotlin.io.path.readLines
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The labels in three languages. */
class TextsTest {
    private val japanese = StringFiles.of(StringFiles.JAPANESE)
    private val easy = StringFiles.of(StringFiles.EASY_JAPANESE)
    private val english = StringFiles.of(StringFiles.ENGLISH)
    private val all = listOf(japanese, easy, english)

    @Test
    fun `every text is there in every language`() {
        assertTrue(japanese.size > 50)
        assertEquals(japanese.keys, easy.keys)
        assertEquals(japanese.keys, english.keys)
        assertEquals(emptyList<String>(), all.flatMap { it.entries }.filter { it.value.isBlank() }.map { it.key })
    }

    @Test
    fun `what is put into a text is the same in every language`() {
        for ((name, text) in japanese) {
            val said = listOf(text, easy.getValue(name), english.getValue(name)).map { placeholders(it) }
            assertEquals(1, said.distinct().size) { "$name: $said" }
        }
    }

    @Test
    fun `no text watches or judges`() {
        val found = all.flatMap { it.entries }.filter { (_, text) -> FORBIDDEN.any { it in text.lowercase() } }
        assertEquals(emptyList<String>(), found.map { it.key })
    }

    @Test
    fun `every kanji of easy Japanese has a reading that is in the list of words`() {
        val list = Path.of(System.getProperty("tsunagari.android"), "../core/national/easy-words.txt")
        val words = list.readLines().filterNot { it.startsWith("#") }.map { it.split("|").take(2) }.toSet()
        for ((name, text) in easy) {
            val read = PAIR.findAll(text).map { it.groupValues.drop(1) }.filterNot { it in words }.toList()
            assertEquals(emptyList<List<String>>(), read) { name }
            assertTrue(PAIR.replace(text, "").none { it in '一'..'龠' }) { "$name: $text" }
        }
    }

    @Test
    fun `no language is left in another`() {
        val latin = (japanese + easy.mapKeys { "easy ${it.key}" }).filterValues { Regex("[A-Za-z]{2}") in it }
        assertEquals(emptySet<String>(), latin.keys)
        assertEquals(emptySet<String>(), english.filterValues { text -> text.any { it in '぀'..'龠' } }.keys)
        assertEquals(emptySet<String>(), japanese.filterValues { PAIR in it }.keys)
    }

    private fun placeholders(text: String) = Regex("%\\d\\$[a-z]").findAll(text).map { it.value }.sorted().toList()

    private companion object {
        val PAIR = Regex("\\{([^{}|]+)\\|([^{}|]+)\\}")
        val FORBIDDEN = listOf(
            "対象者", "見守られる側", "未応答", "検知", "監視", "頑張", "がんばって", "fork", "rollback", "quorum",
            "quarantine",
        )
    }
}
