package jp.tsunagari.core.rust

import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.InternalException
import jp.tsunagari.ffi.TsunagariException
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext

/** Calls of the core: on threads that may block, with typed errors, and none once the device is closed. */
internal class Calls(private val io: CoroutineDispatcher) {
    private val shut = MutableStateFlow(false)
    private val inside = AtomicInteger()
    private val stopped = AtomicLong()

    /** Whether it was closed. */
    val closed: StateFlow<Boolean> = shut.asStateFlow()

    /** Calls that the core is working on. */
    val running: Int get() = inside.get()

    /** Calls that the core ended because they were cancelled. */
    val cancelled: Long get() = stopped.get()

    /** Calls the core. The call comes to its end also when the coroutine is cancelled meanwhile. */
    suspend fun <T> call(block: () -> T): T = withContext(io) { typed(block) }

    /**
     * As [call], for what can take long and has a handle. [begin] must not block: it is made here and now, so that of
     * several the one that was asked for last is the last one. When the coroutine is cancelled it ends at once, and
     * [cancel] tells the core, which does not hear of it otherwise. The handle is given back when the core is done with it.
     */
    suspend fun <H : AutoCloseable, T> call(begin: () -> H, cancel: (H) -> Unit, run: (H) -> T): T {
        // What nobody waits for any more must not stop what somebody waits for.
        currentCoroutineContext().ensureActive()
        val handle = typed(begin)
        return suspendCancellableCoroutine { continuation ->
            continuation.invokeOnCancellation { ignoringGone { cancel(handle) } }
            val work = Runnable {
                val ended = runCatching {
                    handle.use {
                        continuation.context.ensureActive()
                        typed { run(it) }
                    }
                }
                continuation.resumeWith(ended)
            }
            if (io.isDispatchNeeded(continuation.context)) io.dispatch(continuation.context, work) else work.run()
        }
    }

    /** Calls the core on the thread that asks. */
    fun <T> typed(block: () -> T): T {
        if (closed.value) throw TsunagariError.Closed()
        inside.incrementAndGet()
        try {
            return translated(block)
        } catch (error: TsunagariError.Unexpected) {
            // What was there when the call began has been given back since.
            if (closed.value && error.code == BINDING) throw TsunagariError.Closed()
            throw error
        } finally {
            inside.decrementAndGet()
        }
    }

    /** As [typed], also when it is closed. */
    fun <T> translated(block: () -> T): T = try {
        block()
    } catch (error: TsunagariException) {
        if (error is TsunagariException.Cancelled) stopped.incrementAndGet()
        throw error.toDomain()
    } catch (error: InternalException) {
        throw TsunagariError.Unexpected("internal").apply { initCause(error) }
    } catch (error: CancellationException) {
        throw error
    } catch (_: CharacterCodingException) {
        // Half a character, as some keyboards leave when they take an emoji back. What stands in the text is not told on.
        throw TsunagariError.Invalid("characters")
    } catch (error: RuntimeException) {
        throw TsunagariError.Unexpected(BINDING).apply { initCause(error) }
    }

    /** Closes; `false` when it was closed already. */
    fun close(): Boolean = shut.compareAndSet(expect = false, update = true)

    private fun ignoringGone(block: () -> Unit) {
        try {
            block()
        } catch (_: Exception) {
            // The handle was given back: there is nothing left to stop, and nobody waits who could be told.
        }
    }

    private companion object {
        /** Between Kotlin and the core. */
        const val BINDING = "binding"
    }
}
