package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class PlacesScreenTest {
    private val stage = Stage()

    @Test
    fun `a place says when it is open next and what is known of a first visit, also what nobody knows`() =
        stage.play({ Places() }, height = TALL) {
            val card = onAllNodes(hasText("あす 10:00〜12:00") and hasClickAction()).fetchSemanticsNodes().single().name
            val told = listOf(
                "ひだまりサロン",
                stage.label("places_next"),
                "話さなくてよい：はい",
                "目印がある：わかりません",
                "約1kmのところ",
            )
            told.forEach { assertTrue(it in card) { "$it: $card" } }
            val other = onAllNodes(hasText("みなみ図書館") and hasClickAction()).fetchSemanticsNodes().single().name
            assertTrue(stage.label("places_next_unknown") in other) { other }
            assertTrue("話さなくてよい・途中で帰れる・目印がある・ひとりで行ってよい・お金がかからない：わかりません" in other) { other }
            onNodeWithText("みなみ図書館").performClick()
            assertEquals(listOf("open fake.books"), stage.pressed)
        }

    @Test
    fun `what does not meet a wish goes, and the wish can be taken back`() = stage.play({ Places() }, height = TALL) {
        onNodeWithText(stage.label("places_role")).performClick()
        waitUntil(timeoutMillis = 5_000) { count("みなみ図書館") == 0 && count("約1kmのところ") == 1 }
        onNodeWithText(stage.label("places_role")).performClick()
        waitUntil(timeoutMillis = 5_000) { count("みなみ図書館") == 1 }
    }

    @Test
    fun `what a municipality should have is said, also where it is not known, with what to do instead`() =
        stage.play({ Places() }, height = TALL) {
            onNodeWithText(stage.label("slots_empty")).assertExists()
            onNodeWithText(stage.label("slots_instead").replace("%1\$s", "孤独・孤立の相談窓口")).assertExists()
            onNodeWithContentDescription("ひだまりサロン、地域包括支援センター").performScrollTo().performClick()
            onNodeWithText(stage.label("places_lines")).performScrollTo().performClick()
            assertEquals(listOf("open fake.salon", "lines"), stage.pressed)
        }

    @Test
    fun `without an area one is chosen, or somebody to talk to`() = stage.play({ Places(null) }) {
        onNodeWithText(stage.label("area_title")).performClick()
        onNodeWithText(stage.label("places_lines")).performClick()
        assertEquals(listOf("area", "lines"), stage.pressed)
    }

    @Test
    fun `where nothing is known yet, one can bring it in or take the wish back`() =
        stage.play({ Places("132063") }, height = TALL) {
            onNodeWithText(stage.label("places_data")).performClick()
            assertEquals(listOf("data"), stage.pressed)
            onNodeWithText(stage.label("places_free")).performClick()
            waitUntil(timeoutMillis = 5_000) { count(stage.label("places_nothing_chosen")) == 1 }
            onNodeWithText(stage.label("places_all")).performClick()
            waitUntil(timeoutMillis = 5_000) { count(stage.label("places_nothing")) == 1 }
        }

    private fun SkikoComposeUiTest.count(text: String) =
        onAllNodes(hasText(text, substring = true)).fetchSemanticsNodes().size

    private companion object {
        const val TALL = 4000
    }
}
