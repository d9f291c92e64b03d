package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import jp.tsunagari.ui.design.spoken
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class HomeScreenTest {
    @Test
    fun `there are three doors, and more`() {
        val stage = Stage()
        stage.play({ Home() }) {
            listOf("door_talk", "door_go", "door_mood", "more").forEach { name ->
                onNodeWithText(stage.label(name)).performScrollTo().performClick()
            }
            assertEquals(listOf("talk", "go", "mood", "more"), stage.pressed)
        }
    }

    @Test
    fun `with the largest text 119 and 110 are where the thumb is, without scrolling`() {
        val stage = Stage()
        stage.play({ Home() }, fontScale = 2f) {
            listOf("火事・救急 119に電話する" to "119", "警察 110に電話する" to "110").forEach { (name, number) ->
                val button = onNodeWithContentDescription(name).assertIsDisplayed()
                assertTrue(button.fetchSemanticsNode().boundsInRoot.top > HEIGHT / 2)
                button.performClick()
                assertEquals("call $number", stage.pressed.last())
            }
        }
    }

    @Test
    fun `with the largest text all doors are in sight, and that there is more`() {
        for (language in Spoken.entries) {
            val stage = Stage(language)
            stage.play({ Home() }, fontScale = 2f) {
                val row = onNodeWithText(spoken(stage.label("emergency_others"))).fetchSemanticsNode().positionInRoot.y
                val door = onNodeWithText(spoken(stage.label("door_mood"))).fetchSemanticsNode()
                val more = onNodeWithText(stage.label("more")).fetchSemanticsNode()
                assertTrue(door.positionInRoot.y + door.size.height < row) { "$language: the last door" }
                assertTrue(more.positionInRoot.y + more.size.height / 2 < row) { "$language: more" }
            }
        }
    }

    @Test
    fun `the quiet line says why it is there, and goes for good`() {
        val stage = Stage()
        stage.play({ Home() }) {
            onNodeWithText(stage.label("line_why")).performScrollTo().performClick()
            onNodeWithText("いまは年末年始です").assertExists()
            onNodeWithText(stage.label("line_never")).performScrollTo().performClick()
            val line = hasText("年末年始", substring = true)
            waitUntil(timeoutMillis = 5_000) { onAllNodes(line).fetchSemanticsNodes().isEmpty() }
        }
    }

    @Test
    fun `without service it is said that 110 and 119 do not work either, and what there is instead`() {
        for (fontScale in listOf(1f, 2f)) {
            val stage = Stage()
            stage.play({ HomeWithoutService() }, fontScale) {
                onNodeWithText(stage.label("no_service")).assertIsDisplayed()
                onNodeWithText(stage.label("no_service_look_for")).assertExists()
                onNodeWithText("電話のある建物：中央図書館").assertExists()
                onNodeWithText("香川県高松市昭和町1-2-20").assertExists()
                // Service may come back at any moment.
                onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed()
                onNodeWithText(stage.label("door_talk")).performScrollTo().assertIsDisplayed()
            }
        }
    }

    @Test
    fun `with service nothing is said of it`() {
        val stage = Stage()
        stage.play({ Home() }) { onNodeWithText(stage.label("no_service")).assertDoesNotExist() }
    }
}
