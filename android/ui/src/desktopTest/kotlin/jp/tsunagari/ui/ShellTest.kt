package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextInput
import jp.tsunagari.core.CheckInId
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.MemoryChoices
import jp.tsunagari.ui.shell.PlayedOutside
import jp.tsunagari.ui.shell.TsunagariApp
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test

/** The shell at bad moments. */
@OptIn(ExperimentalTestApi::class)
class ShellTest {
    private val stage = Stage()
    private val outside = PlayedOutside()
    private val saving = SaveableStateRegistry(restoredValues = null) { true }

    @Test
    fun `what somebody types is not in what the system saves of a screen`() = stage.play({ App() }) {
        tap(stage.label("more"))
        tap(stage.label("more_memo"))
        tap(NAME)
        onNodeWithText(NAME).performTextInput("はなちゃん")
        shows("はなちゃん")
        assertFalse("はなちゃん" in runOnUiThread { saving.performSave() }.toString())
    }

    @Test
    fun `a file that the platform cannot read is said`() = stage.play({ App() }) {
        tap(stage.label("more"))
        tap(stage.label("more_data"))
        tap(stage.label("data_pick"))
        shows(stage.label("data_unchanged"))
    }

    @Test
    fun `a notice leads to nothing of the owner while somebody else holds the phone`() = stage.play({ App() }) {
        answers()
        shows(stage.label("mood_title"))
        tap(stage.label("back"))
        tap(stage.label("more"))
        tap(stage.label("more_handover"))
        tap(stage.label("handover_begin"))
        shows(stage.label("handover_end"))
        answers()
        assertEquals(1, count(stage.label("handover_end")))
    }

    private fun SkikoComposeUiTest.answers() {
        outside.answering.value = CheckInId("evening")
        waitUntil(timeoutMillis = 5_000) { outside.answering.value == null }
        waitForIdle()
    }

    @Composable
    private fun Stage.App() = On {
        CompositionLocalProvider(LocalSaveableStateRegistry provides saving) {
            TsunagariApp(api, outside, MemoryChoices(Choices(started = true)), clock) { _, content -> content() }
        }
    }

    private companion object {
        const val NAME = "呼んでほしい名前"
    }
}
