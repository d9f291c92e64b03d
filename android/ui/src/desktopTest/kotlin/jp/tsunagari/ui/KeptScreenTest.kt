package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollToNodeAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToNode
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class KeptScreenTest {
    private val stage = Stage()

    @Test
    fun `what was set aside is called and opened`() = stage.play({ Kept() }) {
        press("よるのでんわ、0870-000-001に電話する")
        press("しゃべらない窓口をくわしく見る")
        assertEquals(listOf("call 0870000001", "open fake.chat"), stage.pressed)
    }

    @Test
    fun `what was taken off comes back`() = stage.play({ Kept() }) {
        press("よるのでんわをはずす")
        shows(stage.label("kept_removed"))
        assertEquals(0, count("よるのでんわ"))
        onNodeWithText(stage.label("write_undo")).performClick()
        waitUntil(timeoutMillis = 5_000) { count(stage.label("kept_removed")) == 0 }
        onNode(hasScrollToNodeAction()).performScrollToNode(hasText("よるのでんわ"))
    }

    @Test
    fun `what is gone says so, and can be taken off`() = stage.play({ Kept() }) {
        onNode(hasScrollToNodeAction()).performScrollToNode(hasText("みなみ図書館"))
        onNodeWithText("いまの一覧にはありません（入れたときの名前です）").assertExists()
        press("みなみ図書館をはずす")
        waitUntil(timeoutMillis = 5_000) { count("みなみ図書館") == 0 }
        assertEquals(0, count(stage.label("write_undo")))
    }

    @Test
    fun `where nothing is set aside, the way to find something is there`() = stage.play({ Kept { } }) {
        onNodeWithText(stage.label("kept_find")).performClick()
        assertEquals(listOf("find"), stage.pressed)
    }

    private fun SkikoComposeUiTest.press(name: String) {
        onNode(hasScrollToNodeAction()).performScrollToNode(hasContentDescription(name))
        onNodeWithContentDescription(name).performClick()
    }

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }
}
