package jp.tsunagari.app.screen

import jp.tsunagari.app.R
import jp.tsunagari.app.app
import jp.tsunagari.app.graph
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** The way to the first page. */
@RunWith(RobolectricTestRunner::class)
class OpeningTest {
    @Test
    fun `it is opened once for the whole process`() {
        val model = OpeningModel(app.graph)
        val opened = model.shown.value as Opening.Open
        assertSame(opened.api, runBlocking { app.graph.opened() }.api)
        assertSame(opened.api, (OpeningModel(app.graph).shown.value as Opening.Open).api)
    }

    @Test
    fun `what went wrong is said, and trying again opens it`() {
        app.refuses = TsunagariError.Full()
        val model = OpeningModel(app.graph)
        assertEquals(R.string.app_opening_full, (model.shown.value as Opening.Failed).words)
        app.refuses = null
        model.open()
        assertTrue(model.shown.value is Opening.Open)
    }

    @Test
    fun `each thing that can be done about it has words of its own`() {
        val words = listOf(
            TsunagariError.Full(),
            TsunagariError.NeedsNewerVersion(),
            TsunagariError.Locked(),
            TsunagariError.KeyMismatch(),
        ).map { Opening.Failed(it).words }
        assertEquals(words, words.distinct())
    }
}
