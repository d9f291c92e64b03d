package jp.tsunagari.ui.kept

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

class NumbersTest {
    @Test
    fun `a number in what was written is found, however it was written`() {
        val written = mapOf(
            "いとこのみちる 090-1234-5678（夜10時まで）" to listOf("09012345678"),
            "０８７ー０００ー００００ 病院" to listOf("0870000000"),
            "087(000)0000" to listOf("0870000000"),
            "先生09012345678" to listOf("09012345678"),
            "+81 90 1234 5678" to listOf("+819012345678"),
            "家 087-000-0001、仕事 087-000-0002" to listOf("0870000001", "0870000002"),
            "0120-000-000 0120-000-000" to listOf("0120000000"),
        )
        assertEquals(written, written.mapValues { (text, _) -> numbersIn(text).map { it.dial } })
    }

    @Test
    fun `a number is shown as it was written`() {
        assertEquals(listOf("090-1234-5678"), numbersIn("みちる ０９０ー１２３４ー５６７８（夜）").map { it.words })
    }

    @Test
    fun `times, dates and amounts are no numbers to call`() {
        val written = listOf("夜10時まで", "2026-11-25 19:20", "10:00-17:00", "3,000円", "0が5つ 00000", "090-1234", "")
        assertEquals(emptyList<String>(), written.flatMap { text -> numbersIn(text).map { it.words } })
    }

    @Test
    fun `a field for a number holds short ones, too`() {
        assertEquals("110", dialled("110"))
        assertEquals("#9110", dialled("＃９１１０"))
        assertEquals("0870000000", dialled("087-000-0000（代表）"))
        assertNull(dialled("受付で聞く"))
    }
}
