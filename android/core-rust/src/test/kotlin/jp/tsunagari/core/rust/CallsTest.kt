package jp.tsunagari.core.rust

import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.FfiConverterString
import kotlinx.coroutines.Dispatchers
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class CallsTest {
    @Test
    fun `half a character, which no core takes, is an invalid text and nothing worse`() {
        val error = assertThrows(TsunagariError.Invalid::class.java) {
            Calls(Dispatchers.Unconfined).typed { FfiConverterString.toUtf8("ねむい\uD83D") }
        }
        assertEquals("characters", error.field)
    }
}
