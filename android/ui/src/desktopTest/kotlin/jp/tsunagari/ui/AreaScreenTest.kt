package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class AreaScreenTest {
    private val stage = Stage()

    @Test
    fun `of two with one name the prefecture tells which`() = stage.play({ ChooseArea() }) {
        onNodeWithText(stage.label("area_several")).assertExists()
        onNodeWithText("広島県府中市（ふちゅうし）").performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.isNotEmpty() }
        assertEquals(listOf("chosen 広島県府中市"), stage.pressed)
        assertEquals("342084", runBlocking { stage.api.home.choice() }.area)
    }

    @Test
    fun `what is typed finds, and a name that is none offers those that are like it`() =
        stage.play({ ChooseArea("") }) {
            onNodeWithContentDescription(stage.label("area_hint")).performTextInput("高松ん")
            shows(stage.label("area_near"))
            onNodeWithText(stage.label("area_none")).assertExists()
            onNodeWithContentDescription(stage.label("area_clear")).performClick()
            onNodeWithContentDescription(stage.label("area_hint")).performTextInput("たかまつし")
            shows(stage.label("area_one"))
            onNodeWithText("香川県高松市（たかまつし）").assertExists()
        }

    @Test
    fun `to choose none is an answer`() = stage.play({ ChooseArea() }) {
        onNodeWithText(stage.label("area_kept").replace("%1\$s", "香川県高松市")).assertExists()
        onNodeWithText(stage.label("area_nowhere")).performScrollTo().performClick()
        waitUntil(timeoutMillis = 5_000) { stage.pressed.isNotEmpty() }
        assertEquals(listOf("chosen null"), stage.pressed)
        assertNull(runBlocking { stage.api.home.choice() }.area)
    }

    @Test
    fun `what cannot be kept can be used for now`() = stage.play({ ChooseArea() }) {
        stage.api.control.failNext(TsunagariError.Full())
        onNodeWithText(stage.label("area_nowhere")).performScrollTo().performClick()
        shows(stage.label("problem_full"))
        onNodeWithText(stage.label("area_for_now")).performScrollTo().performClick()
        assertEquals(listOf("chosen null"), stage.pressed)
    }

    private fun SkikoComposeUiTest.shows(text: String) =
        waitUntil(timeoutMillis = 5_000) { onAllNodes(hasText(text)).fetchSemanticsNodes().size == 1 }
}
