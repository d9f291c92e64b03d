package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class HandoverScreenTest {
    private val stage = Stage()

    @Test
    fun `its first card says what is seen and what not, and that there is no lock`() = stage.play({ Handover() }) {
        for (told in listOf("handover_only", "handover_hidden", "handover_gone", "handover_calls", "handover_open")) {
            onNodeWithText(stage.label(told)).assertExists(told)
        }
        press("handover_set_lock")
        press("handover_begin")
        shows(stage.label("find_lines"))
        press("handover_end")
        assertEquals(listOf("set lock", "ended, locked: false"), stage.pressed)
    }

    @Test
    fun `where there is a lock the end leads to it`() {
        runBlocking { stage.api.lock.setPin("", "1234") }
        stage.play({ Handover() }) {
            onNodeWithText(stage.label("handover_locked")).assertExists()
            press("handover_begin")
            shows(stage.label("find_lines"))
            press("handover_end")
            assertEquals(listOf("ended, locked: true"), stage.pressed)
        }
    }

    @Test
    fun `what one person typed the next does not see`() = stage.play({ Handover(begun = true) }) {
        field().performTextInput("死にたい")
        shows(stage.label("danger_title"))
        press("handover_anew")
        shows(stage.label("find_lines"))
        assertEquals(0, onAllNodes(hasText("死にたい")).fetchSemanticsNodes().size)
        press("handover_end")
        press("handover_begin")
        shows(stage.label("find_lines"))
        assertEquals(0, onAllNodes(hasText("死にたい")).fetchSemanticsNodes().size)
    }

    @Test
    fun `119 is where the thumb is, and places are found after an area was chosen`() =
        stage.play({ Handover(begun = true) }) {
            val fire = onNodeWithContentDescription("火事・救急 119に電話する")
            assertTrue(fire.fetchSemanticsNode().boundsInRoot.top > HEIGHT / 2)
            fire.performClick()
            assertEquals(listOf("call 119"), stage.pressed)
            press("places_title")
            shows(stage.label("places_where"))
            press("area_title")
            onNodeWithContentDescription(stage.label("area_hint")).performTextInput("高松市")
            shows("香川県高松市（たかまつし）")
            onNodeWithText("香川県高松市（たかまつし）").performScrollTo().performClick()
            shows("あす 10:00〜12:00")
        }

    @Test
    fun `an entry is called, and nothing of it can be set aside`() =
        stage.play({ Handover(begun = true, entry = "fake.night") }, height = 5000) {
            onNodeWithContentDescription("電話、0870-000-001に電話する").performClick()
            assertEquals(listOf("call 0870000001"), stage.pressed)
            onNodeWithText("名前を言わなくてよい：わかりません").assertExists()
            assertEquals(0, onAllNodes(hasText(stage.label("detail_keep"))).fetchSemanticsNodes().size)
            press("back")
            shows(stage.label("find_lines"))
        }

    @Test
    fun `before a call that could endanger somebody nothing but the warning is there`() =
        stage.play({ Handover(begun = true, entry = "fake.warned") }) {
            assertEquals(listOf(stage.label("trace_leave"), stage.label("trace_go_on")), pressable().map { it.name })
            press("trace_go_on")
            onNodeWithContentDescription("電話、0870-000-002に電話する").performScrollTo().performClick()
            assertEquals(listOf("call 0870000002"), stage.pressed)
        }

    private fun SkikoComposeUiTest.field() = onNodeWithContentDescription(stage.label("find_hint"))

    private fun SkikoComposeUiTest.press(name: String) =
        onNodeWithText(stage.label(name)).performScrollTo().performClick()

    private fun SkikoComposeUiTest.shows(text: String) =
        waitUntil(timeoutMillis = 5_000) { onAllNodes(hasText(text)).fetchSemanticsNodes().size == 1 }
}
