package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class PlanScreenTest {
    private val stage = Stage()

    @Test
    fun `who stands in the plan is called from it, and the emergency row is in sight`() = stage.play({ Plan() }) {
        onNodeWithContentDescription("警察 110に電話する").assertIsDisplayed()
        press("話せる人、たのめる人、090-1234-5678に電話する")
        press("話せる窓口や専門の人：よるのでんわ、0870-000-001に電話する")
        press("よるのでんわ、0870-000-001に電話する")
        assertEquals(listOf("call 09012345678", "call 0870000001", "call 0870000001"), stage.pressed)
    }

    @Test
    fun `an entry that is gone keeps its name, and says so`() = stage.play({ Plan() }) {
        onNodeWithText("みなみ図書館").assertExists()
        onNodeWithText("いまの一覧にはありません（入れたときの名前です）").assertExists()
    }

    @Test
    fun `it is printed, and opened to be written`() = stage.play({ Plan() }) {
        onNodeWithText(stage.label("plan_print")).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.toList() == listOf("print true") }
        onNodeWithText(stage.label("plan_edit")).performScrollTo().performClick()
        assertEquals("edit", stage.pressed.last())
    }

    @Test
    fun `where nothing is kept those who listen come first, and then one can begin`() =
        stage.play({ Plan { api.lock.forgetEverything() } }) {
            val listens = top("よるのでんわ")
            assertTrue(listens < top(stage.label("begin_title")))
            onNodeWithText(stage.label("begin_find_only")).performScrollTo().performClick()
            assertEquals(listOf("find only"), stage.pressed)
            onNodeWithText(stage.label("begin_keep")).performScrollTo().performClick()
            shows(stage.label("plan_begin"))
        }

    @Test
    fun `with the lock on the way to open it comes first, and those who listen are there`() =
        stage.play({
            Plan {
                writePlan()
                api.lock.setPin("", "4649")
                api.lock.lock()
            }
        }) {
            assertEquals(0, count("猫のこむぎ"))
            onNodeWithText(stage.label("kept_unlock")).performClick()
            assertEquals(listOf("unlock"), stage.pressed)
            assertTrue(top(stage.label("kept_unlock")) < top("よるのでんわ"))
        }

    @Test
    fun `a line is added, put in order, and comes back when it was removed`() = stage.play({ PlanStep() }) {
        onNodeWithText(stage.label("plan_new")).performScrollTo().performTextInput("外の空気をすう")
        onNodeWithText(stage.label("plan_add")).performScrollTo().performClick()
        shows("外の空気をすう")
        press("4行目「外の空気をすう」：上へ")
        waits { count("外の空気をすう") == 1 && top("外の空気をすう") < top("ふとんに入って目をとじる") }
        press("3行目「外の空気をすう」：消す")
        shows(stage.label("write_removed"))
        assertEquals(0, count("外の空気をすう"))
        onNodeWithText(stage.label("write_undo")).performClick()
        waits { count("外の空気をすう") == 1 && top("外の空気をすう") < top("ふとんに入って目をとじる") }
    }

    @Test
    fun `words of a line are changed`() = stage.play({ PlanStep() }) {
        press("2行目「好きな曲を一曲だけきく」：直す")
        onNodeWithText("2行目", substring = true).assertExists()
        onNodeWithText("好きな曲を一曲だけきく").performTextInput("もう一度、")
        press("2行目「好きな曲を一曲だけきく」：残す")
        shows("もう一度、好きな曲を一曲だけきく")
    }

    @Test
    fun `what is written is not lost while other lines are moved`() = stage.play({ PlanStep() }) {
        onNodeWithText(stage.label("plan_new")).performScrollTo().performTextInput("外の空気をすう")
        press("2行目「好きな曲を一曲だけきく」：上へ")
        waits { top("好きな曲を一曲だけきく") < top("温かいお茶をいれて、窓をあける") }
        onNodeWithText("外の空気をすう").assertExists()
    }

    @Test
    fun `what is too long is said and not asked for`() = stage.play({ PlanStep() }) {
        onNodeWithText(stage.label("plan_new")).performScrollTo().performTextInput("あ".repeat(201))
        shows(stage.label("write_over").format(200, 201))
        onNodeWithText(stage.label("plan_add")).performScrollTo().performClick()
        waitForIdle()
        assertFalse(stage.api.control.calls.last() == "keepsakes.addToPlan")
    }

    @Test
    fun `an entry is put in as it is`() = stage.play({ PlanStep() }) {
        onNodeWithText(stage.label("plan_offered")).performScrollTo().performClick()
        onNodeWithText("しゃべらない窓口を入れる").performScrollTo().performClick()
        shows("しゃべらない窓口")
    }

    private fun SkikoComposeUiTest.press(name: String) {
        onNodeWithContentDescription(name).performScrollTo().performClick()
    }

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.top(text: String) =
        onAllNodes(hasText(text)).fetchSemanticsNodes().first().positionInRoot.y

    private fun SkikoComposeUiTest.waits(what: () -> Boolean) = waitUntil(timeoutMillis = 5_000, condition = what)

    private fun SkikoComposeUiTest.shows(text: String) = waits { count(text) == 1 }
}
