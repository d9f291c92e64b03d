package jp.tsunagari.core.fake

import java.nio.file.Path
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.contract.ApiContract
import jp.tsunagari.core.contract.Held
import jp.tsunagari.core.contract.MovableClock
import jp.tsunagari.core.contract.World
import jp.tsunagari.core.contract.fails
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** The fakes pass what the core passes. */
class FakeContractTest : ApiContract {
    override suspend fun world(): World = FakeWorld()

    @Test
    fun `a call ends as a test says, and is known by its name`() = runBlocking {
        FakeTsunagari().use { api ->
            api.control.failNext(TsunagariError.Full())
            fails<TsunagariError.Full> { api.lock.begin() }
            api.lock.begin()
            assertEquals(listOf("lock.begin", "lock.begin"), api.control.calls)
        }
    }

    private class FakeWorld : World {
        override val clock = MovableClock()
        override val api = FakeTsunagari(clock = clock)
        override val folder: Path = createTempDirectory("tsunagari")

        override fun holdSearch(): Held {
            val hold = api.control.hold("directory.find")
            return object : Held {
                override suspend fun reached() = hold.reached()

                override fun letGo() = hold.letGo()
            }
        }

        override fun running(): Int = api.control.busy

        override fun stopped(): Long = api.control.stopped

        override fun close() {
            api.close()
            folder.toFile().deleteRecursively()
        }
    }
}
