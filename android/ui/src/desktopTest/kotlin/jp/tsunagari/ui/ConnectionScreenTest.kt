package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class ConnectionScreenTest {
    private val stage = Stage()

    @Test
    fun `a sentence comes back when every question has an answer`() = stage.play({ Connection() }) {
        presses("三つの質問")
        sees(NO_DIAGNOSIS)
        sees(stage.label("connection_open"))
        listOf("質問1：時々ある", "質問2：決してない", "質問3：常にある").forEach { answer(it) }
        presses(stage.label("connection_say"))
        sees(SENTENCE)
        sees(NO_DIAGNOSIS)
        onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed()
        presses("よるのでんわ")
        assertEquals(listOf("open fake.night"), stage.pressed)
        assertEquals(0, kept())
    }

    @Test
    fun `an answer can be taken back, and the questions be left`() = stage.play({ Connection() }) {
        presses("ひとつの質問")
        presses("たまにある")
        sees(stage.label("connection_say"))
        presses("たまにある")
        sees(stage.label("connection_say"), times = 0)
        presses(stage.label("back"))
        sees(stage.label("connection_title"))
    }

    @Test
    fun `figures stand behind a second tap`() = stage.play({ ConnectionBack() }) {
        sees("17.9% 決してない", times = 0)
        presses(stage.label("connection_figures"))
        sees("17.9% 決してない", times = 0)
        presses(stage.label("connection_figures_show"))
        sees("17.9% 決してない")
    }

    @Test
    fun `answers are kept when somebody says so, and taken away again`() = stage.play({ ConnectionBack() }) {
        presses(stage.label("connection_keep"))
        sees(stage.label("connection_is_kept"))
        assertEquals(1, kept())
        presses(stage.label("connection_keep_undo"))
        sees(stage.label("connection_keep"))
        assertEquals(0, kept())
    }

    @Test
    fun `where nothing is kept, keeping answers offers to begin`() = stage.play({ ConnectionBack() }) {
        runBlocking { stage.api.lock.forgetEverything() }
        presses(stage.label("connection_keep"))
        sees(stage.label("begin_title"))
        presses(stage.label("begin_keep"))
        sees(stage.label("begin_title"), times = 0)
        presses(stage.label("connection_keep"))
        sees(stage.label("connection_is_kept"))
    }

    @Test
    fun `kept answers say what was asked and answered, and are erased`() = stage.play({ ConnectionKept() }) {
        sees("たまにある")
        sees("2026年11月24日（火）")
        answer("2026年11月24日（火） 2:00 の答えを消す")
        sees(stage.label("connection_none"))
        assertEquals(0, kept())
        presses(stage.label("connection_put_back"))
        sees("たまにある")
    }

    private fun SkikoComposeUiTest.answer(name: String) {
        onNodeWithContentDescription(name).performScrollTo().performClick()
    }

    private fun kept() = runBlocking { stage.api.journal.keptAnswers().size }

    private companion object {
        const val NO_DIAGNOSIS = "これは診断ではありません。"
        const val SENTENCE = "たまに来るさみしさも、ここではそのままの大きさで置いておけます。"
    }
}
