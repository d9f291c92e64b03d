package jp.tsunagari.ui.scan

import jp.tsunagari.core.fake.FakeTsunagari
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ReadTextTest {
    private val api = FakeTsunagari()
    private val lines = runBlocking { api.directory.lines() + api.directory.emergency().map { it.card } }

    @Test
    fun `numbers are found, and those of the directory have its line`() {
        val read = read("よるのでんわ\n電話：0870-000-001（無料）\n自宅 03-0000-0001", lines)
        assertEquals(listOf("0870000001" to "よるのでんわ", "0300000001" to null), read.lined())
    }

    @Test
    fun `short numbers are found where they are surely meant, and known`() {
        assertEquals(listOf("119" to "119（火事・救急）"), read("電話：119（通話料無料）", lines).lined())
        assertEquals(emptyList<Any>(), read("電話：999、部屋110、119円、コード:1190", lines).lined())
    }

    @Test
    fun `a text is bounded, and that is said`() {
        val long = read("9".repeat(7_000), lines)
        assertTrue(long.cut && long.text.length == 3_000)
        assertTrue(read("\n".repeat(500) + "a\n".repeat(500), lines).text.lines().size <= 100)
        val many = read((0..99).joinToString("、") { "087-000-%04d".format(it) }, lines)
        assertTrue(many.numbers.size <= 10)
        assertFalse(read("よるのでんわ\n", lines).cut)
    }

    private fun ScanShown.Read.lined() = numbers.map { it.dial to it.line?.name }
}
