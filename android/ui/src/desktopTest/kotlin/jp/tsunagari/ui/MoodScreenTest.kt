package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import java.time.LocalDate
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class MoodScreenTest {
    private val stage = Stage()

    @Test
    fun `one tap writes it down, and another takes it back`() = stage.play({ Mood() }) {
        presses("すこし重い")
        sees("2:00 に書きとめました")
        assertEquals(listOf(2), entries().map { it.level })
        presses(stage.label("mood_undo"))
        sees(stage.label("mood_erased"))
        assertEquals(emptyList<MoodEntry>(), entries())
        presses(stage.label("mood_put_back"))
        sees("2:00 に書きとめました")
        assertEquals(listOf(2), entries().map { it.level })
    }

    @Test
    fun `no level is larger than another`() {
        for (fontScale in listOf(1f, 2f)) {
            Stage(Spoken.JA).play({ Mood() }, fontScale, height = 2400) {
                val levels = WORDS.map { onNodeWithText(it).fetchSemanticsNode().size }
                assertEquals(1, levels.distinct().size) { "$levels" }
            }
        }
    }

    @Test
    fun `words, what was around and a note are added as one presses and types`() = stage.play({ Mood() }) {
        presses("軽い")
        sees(stage.label("mood_enough"))
        presses(stage.label("mood_labels"))
        presses("さみしい")
        presses(stage.label("mood_contexts"))
        presses("ひとり")
        presses(stage.label("mood_note"))
        val hint = stage.label("mood_note_hint")
        onNodeWithText(hint).performScrollTo().performTextInput("眠れない。\n三時")
        waitUntil(timeoutMillis = 5_000) { entries().single().note == "眠れない。\n三時" }
        assertEquals(setOf("lonely") to setOf("by-myself"), entries().single().run { labels to contexts })
    }

    @Test
    fun `a word that calls for people who listen says at once where they are`() = stage.play({ Mood() }) {
        presses("とても重い")
        sees(stage.label("mood_enough"))
        presses(stage.label("mood_labels"))
        assertEquals(0, onAllNodes(hasText(stage.label("mood_lines_now"))).fetchSemanticsNodes().size)
        presses("消えたい")
        sees(stage.label("mood_lines_now"))
        onNodeWithText(stage.label("mood_lines_now")).assertIsDisplayed()
        onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed()
        presses("よるのでんわ")
        presses(stage.label("mood_lines_all"))
        assertEquals(listOf("open fake.night", "listen"), stage.pressed)
    }

    @Test
    fun `a small step comes to who asks for one`() = stage.play({ Mood() }) {
        presses("すこし軽い")
        sees(stage.label("mood_enough"))
        assertEquals(0, onAllNodes(hasText("温かいものを両手で持つ")).fetchSemanticsNodes().size)
        presses(stage.label("mood_step_ask"))
        sees("温かいものを両手で持つ")
    }

    @Test
    fun `where nothing is kept, keeping and not keeping look alike`() = stage.play({ MoodBegin() }) {
        val (keep, only) = listOf("begin_keep", "begin_find_only").map { name ->
            onNodeWithText(stage.label(name)).fetchSemanticsNode().size
        }
        assertEquals(keep, only)
        presses(stage.label("begin_find_only"))
        assertEquals(listOf("find only"), stage.pressed)
        presses(stage.label("begin_keep"))
        sees("とても重い")
    }

    @Test
    fun `what is locked opens with the lock`() = stage.play({ MoodLocked() }) {
        assertEquals(0, onAllNodes(hasText("とても重い")).fetchSemanticsNodes().size)
        presses(stage.label("kept_unlock"))
        assertEquals(listOf("unlock"), stage.pressed)
        runBlocking { stage.api.lock.unlock("4649") }
        sees("とても重い")
    }

    @Test
    fun `what was put away comes back when somebody says so`() = stage.play({ MoodAway() }) {
        presses(stage.label("mood_bring_back"))
        sees("とても重い")
    }

    @Test
    fun `what could not be written down says so, and the levels stay`() = stage.play({ Mood() }) {
        stage.api.control.failNext(TsunagariError.Full())
        presses("どちらでもない")
        sees(stage.label("problem_full"))
        presses("どちらでもない")
        sees("2:00 に書きとめました")
        assertEquals(1, entries().size)
    }

    @Test
    fun `the page leads to the day, the calendar, files and questions`() = stage.play({ Mood() }) {
        listOf("mood_today", "mood_calendar", "mood_files", "mood_questions", "back").forEach {
            presses(stage.label(it))
        }
        assertEquals(listOf("today", "calendar", "files", "questions", "back"), stage.pressed)
        assertTrue(onAllNodes(hasClickAction()).fetchSemanticsNodes().size > WORDS.size)
    }

    private fun entries(): List<MoodEntry> = runBlocking {
        val today = LocalDate.now(stage.clock)
        stage.api.journal.entries(today..today)
    }

    private companion object {
        val WORDS = listOf("とても重い", "すこし重い", "どちらでもない", "すこし軽い", "軽い")
    }
}
