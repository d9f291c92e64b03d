package jp.tsunagari.core.fake

import java.time.Clock
import java.time.Instant
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.getAndUpdate
import kotlinx.coroutines.flow.transformWhile
import kotlinx.coroutines.flow.update

/** What the parts of a fake share: what is kept, its lock, the clock, and who listens. */
internal class FakeDevice(val control: FakeControl, private val clock: Clock) {
    private val listeners = CopyOnWriteArrayList<MutableStateFlow<Pending>>()
    private val turn = Any()

    private val closed = MutableStateFlow(false)

    @Volatile
    var language = Language.JAPANESE
        private set

    /** What is kept, open or not; `null` for nothing. To be used inside a call only. */
    var stored: FakeKept? = null
    var pin = ""
    var isOpen = false

    /** What is kept, where it is open. */
    val kept: FakeKept
        get() {
            val there = stored ?: throw TsunagariError.NothingKept()
            return if (isOpen) there else throw TsunagariError.Locked()
        }

    fun now(): OffsetDateTime = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)

    fun instant(): Instant = now().toInstant()

    /** A text in the language of the device. */
    fun text(
        japanese: String,
        english: String,
        easy: String = japanese,
    ): String = when (language) {
        Language.JAPANESE -> japanese
        Language.EASY_JAPANESE -> easy
        Language.ENGLISH -> english
    }

    /** One call at a time, as it is told to end. */
    suspend fun <T> call(name: String, block: () -> T): T {
        notClosed()
        return control.call(name) {
            synchronized(turn) {
                notClosed()
                block()
            }
        }
    }

    /** A call that can take long: others go on meanwhile. */
    suspend fun <T> callBeside(name: String, block: suspend () -> T): T {
        notClosed()
        return control.call(name, block)
    }

    /** Changes something, and tells of it when it went well. */
    suspend fun <T> change(name: String, what: Changed, block: () -> T): T = call(name, block).also { tell(what) }

    /** Changes what is kept, and tells of it. */
    suspend fun keep(name: String, what: Changed, change: (FakeKept) -> FakeKept) {
        change(name, what) { stored = change(kept) }
    }

    suspend fun speak(language: Language) = call("speak") { this.language = language }

    fun changes(): Flow<Changed> = flow {
        notClosed()
        val pending = MutableStateFlow(Pending.NONE)
        listeners += pending
        try {
            emit(Changed.EVERYTHING)
            val untilClosed = combine(pending, closed) { _, closed -> closed }.transformWhile { closed ->
                pending.getAndUpdate { Pending.NONE }.kinds.forEach { emit(it) }
                !closed
            }
            emitAll(untilClosed)
        } finally {
            listeners -= pending
        }
    }.buffer(Channel.RENDEZVOUS)

    fun close() {
        closed.value = true
    }

    fun tell(what: Changed) = listeners.forEach { pending -> pending.update { Pending(it.kinds + what) } }

    private fun notClosed() {
        if (closed.value) throw TsunagariError.Closed()
    }
}

/**
 * What was heard and is not told yet. Two of them are never the same, also with the same kinds: a flow of states would leave
 * the second out, and nobody would hear of what changed while the first was told.
 */
private class Pending(val kinds: Set<Changed>) {
    companion object {
        val NONE = Pending(emptySet())
    }
}

/** Calls what an app gave: what it throws is told as the core tells it. */
internal inline fun <T> told(block: () -> T): T = try {
    block()
} catch (error: TsunagariError) {
    throw error
} catch (error: CancellationException) {
    throw error
} catch (error: Throwable) {
    throw TsunagariError.Unexpected("callback").apply { initCause(error) }
}
