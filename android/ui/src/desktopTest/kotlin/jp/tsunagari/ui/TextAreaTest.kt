package jp.tsunagari.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.width
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.unit.dp
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.Side
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What fields and rows of buttons do by themselves. */
@OptIn(ExperimentalTestApi::class)
class TextAreaTest {
    private val stage = Stage()

    @Test
    fun `what still fits is said near the end, and what is too long after it`() = stage.play({ Field(10) }) {
        onNodeWithText("名前").performTextInput("あいうえおかき")
        assertEquals(0, onAllNodes(hasText("文字", substring = true)).fetchSemanticsNodes().size)
        onNodeWithText("名前").performTextInput("く")
        onNodeWithText(stage.label("write_left").format(2)).assertExists()
        onNodeWithText("名前").performTextReplacement(" 𠮟𠮟𠮟𠮟𠮟𠮟𠮟𠮟𠮟𠮟𠮟 ")
        onNodeWithText(stage.label("write_over").format(10, 11)).assertExists()
    }

    @Test
    fun `a name has one paragraph, and a note has several`() {
        stage.play({ Field(10, lines = 1) }) {
            onNodeWithText("名前").performTextInput("あ\nい")
            onNodeWithText("あ い").assertExists()
        }
        Stage().play({ Field(10) }) {
            onNodeWithText("名前").performTextInput("あ\nい")
            onNodeWithText("あ\nい").assertExists()
        }
    }

    @Test
    fun `buttons stand side by side only where their words have room`() = stage.play({
        On {
            Column {
                Side(Modifier.width(300.dp)) { listOf("上へ", "下へ", "消す").forEach { QuietButton(it, {}) } }
                Side(Modifier.width(300.dp)) { listOf("とても長いことば", "いろ", "はに").forEach { QuietButton(it, {}) } }
            }
        }
    }) {
        val places = pressable().associate { it.name to it.boundsInRoot }
        assertEquals(1, listOf("上へ", "下へ", "消す").map { places.getValue(it).top }.distinct().size)
        assertEquals(1, listOf("上へ", "下へ", "消す").map { places.getValue(it).width.toInt() }.distinct().size)
        val long = listOf("とても長いことば", "いろ", "はに").map { places.getValue(it).top }
        assertTrue(long == long.sorted() && long.distinct().size == 3)
        assertEquals(emptyList<String>(), cutTexts())
    }

    @Composable
    private fun Stage.Field(most: Int, lines: Int = 3) = On {
        var text by remember { mutableStateOf("") }
        TextArea("名前", text, { text = it }, TextLimits(most, lines))
    }
}
