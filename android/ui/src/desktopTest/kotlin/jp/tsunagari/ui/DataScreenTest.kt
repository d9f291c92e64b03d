package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class DataScreenTest {
    private val stage = Stage()

    @Test
    fun `what is here says how old it is, from whom, and that it is whole`() = stage.play({ Data() }, height = TALL) {
        listOf("全国の窓口（作りもの）", stage.label("data_fresh"), stage.label("data_whole"))
            .forEach { onNodeWithText(it).assertExists(it) }
    }

    @Test
    fun `what is old says so, and a wrong clock, too`() {
        stage.api.control.packAge = "すこし古い情報です。変わっているかもしれません"
        stage.api.control.clockOk = false
        stage.play({ Data() }, height = TALL) {
            onNodeWithText("すこし古い情報です。変わっているかもしれません").assertExists()
            onNodeWithText(stage.label("data_clock")).assertExists()
            assertEquals(0, count(stage.label("data_fresh")))
        }
    }

    @Test
    fun `a file that is brought in says what became of it, file by file`() = stage.play({ Data() }, height = TALL) {
        press("data_pick")
        shows("取り込みました：1件")
        for (told in listOf(
            "data_file_aside",
            "data_file_no_data",
        )) {
            onNodeWithText(stage.label(told)).assertExists(told)
        }
        onNodeWithText("読めない行がありました：1行").assertExists()
        onNodeWithContentDescription("library.csv、${stage.label("data_noticed")}").performScrollTo().performClick()
        onNodeWithText("名称のない行です").assertExists()
        press("data_places")
        assertEquals(listOf("pick", "places"), stage.pressed)
        press("data_take_all")
        waitUntil(timeoutMillis = 5_000) { count(stage.label("data_file_aside")) == 0 }
        shows("2件を取り込みました。")
    }

    @Test
    fun `how far it is can be seen, and it can be stopped`() = stage.play({ Data() }, height = TALL) {
        val held = stage.api.control.hold("directory.import")
        press("data_pick")
        runBlocking { held.reached() }
        shows(stage.label("data_reading"))
        waitUntil(timeoutMillis = 5_000) { onAllNodes(hasText(" B", substring = true)).fetchSemanticsNodes().size == 1 }
        press("data_cancel")
        held.letGo()
        shows(stage.label("data_stopped"))
        assertEquals(0, count("library.csv"))
    }

    @Test
    fun `a file that cannot be read says so, and another one can be chosen`() = stage.play({ Data() }, height = TALL) {
        stage.api.control.failNext(TsunagariError.Invalid("path"))
        press("data_pick")
        shows(stage.label("data_unreadable"))
        press("data_pick_other")
        shows("取り込みました：1件")
    }

    @Test
    fun `what is not whole is said`() = stage.play({ Data(brought = true) }, height = TALL) {
        onNodeWithText(stage.label("data_not_whole")).assertExists()
        assertEquals(0, count(stage.label("data_whole")) + count(stage.label("data_clock")))
    }

    private fun SkikoComposeUiTest.press(name: String) =
        onNodeWithText(stage.label(name)).performScrollTo().performClick()

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }

    private companion object {
        const val TALL = 5000
    }
}
