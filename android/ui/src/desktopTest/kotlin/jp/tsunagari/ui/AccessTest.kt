package jp.tsunagari.ui

import androidx.compose.foundation.layout.height
import androidx.compose.foundation.text.BasicText
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.isFocused
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.dp
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.Palette
import jp.tsunagari.ui.design.Phrases
import jp.tsunagari.ui.design.RubyText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertAll

/** What holds on every page, however it is looked at. */
@OptIn(ExperimentalTestApi::class)
class AccessTest {
    @TestFactory
    fun `a page can be used by everybody`(): List<DynamicTest> = everywhere { page, variant ->
        Stage(variant.spoken, variant.dark).play(page.show, variant.fontScale.toFloat(), page.height) {
            assertAll(
                { namesAreTheirOwn() },
                { fingersFit() },
                { nothingIsCut() },
                { readOnce() },
                { contrastSuffices() },
                { if (page.height == TALL) allIsSeen() },
            )
        }
    }

    /** In one language, since the order is that of the page. */
    @TestFactory
    fun `the focus goes as one reads`(): List<DynamicTest> = Pages.entries.map { page ->
        dynamicTest("$page") {
            Stage().play(page.show, height = TALL, density = 1f) { focusFollows() }
        }
    }

    @Test
    fun `a text that is cut is noticed`() = Stage().play({ RubyText("見えない", Modifier.height(4.dp)) }) {
        assertEquals(1, cutTexts().size)
    }

    @Test
    fun `grey on grey is noticed`() = Stage().play({
        Ground(Palette.LIGHT.page) { BasicText("うすい", style = TextStyle(color = Color(0xFFB0B0A8))) }
    }) {
        assertEquals(listOf("うすい"), paleTexts())
    }

    private fun everywhere(test: (Pages, Variant) -> Unit) = Pages.entries.flatMap { page ->
        Variant.of(page).map { variant -> dynamicTest("$page ${variant.name}") { test(page, variant) } }
    }

    private fun SkikoComposeUiTest.namesAreTheirOwn() {
        val names = pressable().map { it.name }
        assertTrue(names.isNotEmpty() && names.none { it.isBlank() }) { "$names" }
        assertEquals(names.distinct(), names)
    }

    private fun SkikoComposeUiTest.fingersFit() {
        val touch = with(density) { 48.dp.roundToPx() }
        val small = pressable().filter { it.size.width < touch || it.size.height < touch }
        assertEquals(emptyList<String>(), small.map { "${it.name} ${it.size}" })
    }

    private fun SkikoComposeUiTest.nothingIsCut() {
        assertTrue(texts().isNotEmpty())
        assertEquals(emptyList<String>(), cutTexts(), "cut")
    }

    private fun SkikoComposeUiTest.readOnce() {
        val read = texts().flatMap { (node, _) -> node.config.getOrNull(SemanticsProperties.Text).orEmpty() }
        val marked = read.map { it.text }.filter { text -> text.any { it in "{|}\u2060" } }
        assertEquals(emptyList<String>(), marked + pressable().map { it.name }.filter { "|" in it }, "read twice")
        val other = texts().filter { (node, drawn) ->
            if (SemanticsProperties.EditableText in node.config) return@filter false
            val said = node.config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString("") { it.text }
            said != drawn.layoutInput.text.text.filterNot { it == Phrases.JOINER || it == Phrases.BREAK }
        }
        assertEquals(emptyList<Any>(), other.map { (node, _) -> node.config }, "not read as it stands there")
    }

    /** Its picture, which is as high, shows all of it. */
    private fun SkikoComposeUiTest.allIsSeen() {
        val scrolls = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.VerticalScrollAxisRange))
        val left = scrolls.fetchSemanticsNodes().map {
            it.config[SemanticsProperties.VerticalScrollAxisRange].maxValue()
        }
        assertEquals(emptyList<Float>(), left.filter { it > 0f }, "out of sight")
    }

    private fun SkikoComposeUiTest.contrastSuffices() = assertEquals(emptyList<String>(), paleTexts(), "pale")

    private fun SkikoComposeUiTest.focusFollows() {
        val visited = mutableListOf<Pair<String, Rect>>()
        repeat(pressable().size) {
            onRoot().performKeyInput { pressKey(Key.Tab) }
            waitForIdle()
            val node = onAllNodes(isFocused()).fetchSemanticsNodes().single()
            visited += node.name to node.boundsInRoot
        }
        assertEquals(pressable().map { it.name }.toSet(), visited.map { it.first }.toSet())
        for ((one, next) in visited.zipWithNext()) {
            val (below, beside) = (next.second.top >= one.second.bottom) to (next.second.left >= one.second.right)
            assertTrue(below || beside) { "${next.first} after ${one.first}" }
        }
    }
}
