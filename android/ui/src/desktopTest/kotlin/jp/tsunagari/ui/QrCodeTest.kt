package jp.tsunagari.ui

import androidx.compose.foundation.layout.width
import androidx.compose.ui.Modifier
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.unit.dp
import jp.tsunagari.core.Frame
import jp.tsunagari.ui.design.QrCode
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class QrCodeTest {
    @Test
    fun `what is drawn is what a camera reads`() {
        val stage = Stage()
        val (code, text) = runBlocking {
            stage.api.keepsakes.setMemo("name", "はな")
            stage.api.keepsakes.shareMemo(listOf("name"), true)
            stage.api.keepsakes.memoCode() to stage.api.keepsakes.sharedMemo().text
        }
        // The fake reads codes of four points a module, with four modules of white.
        val side = (code.size + 8) * 4
        stage.play({ On { QrCode(code, "code", Modifier.width((side / 2).dp)) } }) {
            val picture = onNodeWithContentDescription("code").captureToImage()
            assertEquals(side, picture.width)
            val pixels = IntArray(side * side).also { picture.readPixels(it) }
            val frames = mutableListOf(Frame(side, side, ByteArray(pixels.size) { pixels[it].toByte() }))
            assertEquals(text, runBlocking { stage.api.codes.read { frames.removeFirstOrNull() } })
        }
    }
}
