package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.text.TextLayoutResult
import java.nio.file.Path
import jp.tsunagari.ui.design.Phrases
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
    fun `Japanese on a card is read in whole words, at every size`() {
        for (fontScale in listOf(1f, 1.5f, 2f)) {
            for (tongue in Tongue.entries) {
                Stage().play({ Speak(tongue.code) }, fontScale) {
                    val (_, layout) = texts().first { (_, layout) -> "通訳を" in layout.plain() }
                    val whole = Phrases.joins(layout.plain(), line = Int.MAX_VALUE)
                    val begun = (1 until layout.lineCount).map { layout.plain(until = layout.getLineStart(it)).length }
                    assertEquals(emptyList<Int>(), begun.filter { it in whole }) { "${tongue.code}: ${layout.plain()}" }
                }
            }
        }
    }

    @Test
    fun `every language that a line states has a card`() {
        val lines = Path.of(System.getProperty("tsunagari.android"), "../core/national/lines")
        val stated = lines.walk().flatMap { file -> LANGUAGES.findAll(file.readText()).map { it.groupValues[1] } }
            .flatMap { codes -> CODE.findAll(codes).map { it.groupValues[1] } }.toSet()
        assertTrue(stated.size > 10)
        assertEquals(stated - "ja", Tongue.entries.map { it.code }.toSet())
    }

    /** What is drawn, without what only keeps it together. */
    private fun TextLayoutResult.plain(until: Int = layoutInput.text.length) =
        layoutInput.text.text.take(until).replace("${Phrases.JOINER}", "")

    private companion object {
        val LANGUAGES = Regex("(?m)^lang = \\[(.*)]")
        val CODE = Regex("\"([a-z]+)\"")
    }
}
