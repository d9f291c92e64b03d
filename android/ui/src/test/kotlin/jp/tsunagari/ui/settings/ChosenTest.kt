package jp.tsunagari.ui.settings

import jp.tsunagari.core.Language
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.TextSize
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ChosenTest {
    @Test
    fun `letters grow on top of what the system says, as far as words fit`() {
        assertEquals(1.5f, fontScale(1f, Choices(textSize = TextSize.LARGE)))
        assertEquals(1.875f, fontScale(1.25f, Choices(textSize = TextSize.LARGE)))
        assertEquals(2f, fontScale(1.5f, Choices(textSize = TextSize.LARGEST)))
        assertEquals(2.5f, fontScale(2.5f, Choices(textSize = TextSize.LARGEST)))
    }

    @Test
    fun `readings come with easy Japanese, unless somebody chose otherwise`() {
        assertTrue(Choices(Language.EASY_JAPANESE).showsReadings)
        assertFalse(Choices(Language.JAPANESE).showsReadings)
        assertFalse(Choices(Language.EASY_JAPANESE, readings = false).showsReadings)
        assertTrue(Choices(Language.JAPANESE, readings = true).showsReadings)
    }
}
