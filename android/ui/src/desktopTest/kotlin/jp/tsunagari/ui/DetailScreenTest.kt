package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class DetailScreenTest {
    private val stage = Stage()

    @Test
    fun `a number is called, copied and shown large`() = stage.play({ Detail() }) {
        onNodeWithContentDescription("電話、0870-000-001に電話する").performScrollTo().performClick()
        onNodeWithContentDescription("電話、0870-000-001をコピーする").performScrollTo().performClick()
        assertEquals(listOf("call 0870000001", "copy 0870-000-001"), stage.pressed)
        onNodeWithContentDescription("電話、0870-000-001を大きく見せる").performScrollTo().performClick()
        onNodeWithContentDescription("0870-000-001").assertExists()
        onNodeWithText(stage.label("back")).performClick()
        onNodeWithText("よるのでんわ").assertExists()
        assertEquals(2, stage.pressed.size)
    }

    @Test
    fun `what happens when one calls is said, also what nobody knows`() = stage.play({ Detail() }) {
        val told = listOf(
            stage.label("detail_promise"),
            "名前を言わなくてよい：わかりません",
            "相談にお金がかからない：はい",
            "録音される：いいえ",
            stage.label("detail_opening"),
            "今夜ひとりでいるのがつらいです。少し話してもいいですか。",
            "いつでも受付（24時間）",
            "書かれている時間：24時間365日",
            "作りもの、2026-11-21。窓口はありません",
        )
        told.forEach { onNodeWithText(it).assertExists(it) }
    }

    @Test
    fun `before a call that could endanger somebody nothing but the warning is there`() =
        stage.play({ Detail("fake.warned") }) {
            onNodeWithText("かける前に").assertExists()
            assertEquals(0, onAllNodes(hasText("あんぜんのでんわ")).fetchSemanticsNodes().size)
            assertEquals(listOf(stage.label("trace_leave"), stage.label("trace_go_on")), pressable().map { it.name })
            onNodeWithText(stage.label("trace_go_on")).performClick()
            onNodeWithContentDescription("電話、0870-000-002に電話する").performScrollTo().performClick()
            assertEquals(listOf("call 0870000002"), stage.pressed)
            assertEquals(0, onAllNodes(hasText(stage.label("detail_keep"))).fetchSemanticsNodes().size)
        }

    @Test
    fun `an entry is kept, and no more`() = stage.play({ Detail() }) {
        onNodeWithText(stage.label("detail_keep")).performScrollTo().performClick()
        shows("detail_keep_no_more")
        onNodeWithText(stage.label("detail_keep_no_more")).performScrollTo().performClick()
        shows("detail_keep")
    }

    private fun SkikoComposeUiTest.shows(name: String) = waitUntil(timeoutMillis = 5_000) {
        onAllNodes(hasText(stage.label(name))).fetchSemanticsNodes().size == 1
    }
}
