package jp.tsunagari.core.fake

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong
import jp.tsunagari.core.Code
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.QuietLine
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive

/** What a test or a preview can do to a fake. Calls are named as in the API: `directory.find`. */
class FakeControl {
    private val running = AtomicInteger()
    private val stoppedCalls = AtomicLong()
    private val names = CopyOnWriteArrayList<String>()
    private val failures = ConcurrentLinkedQueue<TsunagariError>()
    private val holds = CopyOnWriteArrayList<Hold>()

    /** Words that tell of a danger. */
    @Volatile
    var dangerWords: Set<String> = setOf("薬をたくさん飲んだ", "死にたい")

    /** The line of Home; it comes until it is refused. */
    @Volatile
    var homeLine: QuietLine? = QuietLine(
        id = "year-end",
        text = "年末年始は、お休みの窓口がふえます",
        why = listOf("いまは年末年始です"),
        entry = EntryId("fake.night"),
        search = null,
    )

    /** The clock of the device can be right. */
    @Volatile
    var clockOk: Boolean = true

    /** The stored directory is whole. */
    @Volatile
    var whole: Boolean = true

    /** What the age of the directory means. */
    @Volatile
    var packAge: String? = null

    /** Names of all calls so far, in order. */
    val calls: List<String> get() = names.toList()

    /** Calls that are being worked on. */
    val busy: Int get() = running.get()

    /** Calls that ended because they were cancelled. */
    val stopped: Long get() = stoppedCalls.get()

    /** A code that says [text], as the camera of another phone would show it. */
    fun code(text: String): Code = FakeCode.of(text)

    /** The next call ends with this. Several wait for their turn. */
    fun failNext(error: TsunagariError) {
        failures += error
    }

    /** The next call with this name waits until it is let go. */
    fun hold(name: String): Hold = Hold(name).also(holds::add)

    /** A call that waits. */
    class Hold internal constructor(internal val name: String) {
        internal val free = CompletableDeferred<Unit>()
        private val there = CompletableDeferred<Unit>()

        /** Waits until there is a call. */
        suspend fun reached() = there.await()

        /** Lets the call go on. */
        fun letGo() {
            free.complete(Unit)
        }

        internal suspend fun wait() {
            there.complete(Unit)
            free.await()
            // Whoever was let go at once did not look whether they were stopped before.
            currentCoroutineContext().ensureActive()
        }
    }

    internal suspend fun <T> call(name: String, block: suspend () -> T): T {
        names += name
        running.incrementAndGet()
        val held = holds.firstOrNull { it.name == name }?.also(holds::remove)
        var cancelled = false
        try {
            failures.poll()?.let { throw it }
            held?.wait()
            return block()
        } catch (error: CancellationException) {
            cancelled = true
            throw error
        } catch (error: TsunagariError.Cancelled) {
            cancelled = true
            throw error
        } finally {
            // What was cancelled is worked on until it has noticed, as in the core.
            if (held == null) ended(cancelled) else held.free.invokeOnCompletion { ended(cancelled) }
        }
    }

    private fun ended(cancelled: Boolean) {
        if (cancelled) stoppedCalls.incrementAndGet()
        running.decrementAndGet()
    }
}
