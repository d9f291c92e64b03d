package jp.tsunagari.ui

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.MemoryChoices
import jp.tsunagari.ui.shell.PlayedOutside
import jp.tsunagari.ui.shell.TsunagariApp
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

/** The system's way back goes the way the button of the page goes, a step at a time, and out of the app at its end. */
@OptIn(ExperimentalTestApi::class)
class WayBackTest {
    private val stage = Stage()
    private val outside = PlayedOutside()

    @Test
    fun `out of a large number, then off the entry, then off the list`() = app {
        tap(stage.label("door_talk"))
        tapFirst("よるのでんわ")
        tapFirst("電話、0870-000-001を大きく見せる")
        hides(stage.label("detail_ways"))
        back()
        shows(stage.label("detail_ways"))
        back()
        shows(stage.label("find_lines"))
        back()
        shows(stage.label("home_title"))
        assertNull(outside.back)
    }

    @Test
    fun `out of what is copied by hand`() = app {
        tap(stage.label("door_talk"))
        tapFirst("よるのでんわ")
        tap(stage.label("detail_by_hand"))
        hides(stage.label("detail_ways"))
        back()
        shows(stage.label("detail_ways"))
    }

    @Test
    fun `out of what was said to answers, the questions and the forms`() = app {
        tap(stage.label("more"))
        tap(stage.label("more_connection"))
        tapFirst("ひとつの質問")
        tapFirst("たまにある")
        tap(stage.label("connection_say"))
        shows(stage.label("connection_keep"))
        back()
        shows(stage.label("connection_say"))
        back()
        shows(stage.label("connection_what"))
        back()
        shows(stage.label("more_connection"))
    }

    @Test
    fun `out of a card of the first start to the one before`() = app(Choices()) {
        assertNull(outside.back)
        tap(stage.label("start_next"))
        back()
        shows("ことば / Language")
        assertNull(outside.back)
    }

    @Test
    fun `from the finder in other hands back to its list, then out of it`() = app {
        tap(stage.label("more"))
        tap(stage.label("more_handover"))
        tap(stage.label("handover_begin"))
        tapFirst("よるのでんわ")
        tapFirst("電話、0870-000-001を大きく見せる")
        hides(stage.label("detail_ways"))
        back()
        shows(stage.label("detail_ways"))
        back()
        shows(stage.label("handover_anew"))
        back()
        shows(stage.label("home_title"))
    }

    @Test
    fun `a mood that was written down on the full home is in the log when one comes back to it`() =
        app(Choices(started = true, home = HomeKind.FULL)) {
            tap("すこし重い")
            shows(stage.label("home_mood_logged"))
            tap(stage.label("more"))
            back()
            shows("すこし重い")
            assertEquals(0, count(stage.label("home_mood_logged")))
        }

    private fun app(choices: Choices = Choices(started = true), test: SkikoComposeUiTest.() -> Unit) {
        val store = MemoryChoices(choices)
        stage.play({
            TsunagariApp(api, outside, store, clock) { _, page ->
                CompositionLocalProvider(LocalStrings provides spoken.folder, page)
            }
        }, test = test)
    }

    private fun SkikoComposeUiTest.back() {
        waitUntil(timeoutMillis = 5_000) { outside.back != null }
        runOnIdle { outside.back?.invoke() }
        waitForIdle()
    }

    /** What stands on the page several times. */
    private fun SkikoComposeUiTest.tapFirst(words: String) {
        shows(words)
        onAllNodes(hasText(words) or hasContentDescription(words)).onFirst().performScrollTo().performClick()
        waitForIdle()
    }
}
