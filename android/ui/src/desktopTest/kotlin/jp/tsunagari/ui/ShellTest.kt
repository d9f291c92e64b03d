package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performTextInput
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import jp.tsunagari.core.CheckInId
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.MemoryChoices
import jp.tsunagari.ui.shell.PlayedOutside
import jp.tsunagari.ui.shell.TsunagariApp
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test

/** The shell at bad moments. */
@OptIn(ExperimentalTestApi::class)
class ShellTest {
    private val stage = Stage()
    private val outside = PlayedOutside()
    private var now = stage.clock.instant()

    /** A clock that is moved by hand. */
    private val hand = object : Clock() {
        override fun instant(): Instant = now

        override fun getZone(): ZoneId = stage.clock.zone

        override fun withZone(zone: ZoneId): Clock = this
    }
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

    @Test
    fun `nothing private is seen on coming back until the lock is on`() = stage.play({ App() }) {
        runBlocking { stage.api.lock.setPin("", PIN) }
        toMemo()
        val locking = stage.api.control.hold("lock.lock")
        away(LONG)
        sees(NAME, times = 0)
        val seen = onRoot().captureToImage().toPixelMap()
        val colours = (0 until seen.width).flatMap { x -> (0 until seen.height).map { seen[x, it] } }.toSet()
        assertEquals(1, colours.size)
        locking.letGo()
        shows(stage.label("problem_locked"))
        assertEquals(0, count(NAME))
    }

    @Test
    fun `who was away for a moment goes on where they were`() = stage.play({ App() }) {
        runBlocking { stage.api.lock.setPin("", PIN) }
        toMemo()
        tap(NAME)
        onNodeWithText(NAME).performTextInput("はなちゃん")
        away(Duration.ofSeconds(2))
        shows("はなちゃん")
    }

    @Test
    fun `words of a search go as soon as the app locks, and stay where there is no lock`() = stage.play({ App() }) {
        tap(stage.label("door_talk"))
        val field = hasSetTextAction()
        onNode(field).performTextInput("さみしい")
        away(LONG)
        assertEquals(1, count("さみしい"))
        runBlocking { stage.api.lock.setPin("", PIN) }
        away(LONG)
        hides("さみしい")
    }

    @Test
    fun `what came of an import is still there for who took long to choose a file`() = stage.play({ App() }) {
        runBlocking { stage.api.lock.setPin("", PIN) }
        tap(stage.label("more"))
        tap(stage.label("more_data"))
        tap(stage.label("data_pick"))
        shows(stage.label("data_unchanged"))
        away(LONG)
        shows(stage.label("data_unchanged"))
    }

    private fun SkikoComposeUiTest.toMemo() {
        tap(stage.label("more"))
        tap(stage.label("more_memo"))
        shows(NAME)
    }

    /** The person looks at something else for some time. */
    private fun SkikoComposeUiTest.away(time: Duration) {
        outside.inFront.value = false
        waitForIdle()
        now += time
        outside.inFront.value = true
        waitForIdle()
    }

    private fun SkikoComposeUiTest.answers() {
        outside.answering.value = CheckInId("evening")
        waitUntil(timeoutMillis = 5_000) { outside.answering.value == null }
        waitForIdle()
    }

    @Composable
    private fun Stage.App() = On {
        CompositionLocalProvider(LocalSaveableStateRegistry provides saving) {
            TsunagariApp(api, outside, MemoryChoices(Choices(started = true)), hand) { _, content -> content() }
        }
    }

    private companion object {
        val LONG: Duration = Duration.ofSeconds(61)
        const val NAME = "呼んでほしい名前"
    }
}
