package jp.tsunagari.ui.model

import java.time.Duration
import jp.tsunagari.core.fake.FakeTsunagari
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.time.withTimeout

/** A fake and a scope for what is shown of it. */
internal class Life : AutoCloseable {
    val api = FakeTsunagari()
    val scope = CoroutineScope(Dispatchers.Default + SupervisorJob())

    /** Waits until something is shown. */
    suspend fun <T> Flow<T>.shows(what: (T) -> Boolean): T = withTimeout(PATIENCE) { first(what) }

    /** Waits until something is so. */
    suspend fun eventually(what: () -> Boolean) = withTimeout(PATIENCE) { while (!what()) delay(1) }

    override fun close() {
        scope.cancel()
        api.close()
    }

    private companion object {
        val PATIENCE: Duration = Duration.ofSeconds(10)
    }
}

internal fun living(test: suspend Life.() -> Unit) = runBlocking { Life().use { it.test() } }
