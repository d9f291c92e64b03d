package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.design.PlainText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class EntryCodeScreenTest {
    private val stage = Stage()

    @Test
    fun `beside the code stands what the other phone will show`() = stage.play({ CodeOfEntry() }) {
        onNodeWithContentDescription(stage.label("detail_code_name")).assertExists()
        val text = "よるのでんわ\n電話：0870-000-001（通話料無料）\n作りもの、2026-11-21。窓口はありません"
        onNodeWithText(text).assertExists()
    }

    @Test
    fun `what could endanger somebody is shown if the person said so, and not otherwise`() {
        stage.play({ CodeOfEntry("fake.warned", traces = true) }) {
            onNodeWithContentDescription(stage.label("detail_code_name")).assertExists()
        }
        Stage().let { other ->
            other.play({ CodeOfEntry("fake.warned") }) {
                assertEquals(0, count(other.label("detail_code_name")))
                onNodeWithText(other.label("problem_again")).assertExists()
            }
        }
    }

    @Test
    fun `what is too long for a code is said, and what else there is`() {
        stage.api.control.failNext(TsunagariError.Invalid("qr"))
        stage.play({ CodeOfEntry() }) {
            onNodeWithText(stage.label("detail_code_long")).assertExists()
            assertEquals(0, count(stage.label("problem_again")))
        }
    }

    @Test
    fun `what looks like a reading in a text from elsewhere stays as it is`() =
        stage.play({ On { PlainText("{110|119}") } }) { onNodeWithText("{110|119}").assertExists() }
}
