package jp.tsunagari.app

import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
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
}
