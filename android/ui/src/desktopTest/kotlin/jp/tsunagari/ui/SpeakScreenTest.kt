package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import java.nio.file.Path
import jp.tsunagari.ui.speak.Tongue
import kotlin.io.path.readText
import kotlin.io.path.walk
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class SpeakScreenTest {
    private val stage = Stage()

    @Test
    fun `a card is in both languages, and goes back to the languages`() = stage.play({ Speak() }) {
        onNodeWithText("Tiếng Việt（ベトナム語）").performScrollTo().performClick()
        onNodeWithText("わたしは ベトナム語を 話します。通訳を お願いします。").assertExists()
        onNodeWithText("Tôi nói tiếng Việt. Tôi cần thông dịch viên. Xin cảm ơn.").assertExists()
        onNodeWithText(stage.label("back")).performClick()
        onNodeWithText("Tiếng Việt（ベトナム語）").assertExists()
        onNodeWithText(stage.label("back")).performScrollTo().performClick()
        assertEquals(listOf("back"), stage.pressed)
    }

    @Test
    fun `a language that is known already is there at once`() = stage.play({ Speak("ne") }) {
        onNodeWithText("नेपाली").assertExists()
        assertEquals(0, onAllNodes(hasText(stage.label("speak_title"))).fetchSemanticsNodes().size)
        onNodeWithText(stage.label("back")).performClick()
        assertEquals(listOf("back"), stage.pressed)
    }

    @Test
    fun `every language that a line states has a card`() {
        val lines = Path.of(System.getProperty("tsunagari.android"), "../core/national/lines")
        val stated = lines.walk().flatMap { file -> LANGUAGES.findAll(file.readText()).map { it.groupValues[1] } }
            .flatMap { codes -> CODE.findAll(codes).map { it.groupValues[1] } }.toSet()
        assertTrue(stated.size > 10)
        assertEquals(stated - "ja", Tongue.entries.map { it.code }.toSet())
    }

    private companion object {
        val LANGUAGES = Regex("(?m)^lang = \\[(.*)]")
        val CODE = Regex("\"([a-z]+)\"")
    }
}
