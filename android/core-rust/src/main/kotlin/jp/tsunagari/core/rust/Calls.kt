package jp.tsunagari.core.rust

import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.atomic.AtomicReference
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.InternalException
import jp.tsunagari.ffi.TsunagariException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext

/** Calls of the core: on threads that may block, with typed errors, and none once the device is closed. */
internal class Calls(private val io: CoroutineDispatcher) {
    private val closed = MutableStateFlow(false)
    private val inside = AtomicInteger()
    private val stopped = AtomicLong()

    /** Calls that the core is working on. */
    val running: Int get() = inside.get()

    /** Calls that the core ended because they were cancelled. */
    val cancelled: Long get() = stopped.get()

    /** Calls the core. The call comes to its end also when the coroutine is cancelled meanwhile. */
    suspend fun <T> call(block: () -> T): T = withContext(io) { typed(block) }

    /**
     * As [call], for what can take long and has a handle. When the coroutine is cancelled it ends at once, and [cancel]
     * tells the core, which does not hear of it otherwise. The handle is given back when the core is done with it.
     */
    suspend fun <H : AutoCloseable, T> call(begin: () -> H, cancel: (H) -> Unit, run: (H) -> T): T =
        suspendCancellableCoroutine { continuation ->
            val begun = AtomicReference<H>()
            continuation.invokeOnCancellation { begun.get()?.let { handle -> ignoringGone { cancel(handle) } } }
            val work = Runnable {
                if (!continuation.isActive) return@Runnable
                val ended = runCatching {
                    typed {
                        begin().use { handle ->
                            begun.set(handle)
                            // Whoever cancelled a moment ago has not seen the handle.
                            if (!continuation.isActive) cancel(handle)
                            run(handle)
                        }
                    }
                }
                continuation.resumeWith(ended)
            }
            io.dispatch(continuation.context, work)
        }

    /** Calls the core on the thread that asks. */
    fun <T> typed(block: () -> T): T {
        if (closed.value) throw TsunagariError.Closed()
        inside.incrementAndGet()
        try {
            return block()
        } catch (error: TsunagariException) {
            if (error is TsunagariException.Cancelled) stopped.incrementAndGet()
            throw error.toDomain()
        } catch (error: InternalException) {
            throw TsunagariError.Unexpected("internal").apply { initCause(error) }
        } catch (error: IllegalStateException) {
            // What was there when the call began has been given back since.
            if (closed.value) throw TsunagariError.Closed()
            throw error
        } finally {
            inside.decrementAndGet()
        }
    }

    /** Closes; `false` when it was closed already. */
    fun close(): Boolean = closed.compareAndSet(expect = false, update = true)

    /** Waits until it is closed. */
    suspend fun untilClosed() {
        closed.first { it }
    }

    private fun ignoringGone(block: () -> Unit) {
        try {
            block()
        } catch (_: IllegalStateException) {
            // The handle was given back: there is nothing left to stop.
        }
    }
}
