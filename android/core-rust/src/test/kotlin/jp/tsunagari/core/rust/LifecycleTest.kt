package jp.tsunagari.core.rust

import java.lang.management.ManagementFactory
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import jp.tsunagari.core.Changed
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.Language
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.contract.MovableClock
import jp.tsunagari.core.contract.fails
import jp.tsunagari.ffi.Device
import jp.tsunagari.ffi.Filters
import jp.tsunagari.ffi.FindRequest as FfiFindRequest
import jp.tsunagari.ffi.Language as FfiLanguage
import jp.tsunagari.ffi.Opening
import kotlin.concurrent.thread
import kotlin.coroutines.CoroutineContext
import kotlin.io.path.Path
import kotlin.io.path.createTempDirectory
import kotlin.io.path.exists
import kotlin.io.path.readLines
import kotlin.io.path.writeText
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Nothing is left behind, whatever was cancelled, closed or asked at once. */
class LifecycleTest {
    @Test
    fun `ten thousand subscriptions leave memory and threads flat`() {
        val pool = Executors.newFixedThreadPool(4)
        val place = createTempDirectory("tsunagari")
        runBlocking {
            val data = place.resolve("data").toString()
            RustTsunagari.open(data, Language.JAPANESE, TestKeystore(), io = pool.asCoroutineDispatcher()).use { api ->
                flat("subscriptions", ROUNDS) {
                    val changes = api.changes().onEach { if (it == Changed.EVERYTHING) api.lock.lock() }
                    assertEquals(listOf(Changed.EVERYTHING, Changed.LOCK), changes.take(2).toList())
                }
            }
        }
        pool.shutdown()
        place.toFile().deleteRecursively()
    }

    @Test
    fun `ten thousand objects leave memory and threads flat`() {
        val place = createTempDirectory("tsunagari")
        val filters = Filters(false, false, false, false, emptyList(), null, null, null, emptyList())
        val request = FfiFindRequest("眠れない", null, filters, 1u, false)
        val opening = Opening(place.resolve("data").toString(), FfiLanguage.JAPANESE)
        Device.open(opening, PlatformKeystore(TestKeystore()), null).use { device ->
            runBlocking {
                flat("objects", ROUNDS) {
                    val directory = device.directory()
                    val search = directory.find(request)
                    search.destroy()
                    directory.destroy()
                    assertThrows<IllegalStateException> { search.run() }
                    assertThrows<IllegalStateException> { directory.find(request) }
                }
            }
        }
        place.toFile().deleteRecursively()
    }

    @Test
    fun `sixteen threads ask while the device is closed`() = runBlocking {
        val world = RustWorld.open()
        world.api.lock.begin()
        val problems = ConcurrentLinkedQueue<Throwable>()
        val threads = List(16) { number ->
            thread {
                runBlocking {
                    while (true) {
                        try {
                            world.api.directory.find(FindRequest("眠れない $number"))
                            world.api.journal.log(MoodDraft(level = 3))
                        } catch (_: TsunagariError.Cancelled) {
                            // Of two searches the later one goes on.
                        } catch (_: TsunagariError.Closed) {
                            return@runBlocking
                        } catch (problem: Throwable) {
                            problems += problem
                            return@runBlocking
                        }
                    }
                }
            }
        }
        delay(1_000)
        world.close()
        threads.forEach { it.join(60_000) }
        assertEquals(emptyList<Throwable>(), problems.toList())
        assertTrue(threads.none { it.isAlive })
        assertEquals(0, world.running())
    }

    @Test
    fun `what is running when the device is closed comes to its end`() = inAWorld { world ->
        val held = world.holdSearch()
        val search = async(Dispatchers.Default) { runCatching { world.api.directory.find(FindRequest("眠れない")) } }
        held.reached()
        world.api.close()
        held.letGo()
        val problem = search.await().exceptionOrNull()
        assertTrue(problem == null || problem is TsunagariError.Closed) { "$problem" }
    }

    @Test
    fun `cancelling who collects stops an import, and nothing of it is stored`() = inAWorld { world ->
        val file = world.folder.resolve("places.csv")
        file.writeText("名称,住所\n" + (1..50_000).joinToString("") { "ところ$it,香川県高松市番町$it\n" })
        val collecting = launch(Dispatchers.Default) {
            // The first progress is told in the middle of the file.
            world.api.directory.importFrom(file.toString()).first()
        }
        collecting.join()
        while (world.running() > 0) delay(10)
        assertEquals(1, world.stopped())
        assertEquals(1, world.api.directory.state().packs.size)
    }

    @Test
    fun `what was cancelled before it began does not begin`() = runBlocking {
        val held = HeldDispatcher()
        val calls = Calls(held)
        val (made, told, run, given) = List(4) { AtomicInteger() }
        val begin = {
            made.incrementAndGet()
            AutoCloseable { given.incrementAndGet() }
        }
        suspend fun ask() = calls.call(begin, { told.incrementAndGet() }) { run.incrementAndGet() }
        val search = launch(Dispatchers.Default) { ask() }
        while (held.works.isEmpty()) delay(1)
        assertEquals(1, made.get(), "made where it was asked for, not when its turn comes")
        search.cancelAndJoin()
        assertEquals(1, told.get())
        held.works.forEach(Runnable::run)
        assertEquals(0 to 1, run.get() to given.get())
        // Nobody waits any more when it is asked for: nothing is made that would stop another.
        launch(start = CoroutineStart.UNDISPATCHED) {
            coroutineContext.cancel()
            ask()
        }.join()
        assertEquals(1, made.get())
        assertEquals(0, calls.running)
    }

    @Test
    fun `a search takes its turn when it is asked for`() = runBlocking {
        val held = HeldDispatcher()
        val calls = Calls(held)
        val order = ConcurrentLinkedQueue<Int>()
        repeat(3) { number ->
            launch(start = CoroutineStart.UNDISPATCHED) {
                calls.call({ AutoCloseable { }.also { order += number } }, { }) { }
            }
        }
        assertEquals(listOf(0, 1, 2), order.toList())
        held.works.reversed().forEach(Runnable::run)
    }

    @Test
    fun `what is wrong between Kotlin and the core is typed`() {
        val calls = Calls(Dispatchers.IO)
        val wrong = assertThrows<TsunagariError.Unexpected> { calls.typed { error("gone") } }
        assertEquals("binding", wrong.code)
        assertThrows<CancellationException> { calls.typed { throw CancellationException() } }
        assertThrows<TsunagariError.Closed> {
            calls.typed {
                calls.close()
                error("gone")
            }
        }
    }

    @Test
    fun `what a keystore throws is told to who asked`() = runBlocking {
        val place = createTempDirectory("tsunagari")
        for ((thrown, told) in listOf(
            TsunagariError.Locked() to "locked",
            IllegalArgumentException("x") to "keystore",
        )) {
            val keystore = object : Keystore {
                override fun seal(plain: ByteArray): ByteArray = throw thrown

                override fun open(sealed: ByteArray): ByteArray = throw thrown

                override fun shred() = Unit
            }
            RustTsunagari.open(place.resolve(told).toString(), Language.JAPANESE, keystore).use { api ->
                val error = fails<TsunagariError> { api.lock.begin() }
                assertEquals(told, if (error is TsunagariError.Unexpected) error.code else error.message)
            }
        }
        place.toFile().deleteRecursively()
        Unit
    }

    @Test
    fun `an error of a keystore never counts as done`() = runBlocking {
        val place = createTempDirectory("tsunagari")
        val keystore = object : Keystore by TestKeystore() {
            override fun shred() = throw NoSuchMethodError("newer than this phone")
        }
        RustTsunagari.open(place.resolve("data").toString(), Language.JAPANESE, keystore).use { api ->
            api.lock.begin()
            assertEquals("keystore", fails<TsunagariError.Unexpected> { api.lock.forgetEverything() }.code)
        }
        place.toFile().deleteRecursively()
        Unit
    }

    @Test
    fun `the core knows a zone that is a plain offset`() {
        val zones = mapOf(
            "Asia/Tokyo" to "Asia/Tokyo",
            "Z" to "UTC",
            "UTC" to "UTC",
            "+09:00" to "Etc/GMT-9",
            "GMT+9" to "Etc/GMT-9",
            "-05:00" to "Etc/GMT+5",
            "+14:00" to "Etc/GMT-14",
            "-13:00" to "-13:00",
            "UTC+05:45" to "+05:45",
        )
        assertEquals(zones, zones.mapValues { (zone, _) -> ZoneId.of(zone).toIana() })
    }

    @Test
    fun `who is where the offset is plain sees the time of there`() = runBlocking {
        val place = createTempDirectory("tsunagari")
        val clock = MovableClock(place = ZoneId.of("-05:00"))
        RustTsunagari.open(place.resolve("data").toString(), Language.JAPANESE, TestKeystore(), clock).use { api ->
            api.lock.begin()
            assertEquals(ZoneOffset.ofHours(-5), api.journal.log(MoodDraft(level = 3)).at.offset)
        }
        place.toFile().deleteRecursively()
        Unit
    }

    @Test
    fun `a device that nobody waits for any more is closed`() = runBlocking {
        val place = createTempDirectory("tsunagari")
        val held = HeldDispatcher()
        val opening = async(start = CoroutineStart.UNDISPATCHED) {
            RustTsunagari.open(place.resolve("data").toString(), Language.JAPANESE, TestKeystore(), io = held)
        }
        opening.cancel()
        held.works.remove().run()
        // The second work closes it.
        while (held.works.isEmpty()) delay(1)
        held.works.remove().run()
        assertThrows<CancellationException> { opening.await() }
        place.toFile().deleteRecursively()
        Unit
    }

    private fun inAWorld(body: suspend kotlinx.coroutines.CoroutineScope.(RustWorld) -> Unit) = runBlocking {
        RustWorld.open().use { world -> withTimeout(120_000) { body(world) } }
    }

    /** Keeps what is to be done until a test does it. */
    private class HeldDispatcher : CoroutineDispatcher() {
        val works = ConcurrentLinkedQueue<Runnable>()

        override fun dispatch(context: CoroutineContext, block: Runnable) {
            works += block
        }
    }

    /** Runs rounds after some to warm up, prints what they left, and fails when it is more than chance. */
    private suspend fun flat(what: String, rounds: Int, round: suspend () -> Unit) {
        repeat(rounds / 10) { round() }
        val before = Left.now()
        val began = System.nanoTime()
        repeat(rounds) { round() }
        val micros = (System.nanoTime() - began) / 1_000 / rounds
        val after = Left.now()
        println("$rounds $what, $micros µs each: $before before, $after after")
        assertTrue(after.threads <= before.threads + 2) { "$before, $after" }
        assertTrue(after.heapMb <= before.heapMb + 16) { "$before, $after" }
        assertTrue(after.residentMb <= before.residentMb + 96) { "$before, $after" }
    }

    private data class Left(
        val threads: Int,
        val heapMb: Long,
        val residentMb: Long,
    ) {
        override fun toString() = "$threads threads, $heapMb MB of heap, $residentMb MB in all"

        companion object {
            private const val KB_OF_MB = 1_024

            /** What is left once everything that nobody holds has been given back, which other threads do in time. */
            fun now(): Left {
                var heap = Long.MAX_VALUE
                for (round in 1..50) {
                    System.gc()
                    Thread.sleep(200)
                    val used = ManagementFactory.getMemoryMXBean().heapMemoryUsage.used / KB_OF_MB / KB_OF_MB
                    if (round > 5 && used >= heap) break
                    heap = minOf(heap, used)
                }
                return Left(ManagementFactory.getThreadMXBean().threadCount, heap, resident())
            }

            /** Memory of the process, with what is not the JVM's own; 0 where the system does not tell. */
            private fun resident(): Long {
                val status = Path("/proc/self/status")
                if (!status.exists()) return 0
                val line = status.readLines().first { it.startsWith("VmRSS:") }
                return line.filter(Char::isDigit).toLong() / KB_OF_MB
            }
        }
    }

    private companion object {
        const val ROUNDS = 10_000
    }
}
