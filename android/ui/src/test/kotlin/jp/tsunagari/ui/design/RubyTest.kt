package jp.tsunagari.ui.design

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class RubyTest {
    @Test
    fun `a reading belongs to its kanji and is not read twice`() {
        val ruby = Ruby.of("お{金|かね}が いらない")
        assertEquals("お金が いらない", ruby.plain)
        assertEquals(listOf(Ruby.Reading(1, 2, "かね")), ruby.readings)
        assertEquals("今日の 気持ち", spoken("{今日|きょう}の {気持|きも}ち"))
    }

    @Test
    fun `what is not a reading stays as it is`() {
        assertEquals(Ruby("なにも{ない|", emptyList()), Ruby.of("なにも{ない|"))
        assertEquals("", Ruby.of("").plain)
    }

    @Test
    fun `readings keep their places where joiners were put in`() {
        val typeset = Typeset.of(Ruby.of("{救急車|きゅうきゅうしゃ}を {呼|よ}ぶ"), 20)
        val drawn = typeset.readings.map { typeset.text.substring(it.start, it.end).replace("${Phrases.JOINER}", "") }
        assertEquals(listOf("救急車", "呼"), drawn)
        assertTrue(typeset.text.text.startsWith("救${Phrases.JOINER}急${Phrases.JOINER}車${Phrases.JOINER}を"))
    }

    @Test
    fun `kanji stand apart where their reading is wider`() {
        val typeset = Typeset.of(Ruby.of("{私|わたし}の {話|はなし}と {声|こえ}"), 20)
        val widened = typeset.text.spanStyles.map { it.item.letterSpacing.value }
        assertEquals(listOf(0.5f, 0.5f, 0f), widened)
    }
}
