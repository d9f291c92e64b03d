package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class AskScreenTest {
    private val stage = Stage()

    @Test
    fun `a page is left out, and then there is somebody for anything`() = stage.play({ Ask() }, height = TALL) {
        press("ask_pass")
        shows("どのあたりですか")
        press("ask_pass")
        shows(stage.label("ask_anything"))
        onNodeWithText("よるのでんわ").performClick()
        assertEquals(listOf("open fake.night"), stage.pressed)
    }

    @Test
    fun `one page back what was ticked is still ticked, and from the first page one leaves`() =
        stage.play({ Ask() }, height = TALL) {
            onNodeWithText("眠れない").performClick()
            press("ask_next")
            shows("その人の年齢は")
            onNodeWithText("19歳から29歳").performClick()
            onNodeWithText("19歳から29歳").assertIsSelected()
            press("back")
            shows("どんなことですか")
            onNodeWithText("眠れない").assertIsOn()
            onNodeWithText("今夜泊まるところ").assertIsOff()
            press("back")
            assertEquals(listOf("back"), stage.pressed)
        }

    @Test
    fun `whoever is under 18 or worries about another has a form of their own`() = stage.play({
        Ask()
    }, height = TALL) {
        onNodeWithText("身近な人が心配").performClick()
        shows("どんな様子ですか")
        press("back")
        onNodeWithText("18歳までの人はこちら").performClick()
        shows("いま、どんな気持ち？")
    }

    @Test
    fun `an area is chosen elsewhere`() = stage.play({ Ask(2) }, height = TALL) {
        press("area_title")
        assertEquals(listOf("area"), stage.pressed)
    }

    @Test
    fun `results say why, what could not be met, what is not known, and what the municipality has`() =
        stage.play({ Ask(3) }, height = TALL) {
            val card = onAllNodes(hasText("よるのでんわ") and hasClickAction()).fetchSemanticsNodes().single().name
            assertTrue("今夜泊まるところ" in card) { card }
            onNodeWithText("選んだつながりかたでは見つからなかったので、ほかのつながりかたも入れました").assertExists()
            onNodeWithText("「今夜泊まるところ」については、まだ情報がありません").assertExists()
            onNodeWithText(stage.label("slots_empty")).assertExists()
            onNodeWithContentDescription("火事・救急 119に電話する").performScrollTo().performClick()
            press("ask_start_over")
            shows("どんなことですか")
            onNodeWithText("眠れない").assertIsOff()
            assertEquals(listOf("call 119"), stage.pressed)
        }

    @Test
    fun `in danger 119 comes at once and before anything else`() = stage.play({ Ask() }, height = TALL) {
        onNodeWithText("人が倒れた、大けがをした").performClick()
        press("ask_next")
        shows(stage.label("danger_title"))
        val danger = onNodeWithText(stage.label("danger_title")).fetchSemanticsNode().boundsInRoot
        assertTrue(danger.bottom < onNodeWithText("よるのでんわ").fetchSemanticsNode().boundsInRoot.top)
    }

    private fun SkikoComposeUiTest.press(name: String) =
        onNodeWithText(stage.label(name)).performScrollTo().performClick()

    private fun SkikoComposeUiTest.shows(text: String) =
        waitUntil(timeoutMillis = 5_000) { onAllNodes(hasText(text)).fetchSemanticsNodes().size == 1 }

    private companion object {
        const val TALL = 6000
    }
}
