package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class MemoScreenTest {
    private val stage = Stage()

    @Test
    fun `a field is written for oneself, and shown when one says so`() = stage.play({ Memo() }) {
        onNodeWithText("呼んでほしい名前").performScrollTo().performClick()
        onNodeWithText("呼んでほしい名前").performTextInput("はなちゃん")
        press("呼んでほしい名前：残す")
        shows("はなちゃん")
        onNodeWithContentDescription("呼んでほしい名前：見せてもよい").assertIsOff()
        press("呼んでほしい名前：見せてもよい")
        waitUntil(timeoutMillis = 5_000) {
            runCatching { onNodeWithContentDescription("呼んでほしい名前：見せてもよい").assertIsOn() }.isSuccess
        }
    }

    @Test
    fun `a field that was emptied comes back`() = stage.play({ Memo() }) {
        press("体と心のこと、薬：消す")
        shows(stage.label("write_removed"))
        assertEquals(0, count("夜、眠れないことが多いです"))
        onNodeWithText(stage.label("write_undo")).performClick()
        shows("夜、眠れないことが多いです")
    }

    @Test
    fun `what is shown is what was chosen, as sentences, as a code and on paper`() = stage.play({ ShareMemo() }) {
        shows("わたしの名前は、高松花子です。")
        assertEquals(0, onAllNodes(hasText("眠れない", substring = true)).fetchSemanticsNodes().size)
        onNodeWithContentDescription(stage.label("memo_code_name")).performScrollTo().assertExists()
        onNodeWithText(stage.label("memo_print")).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.toList() == listOf("print true") }
    }

    @Test
    fun `where nothing is chosen, what to do is said`() = stage.play({ ShareMemo { } }) {
        shows(stage.label("memo_none_chosen"))
        onNodeWithText(stage.label("memo_choose")).performClick()
        assertEquals(listOf("edit"), stage.pressed)
    }

    @Test
    fun `what a code does not hold is said, with what to shorten`() = stage.play({ ShareMemo { writeMuch() } }) {
        onNodeWithText(stage.label("memo_code_long")).performScrollTo().assertExists()
        onNodeWithText("いま困っていること").assertExists()
        assertEquals(0, onAllNodes(hasText("名前")).fetchSemanticsNodes().size)
        onNodeWithText(stage.label("memo_choose")).performScrollTo().performClick()
        assertEquals(listOf("edit"), stage.pressed)
    }

    @Test
    fun `the code is black on white by night, too`() {
        val night = Stage(dark = true)
        night.play({ ShareMemo() }) {
            val code = onNodeWithContentDescription(night.label("memo_code_name")).performScrollTo()
            val picture = code.captureToImage()
            val pixels = IntArray(picture.width * picture.height).also { picture.readPixels(it) }
            assertEquals(setOf(WHITE, BLACK), pixels.toSet())
            // White of four modules around it.
            val margin = picture.width / MODULES
            for (x in 0 until picture.width) {
                for (y in 0 until margin) assertEquals(WHITE, pixels[y * picture.width + x])
            }
            assertTrue(pixels.count { it == BLACK } > pixels.size / MODULES)
        }
    }

    private fun SkikoComposeUiTest.press(name: String) {
        onNodeWithContentDescription(name).performScrollTo().performClick()
    }

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }

    private companion object {
        const val WHITE = 0xFFFFFFFF.toInt()
        const val BLACK = 0xFF000000.toInt()

        /** More modules than that code has on a side, a quarter each. */
        const val MODULES = 20
    }
}
