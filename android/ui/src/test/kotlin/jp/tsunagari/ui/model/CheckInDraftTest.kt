package jp.tsunagari.ui.model

import java.time.LocalTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class CheckInDraftTest {
    @Test
    fun `the end is never before the beginning`() {
        val pushed = CheckInDraft().from(6)
        assertEquals(LocalTime.of(21, 0) to LocalTime.of(21, 0), pushed.rule.from to pushed.rule.to)
        val pulled = CheckInDraft().to(-6)
        assertEquals(LocalTime.of(17, 0) to LocalTime.of(17, 0), pulled.rule.from to pulled.rule.to)
    }

    @Test
    fun `a step goes half an hour, and not into another day`() {
        assertEquals(LocalTime.of(18, 30), CheckInDraft().from(1).rule.from)
        assertEquals(LocalTime.of(0, 0), CheckInDraft().from(-99).rule.from)
        assertEquals(LocalTime.of(23, 30), CheckInDraft().to(99).rule.to)
    }

    @Test
    fun `the silence after writing goes from none to two days`() {
        val longer = generateSequence(CheckInDraft()) { it.unless(longer = true) }.take(5)
        assertEquals(listOf(6, 12, 24, 48, 48), longer.map { it.rule.unlessLoggedHours }.toList())
        val shorter = generateSequence(CheckInDraft()) { it.unless(longer = false) }.take(4)
        assertEquals(listOf(6, 3, 0, 0), shorter.map { it.rule.unlessLoggedHours }.toList())
    }
}
