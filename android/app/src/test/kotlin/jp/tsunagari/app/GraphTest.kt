package jp.tsunagari.app

import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** What the process shares. */
@RunWith(RobolectricTestRunner::class)
class GraphTest {
    @Test
    fun `the core is opened once for the whole process`() = runBlocking {
        assertSame(app.graph.opened().api, app.graph.opened().api)
    }

    @Test
    fun `what went wrong is told, and who asks next tries again`() = runBlocking {
        app.refuses = TsunagariError.Full()
        assertTrue(runCatching { app.graph.opened() }.exceptionOrNull() is TsunagariError.Full)
        app.refuses = null
        assertSame(app.graph.opened().api, app.graph.opened().api)
    }

    @Test
    fun `what nobody thought of ends what is done for a broadcast, not the app`() = runBlocking {
        app.refuses = IllegalStateException("of some maker")
        val ended = mutableListOf<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, error -> ended += error }
        try {
            app.graph.work(null) { }.join()
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
        assertEquals(emptyList<Throwable>(), ended)
    }
}
