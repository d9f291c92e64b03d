package jp.tsunagari.ui

import androidx.compose.foundation.layout.height
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.isFocused
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.unit.dp
import jp.tsunagari.ui.design.RubyText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What holds on every screen, in every language, with small and with the largest text. */
@OptIn(ExperimentalTestApi::class)
class AccessTest {
    @Test
    fun `whatever is pressed has a name of its own`() = everywhere { where ->
        val names = pressable().map { it.name }
        assertTrue(names.isNotEmpty() && names.none { it.isBlank() }) { "$where: $names" }
        assertEquals(names.distinct(), names) { where }
    }

    @Test
    fun `whatever is pressed is large enough for a finger`() = everywhere { where ->
        val touch = with(density) { 48.dp.roundToPx() }
        val small = pressable().filter { it.size.width < touch || it.size.height < touch }
        assertEquals(emptyList<String>(), small.map { "${it.name} ${it.size}" }) { where }
    }

    @Test
    fun `no text is cut`() = everywhere { where ->
        assertTrue(texts().size > 2) { where }
        assertEquals(emptyList<String>(), cutTexts()) { where }
    }

    @Test
    fun `a text that is cut is noticed`() = Stage().play({ RubyText("見えない", Modifier.height(4.dp)) }) {
        assertEquals(1, cutTexts().size)
    }

    @Test
    fun `no reading is read beside its kanji`() = everywhere { where ->
        val read = texts().flatMap { (node, _) -> node.config.getOrNull(SemanticsProperties.Text).orEmpty() }
        val marked = read.map { it.text }.filter { text -> text.any { it in "{|}\u2060" } }
        assertEquals(emptyList<String>(), marked + pressable().map { it.name }.filter { "|" in it }) { where }
    }

    @Test
    fun `the focus goes as one reads`() = everywhere(height = 9000) { where ->
        val visited = mutableListOf<Pair<String, Rect>>()
        repeat(pressable().size) {
            onRoot().performKeyInput { pressKey(Key.Tab) }
            waitForIdle()
            val node = onAllNodes(isFocused()).fetchSemanticsNodes().single()
            visited += node.name to node.boundsInRoot
        }
        assertEquals(pressable().map { it.name }.toSet(), visited.map { it.first }.toSet()) { where }
        for ((one, next) in visited.zipWithNext()) {
            val (below, beside) = (next.second.top >= one.second.bottom) to (next.second.left >= one.second.right)
            assertTrue(below || beside) { "$where: ${next.first} after ${one.first}" }
        }
    }

    private fun everywhere(height: Int = HEIGHT, test: SkikoComposeUiTest.(String) -> Unit) {
        for (spoken in Spoken.entries) {
            for (fontScale in listOf(1f, 2f)) {
                for (page in Pages.entries) {
                    Stage(spoken).play(page.show, fontScale, height) { test("$page $spoken $fontScale") }
                }
            }
        }
    }
}
