package jp.tsunagari.ui

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.performClick
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.shell.Opening
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** The way to the first page. */
@OptIn(ExperimentalTestApi::class)
class OpeningTest {
    private val stage = Stage(Spoken.EN)
    private var refuses: Throwable? = null

    @Test
    fun `what went wrong is said, with 119 and 110, and trying again opens it`() {
        refuses = TsunagariError.Full()
        open {
            shows(stage.label("problem_full"))
            onNodeWithContentDescription("Call 119, Fire, medical").performClick()
            assertEquals(listOf("call 119"), stage.pressed)
            refuses = null
            tap(stage.label("problem_again"))
            shows(OPENED)
        }
    }

    @Test
    fun `a phone that was not unlocked yet is told from a lock of the app`() {
        refuses = TsunagariError.Locked()
        open { shows(stage.label("opening_locked")) }
    }

    @Test
    fun `what is damaged is still there`() {
        refuses = TsunagariError.KeyMismatch()
        open { shows(stage.label("opening_failed")) }
    }

    @Test
    fun `what nobody thought of is said, too`() {
        for (error in listOf(IllegalStateException("of some maker"), UnsatisfiedLinkError("not built for it"))) {
            refuses = error
            open {
                shows(stage.label("opening_failed"))
                refuses = null
                tap(stage.label("problem_again"))
                shows(OPENED)
            }
        }
    }

    private fun open(test: SkikoComposeUiTest.() -> Unit) = stage.play({
        Opening(
            open = { refuses?.let { throw it } ?: api },
            Choices(Language.ENGLISH),
            labels = { _, page -> CompositionLocalProvider(LocalStrings provides spoken.folder, page) },
            call = { press("call $it") },
        ) { RubyText(OPENED) }
    }, test = test)

    private companion object {
        const val OPENED = "opened"
    }
}
