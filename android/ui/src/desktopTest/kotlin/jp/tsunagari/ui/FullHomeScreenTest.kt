package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class FullHomeScreenTest {
    private val stage = Stage()

    @Test
    fun `everything is one tap away, and the emergency row is in sight`() = stage.play({ FullHome() }) {
        onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed()
        val ways = listOf(
            "door_talk" to "talk",
            "door_go" to "go",
            "plan_title" to "plan",
            "home_mood_open" to "mood",
            "home_next_change" to "check-ins",
            "memo_title" to "memo",
            "own_list_title" to "own",
            "kept_title" to "kept",
            "more" to "more",
            "home_to_simple" to "simple",
        )
        for ((label, _) in ways) onNodeWithText(stage.label(label)).performScrollTo().performClick()
        assertEquals(ways.map { it.second }, stage.pressed)
    }

    @Test
    fun `what somebody holds on to is called from here`() = stage.play({ FullHome() }) {
        onNodeWithContentDescription("よるのでんわ、0870-000-001に電話する").performScrollTo().performClick()
        assertEquals(listOf("call 0870000001"), stage.pressed)
    }

    @Test
    fun `a mood is written down in one tap, and taken back`() = stage.play({ FullHome() }) {
        val word = runBlocking { stage.api.journal.vocabulary().levels[2].word }
        onNodeWithText(word).performScrollTo().performClick()
        shows(stage.label("home_mood_logged"))
        onNodeWithText(stage.label("home_mood_words")).performScrollTo().performClick()
        assertEquals(listOf("add words"), stage.pressed)
        onNodeWithText(stage.label("write_undo")).performScrollTo().performClick()
        shows(word)
    }

    @Test
    fun `what comes next is said with its time`() = stage.play({ FullHome() }) {
        onNodeWithText(stage.label("home_next_tomorrow").format("19:20")).assertExists()
    }

    private fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) {
        onAllNodes(hasText(text)).fetchSemanticsNodes().size == 1
    }
}
