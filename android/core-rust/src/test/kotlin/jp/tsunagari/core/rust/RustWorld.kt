package jp.tsunagari.core.rust

import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.contract.Held
import jp.tsunagari.core.contract.MovableClock
import jp.tsunagari.core.contract.World
import kotlin.experimental.xor
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The core in Rust on data of its own. */
internal class RustWorld private constructor(
    val place: Path,
    override val api: RustTsunagari,
    override val clock: HoldingClock,
) : World {
    override val folder: Path = place

    override fun holdSearch(): Held = clock.hold(after = CALLS_BEFORE_A_SEARCH_RUNS)

    override fun running(): Int = api.calls.running

    override fun stopped(): Long = api.calls.cancelled

    override fun close() {
        api.close()
        place.toFile().deleteRecursively()
    }

    companion object {
        // A search looks at the clock when it gets its turn, and again when it runs.
        private const val CALLS_BEFORE_A_SEARCH_RUNS = 1

        suspend fun open(): RustWorld {
            val place = createTempDirectory("tsunagari")
            val clock = HoldingClock()
            val api = RustTsunagari.open(place.resolve("data").toString(), Language.JAPANESE, TestKeystore(), clock)
            return RustWorld(place, api, clock)
        }
    }
}

/** A clock on which somebody who looks at it can be held. */
internal class HoldingClock : MovableClock() {
    @Volatile
    private var next: Hold? = null

    /** Holds the call after so many others. */
    fun hold(after: Int): Held = Hold(AtomicInteger(after)).also { next = it }

    override fun instant(): Instant {
        val hold = next
        if (hold != null && hold.left.getAndDecrement() == 0) {
            next = null
            hold.reached.countDown()
            hold.free.await()
        }
        return super.instant()
    }

    private class Hold(val left: AtomicInteger) : Held {
        val reached = CountDownLatch(1)
        val free = CountDownLatch(1)

        override suspend fun reached() = withContext(Dispatchers.IO) { reached.await() }

        override fun letGo() = free.countDown()
    }
}

/** Seals with one byte. */
internal class TestKeystore(private val key: Byte = 7) : Keystore {
    override fun seal(plain: ByteArray): ByteArray = byteArrayOf(key) + turned(plain)

    override fun open(sealed: ByteArray): ByteArray {
        if (sealed.firstOrNull() != key) throw TsunagariError.KeyMismatch()
        return turned(sealed.copyOfRange(1, sealed.size))
    }

    override fun shred() = Unit

    private fun turned(bytes: ByteArray) = ByteArray(bytes.size) { bytes[it] xor key }
}
