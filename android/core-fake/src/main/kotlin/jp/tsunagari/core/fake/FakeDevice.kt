package jp.tsunagari.core.fake

import java.time.Clock
import java.time.Instant
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ProducerScope
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.callbackFlow

/** What the parts of a fake share: what is kept, its lock, the clock, and who listens. */
internal class FakeDevice(val control: FakeControl, private val clock: Clock) {
    private val listeners = CopyOnWriteArrayList<ProducerScope<Changed>>()
    private val turn = Any()

    @Volatile
    private var closed = false

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
    fun text(japanese: String, english: String): String = if (language == Language.ENGLISH) english else japanese

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

    /** Changes something, and tells of it when it went well. */
    suspend fun <T> change(name: String, what: Changed, block: () -> T): T = call(name, block).also { tell(what) }

    /** Changes what is kept, and tells of it. */
    suspend fun keep(name: String, what: Changed, change: (FakeKept) -> FakeKept) {
        change(name, what) { stored = change(kept) }
    }

    suspend fun speak(language: Language) = call("speak") { this.language = language }

    fun changes(): Flow<Changed> = callbackFlow {
        notClosed()
        listeners += this
        awaitClose { listeners -= this }
    }.buffer(Channel.UNLIMITED)

    fun close() {
        closed = true
        listeners.forEach { it.close() }
    }

    fun tell(what: Changed) = listeners.forEach { it.trySend(what) }

    private fun notClosed() {
        if (closed) throw TsunagariError.Closed()
    }
}
