package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import jp.tsunagari.core.Answer
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.model.FindModel
import kotlinx.coroutines.flow.first
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class FindScreenTest {
    private val stage = Stage()

    @Test
    fun `a card says whether it is open, what it costs and why it is there, and opens`() = stage.play({ Find() }) {
        val card = onAllNodes(hasText("よるのでんわ") and hasClickAction()).fetchSemanticsNodes().single().name
        for (said in listOf("いつでも受付（24時間）", "通話料無料", stage.label("why_this"), "いま受付中です")) {
            assertTrue(said in card) { "$said: $card" }
        }
        onNodeWithText("よるのでんわ").performClick()
        assertEquals(listOf("open fake.night"), stage.pressed)
    }

    @Test
    fun `in danger 119 and 110 come before anything else`() = stage.play({ Find() }) {
        field().performTextInput("死にたい")
        shows(stage.label("danger_title"))
        onNodeWithContentDescription("火事・救急 119に電話する").performClick()
        assertEquals(listOf("call 119"), stage.pressed)
        val danger = onNodeWithText(stage.label("danger_title")).fetchSemanticsNode().boundsInRoot
        assertTrue(danger.bottom < onNodeWithText("よるのでんわ").fetchSemanticsNode().boundsInRoot.top)
    }

    @Test
    fun `while it looks nothing moves`() {
        for (fontScale in listOf(1f, 2f)) {
            var asking by mutableStateOf(false)
            Stage().play({ On { Looking(asking) } }, fontScale, TALL) {
                val before = onNodeWithText("よるのでんわ").fetchSemanticsNode().positionInRoot
                assertEquals(0, count(stage.label("find_asking")))
                asking = true
                waitForIdle()
                assertEquals(before, onNodeWithText("よるのでんわ").fetchSemanticsNode().positionInRoot)
            }
        }
    }

    @Test
    fun `while it looks that is said`() = stage.play({ On { Looking(asking = true) } }) {
        shows(stage.label("find_asking"))
    }

    @Test
    fun `what does not fit what was chosen goes, and what to do is said`() = stage.play({ Find() }) {
        onNodeWithText(stage.label("find_no_voice")).performClick()
        waitUntil(timeoutMillis = 5_000) { count("よるのでんわ") == 0 && count("しゃべらない窓口") == 1 }
        onNodeWithText(stage.label("find_open_now")).performClick()
        shows(stage.label("find_nothing_chosen"))
    }

    @Test
    fun `a problem says what to do, and what was there stays`() = stage.play({ Find() }) {
        stage.api.control.failNext(TsunagariError.Busy())
        field().performTextInput("眠れない")
        shows(stage.label("problem_busy"))
        assertEquals(1, count("よるのでんわ"))
        onNodeWithText(stage.label("problem_again")).performClick()
        waitUntil(timeoutMillis = 5_000) { count(stage.label("problem_busy")) == 0 }
    }

    @Test
    fun `what needs a connection says so on its card`() = stage.play({ Find() }, height = 3000) {
        val card = onAllNodes(hasText("しゃべらない窓口") and hasClickAction()).fetchSemanticsNodes().single().name
        assertTrue("通信が必要" in card) { card }
    }

    @Test
    fun `what was chosen out of sight is in sight, and goes when it is pressed`() = stage.play({ Find() }) {
        onNodeWithText(stage.label("find_narrow")).performClick()
        onNodeWithText(stage.label("find_tongues")).performScrollTo().performClick()
        onNodeWithText("Tiếng Việt（ベトナム語）").performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { count("よるのでんわ") == 0 }
        onNodeWithText(stage.label("find_narrow_away")).performScrollTo().performClick()
        onNodeWithContentDescription("Tiếng Việt（ベトナム語）をはずす").performClick()
        waitUntil(timeoutMillis = 5_000) { count("よるのでんわ") == 1 }
        assertEquals(0, count("Tiếng Việt（ベトナム語）"))
    }

    @Test
    fun `an age is typed, and only a number that can be one`() = stage.play({ Find() }) {
        onNodeWithText(stage.label("find_narrow")).performClick()
        val age = onNodeWithText(stage.label("find_age"))
        age.performScrollTo().performTextInput("１6さい")
        age.performTextInput("8")
        onNodeWithText(stage.label("find_narrow_away")).performScrollTo().performClick()
        onNodeWithContentDescription("16歳をはずす").assertExists()
    }

    @Test
    fun `how far is asked where the area is known, else the area is`() {
        Stage().play({ Find("高松市") }, height = 3000) {
            onNodeWithText(stage.label("find_narrow")).performClick()
            onNodeWithText("10キロ以内").performScrollTo().performClick()
            shows("ひだまりサロン")
        }
        stage.play({ Find() }) {
            onNodeWithText(stage.label("find_narrow")).performClick()
            assertEquals(0, count("10キロ以内"))
            onNodeWithText(stage.label("find_choose_area")).performScrollTo().performClick()
            assertEquals(listOf("chooseArea"), stage.pressed)
        }
    }

    @Test
    fun `where nothing fits, all that was chosen is taken off at once`() =
        stage.play({ Find(filters = CHOSEN) }) {
            onNodeWithText(stage.label("find_all_off")).performScrollTo().performClick()
            waitUntil(timeoutMillis = 5_000) { count("よるのでんわ") == 1 }
        }

    @Test
    fun `what nothing is known about is said as the core says it`() {
        val answer = Answer(false, null, listOf(NOTHING_YET), emptyList(), emptyList(), false, emptyList())
        stage.play({ Found(answer) }) { onNodeWithText(NOTHING_YET).assertExists() }
    }

    @Test
    fun `the text can be taken away at once`() = stage.play({ Find() }) {
        field().performTextInput("眠れない")
        shows(stage.label("find_found"))
        onNodeWithContentDescription(stage.label("find_clear")).performClick()
        shows(stage.label("find_lines"))
    }

    /** The page with all lines, while something is asked for or not. */
    @Composable
    private fun Stage.Looking(asking: Boolean) {
        val model =
            model("find") { FindModel(api, scope, null).also { model -> model.answer.first { it.value != null } } }
        val found by model.answer.collectAsState()
        val deeds = FindDeeds({ }, { }, { }, { }, { }, { }, { })
        FindScreen(FindRequest(text = ""), found.copy(asking = asking), place = null, deeds)
    }

    private fun SkikoComposeUiTest.field() = onNodeWithContentDescription(stage.label("find_hint"))

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 1 }

    private companion object {
        const val NOTHING_YET = "「死別の悲しみ」の窓口は、まだ入っていません。"
    }
}
