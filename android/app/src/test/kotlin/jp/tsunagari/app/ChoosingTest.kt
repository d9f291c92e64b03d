package jp.tsunagari.app

import jp.tsunagari.app.notices.WhenLocked
import jp.tsunagari.core.Language
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

@RunWith(RobolectricTestRunner::class)
class ChoosingTest {
    @Test
    fun `what was chosen is there when the app starts again, also for notices`() {
        val chosen = Choices(
            language = Language.ENGLISH,
            readings = true,
            textSize = TextSize.LARGE,
            home = HomeKind.FULL,
            look = Look.LIFE,
            notice = NoticeWords.HIDDEN,
            finger = true,
            started = true,
        )
        app.graph.choosing.change { chosen }
        assertEquals(chosen, Choosing(KeyValues(app), app.graph.notices).choices.value)
        assertEquals(WhenLocked.HIDDEN, app.graph.notices.whenLocked)
        assertEquals(Language.ENGLISH, app.graph.choices.language)
    }
}
