package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class BusyScreenTest {
    private val stage = Stage()

    @Test
    fun `it is said first that nobody is at fault, and then all that can be done, to stop among it`() =
        stage.play({ BusyWithOtherWay() }) {
            val titles = listOf("busy_title", "busy_other_way", "busy_unsure", "busy_again", "busy_next", "busy_today")
            val tops = titles.map { onNodeWithText(stage.label(it)).fetchSemanticsNode().positionInRoot.y }
            assertEquals(tops.sorted(), tops)
            onNodeWithText("いまは時間外（つぎは あす 10:00 から）").assertExists()
            onNodeWithText(stage.label("busy_enough")).performScrollTo().performClick()
            assertEquals(listOf("enough"), stage.pressed)
        }

    @Test
    fun `a line that is open is called, and one that did not answer either is not offered as new`() =
        stage.play({ Busy("fake.chat") }) {
            onNodeWithContentDescription("よるのでんわ、電話、0870-000-001に電話する").performScrollTo().performClick()
            assertEquals(listOf("call 0870000001"), stage.pressed)
            assertEquals(0, count(stage.label("busy_again")))
            onNodeWithContentDescription("よるのでんわ、電話もつながらなかった").performScrollTo().performClick()
            shows(stage.label("busy_again"))
            assertEquals(0, count(stage.label("busy_open")))
        }

    @Test
    fun `what opens later is not called now, but its page opens`() = stage.play({ Busy() }) {
        val day = "ひとり暮らしの人のための、くらしと仕事の相談窓口"
        assertTrue(pressable().none { it.name.startsWith("$day、電話、0870") })
        onNodeWithContentDescription("$day、電話をくわしく見る").performScrollTo().performClick()
        assertEquals(listOf("open fake.day"), stage.pressed)
    }

    @Test
    fun `another way of a line with a warning leads to its page, where the warning is`() =
        stage.play({ BusyWithOtherWay("fake.warned") }) {
            assertTrue(pressable().none { it.name.startsWith("あんぜんのでんわ") && "電話する" in it.name })
            onNodeWithContentDescription("あんぜんのでんわ、チャットをくわしく見る").performScrollTo().performClick()
            assertEquals(listOf("open fake.warned"), stage.pressed)
        }

    @Test
    fun `what was tried is remembered when the person says so`() = stage.play({ Busy() }) {
        onNodeWithText(stage.label("busy_remember_words")).assertExists()
        onNodeWithText(stage.label("busy_remember")).performScrollTo().performClick()
        shows(stage.label("busy_remembered"))
        assertEquals(0, count(stage.label("busy_remember")))
    }

    @Test
    fun `a line with a warning is not remembered`() = stage.play({ Busy("fake.warned") }) {
        assertEquals(0, count(stage.label("busy_remember")))
    }

    @Test
    fun `119 and 110 stay in sight, with the largest text too`() = stage.play({ Busy() }, fontScale = 2f) {
        onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed().performClick()
        assertEquals(listOf("call 119"), stage.pressed)
    }

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }
}
