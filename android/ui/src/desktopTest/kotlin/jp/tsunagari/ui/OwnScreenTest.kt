package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class OwnScreenTest {
    private val stage = Stage()

    @Test
    fun `an entry says that one wrote it, and is called and opened`() = stage.play({ OwnList() }, height = 4000) {
        // The title, and what is said of each.
        assertEquals(3, count("自分で書いたもの"))
        onNodeWithContentDescription("よりみち食堂、087-000-0000に電話する").performClick()
        onNodeWithContentDescription("みちる（いとこ）：書きなおす").performClick()
        onNodeWithText(stage.label("own_add")).performClick()
        assertEquals(listOf("call 0870000000", "edit みちる（いとこ）", "edit null"), stage.pressed)
    }

    @Test
    fun `an entry that was removed comes back`() = stage.play({ OwnList() }, height = 4000) {
        onNodeWithContentDescription("よりみち食堂：消す").performClick()
        shows(stage.label("write_removed"))
        assertEquals(0, count("よりみち食堂"))
        onNodeWithText(stage.label("write_undo")).performClick()
        shows("よりみち食堂")
        onNodeWithText("高松市番町1-2-3").assertExists()
    }

    @Test
    fun `without a name nothing is asked, and the field is marked`() = stage.play({ OwnEdit(new = true) }) {
        onNodeWithText(stage.label("own_tel")).performScrollTo().performTextInput("087-000-0000")
        save()
        shows(stage.label("own_name_needed"))
        shows(stage.label("own_look_at"))
        assertEquals(emptyList<String>(), stage.pressed.toList())
        onAllNodes(hasText(stage.label("own_name")))[0].performScrollTo().performTextInput("となりの人")
        save()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.toList() == listOf("saved となりの人") }
    }

    @Test
    fun `what is too long is marked at its field, and not asked for`() = stage.play({ OwnEdit() }) {
        onNodeWithText(stage.label("own_address")).performScrollTo().performTextInput("あ".repeat(200))
        shows(stage.label("write_over").format(200, 200 + "高松市番町1-2-3".length))
        save()
        shows(stage.label("own_look_at"))
        assertFalse("keepsakes.changeOwn" in stage.api.control.calls)
    }

    private fun SkikoComposeUiTest.save() = onNodeWithText(stage.label("own_save")).performScrollTo().performClick()

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }
}
