package jp.tsunagari.ui

import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.state.ToggleableState
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
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
    fun `what is pressed on a way is of one height`() = stage.play({ Detail() }) {
        val heights = listOf("に電話する", "をコピーする", "を大きく見せる").map { deed ->
            onNodeWithContentDescription("電話、0870-000-001$deed").fetchSemanticsNode().size.height
        }
        assertEquals(1, heights.distinct().size) { "$heights" }
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
            assertEquals(0, count(KEEP) + count(stage.label("detail_keep")))
        }

    @Test
    fun `where no dialler is the number is shown large`() = stage.play({ Detail(able = false) }) {
        onNodeWithContentDescription("電話、0870-000-001に電話する").performScrollTo().performClick()
        onNodeWithContentDescription("0870-000-001").assertExists()
    }

    @Test
    fun `what was copied is said where it was pressed`() = stage.play({ Detail() }) {
        onNodeWithContentDescription("電話、0870-000-001をコピーする").performScrollTo().performClick()
        val said = onNodeWithContentDescription("電話、0870-000-001をコピーしました").fetchSemanticsNode()
        assertEquals(LiveRegionMode.Polite, said.config[SemanticsProperties.LiveRegion])
        onNodeWithText(stage.label("detail_copied"), useUnmergedTree = true).assertExists()
    }

    @Test
    fun `an entry is kept, and no more`() = stage.play({ Detail() }) {
        onNodeWithText(KEEP).performScrollTo().assertIsOff().performClick()
        waitUntil(timeoutMillis = 5_000) { "keepsakes.addFavourite" in stage.api.control.calls }
        waitUntil(timeoutMillis = 5_000) { isOn(KEEP) }
        onNodeWithText(KEEP).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { !isOn(KEEP) }
    }

    @Test
    fun `where nothing is kept yet the person may begin, or only look things up`() = stage.forgotten {
        onNodeWithText(KEEP).performScrollTo().performClick()
        onNodeWithText(stage.label("detail_begin_not")).performScrollTo().performClick()
        assertEquals(0, count(stage.label("detail_begin")))
        onNodeWithText(KEEP).performScrollTo().performClick()
        onNodeWithText(stage.label("detail_begin")).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { isOn(KEEP) }
    }

    @Test
    fun `smaller steps are pressed where they can be done`() = stage.play({ Detail() }) {
        onNodeWithText("言いたいことを、一行だけメモに書いてみる").performScrollTo().performClick()
        onNodeWithText(stage.label("detail_speak")).performScrollTo().performClick()
        onNodeWithText(stage.label("detail_busy")).performScrollTo().performClick()
        assertEquals(listOf("memo", "speak", "busy tel"), stage.pressed)
        onNodeWithText(stage.label("detail_by_hand")).performScrollTo().performClick()
        onNodeWithContentDescription("0870-000-001").assertExists()
        onNodeWithText("書かれている時間：24時間365日").assertExists()
        assertEquals(0, count(stage.label("detail_ways")))
    }

    @Test
    fun `a page is printed`() = stage.play({ Detail() }) {
        onNodeWithText(stage.label("detail_print")).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.any { it.startsWith("print") && "よるのでんわ" in it } }
        assertEquals(0, count(stage.label("detail_paper_yes")))
    }

    @Test
    fun `where nothing prints that is said, with what is left`() = stage.play({ Detail(able = false) }) {
        onNodeWithText(stage.label("detail_print")).performScrollTo().performClick()
        shows("detail_print_impossible")
    }

    @Test
    fun `a code of the entry is shown`() = stage.play({ Detail() }) {
        onNodeWithText(stage.label("detail_code")).performScrollTo().performClick()
        assertEquals(listOf("code false"), stage.pressed)
    }

    @Test
    fun `what could endanger somebody is given away only after a yes of its own`() =
        stage.play({ Detail("fake.warned") }) {
            onNodeWithText(stage.label("trace_go_on")).performClick()
            for ((name, no) in mapOf("print" to "paper_no", "by_hand" to "paper_no", "code" to "code_no")) {
                onNodeWithText(stage.label("detail_$name")).performScrollTo().performClick()
                onNodeWithText(stage.label("detail_$no")).performScrollTo().performClick()
            }
            assertEquals(emptyList<String>(), stage.pressed)
            assertTrue("directory.paper" !in stage.api.control.calls)
            onNodeWithText(stage.label("detail_code")).performScrollTo().performClick()
            onNodeWithText(stage.label("detail_code_yes")).performScrollTo().performClick()
            assertEquals(listOf("code true"), stage.pressed)
            onNodeWithText(stage.label("detail_print")).performScrollTo().performClick()
            onNodeWithText(stage.label("detail_paper_yes")).performScrollTo().performClick()
            waitUntil(timeoutMillis = 5_000) { stage.pressed.any { "あんぜんのでんわ" in it } }
        }

    private fun Stage.forgotten(test: SkikoComposeUiTest.() -> Unit) {
        runBlocking { api.lock.forgetEverything() }
        play({ Detail() }, test = test)
    }

    private fun SkikoComposeUiTest.isOn(text: String) = onNodeWithText(text).fetchSemanticsNode()
        .config[SemanticsProperties.ToggleableState] == ToggleableState.On

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(name: String) =
        waitUntil(timeoutMillis = 5_000) { count(stage.label(name)) == 1 }

    private companion object {
        const val KEEP = "この窓口をとっておく。使うのは、いつでもいい"
    }
}
