package jp.tsunagari.core.contract

import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.ConcurrentHashMap
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.Code
import jp.tsunagari.core.Frame
import jp.tsunagari.core.FrameSource
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.assertThrows

/** A device and what is around it, for one test. */
interface World : AutoCloseable {
    val api: TsunagariApi

    /** The clock that [api] looks at. */
    val clock: MovableClock

    /** A folder beside the data. */
    val folder: Path

    /** The search that begins next stops in its middle until it is let go. */
    fun holdSearch(): Held

    /** Calls that are being worked on. */
    fun running(): Int

    /** Searches that ended because they were stopped. */
    fun stopped(): Long
}

/** A search that was stopped in its middle. */
interface Held {
    /** Waits until there is one. */
    suspend fun reached()

    /** Lets it go on. */
    fun letGo()
}

/** What makes a world for each test. */
interface Worlds {
    /** A new one, in which nothing is kept; its clock shows two in the night, and its texts are in Japanese. */
    suspend fun world(): World

    /** Runs a test in a world of its own. */
    fun test(body: suspend Test.() -> Unit) = runBlocking {
        val world = world()
        world.use { withTimeout(TEST_MILLIS) { Test(world, this).body() } }
    }

    private companion object {
        /** Long, since a slow machine is no mistake. */
        const val TEST_MILLIS = 120_000L
    }
}

/** A test in its world. */
class Test(val world: World, scope: CoroutineScope) : CoroutineScope by scope {
    val api: TsunagariApi get() = world.api

    /** Waits for what another thread does. */
    suspend fun eventually(what: String, condition: suspend () -> Boolean) {
        repeat(TRIES) {
            if (condition()) return
            delay(MILLIS)
        }
        assertTrue(condition(), what)
    }

    private companion object {
        const val TRIES = 1_000
        const val MILLIS = 10L
    }
}

/** Asserts that a call ends with an error. */
suspend inline fun <reified E : TsunagariError> fails(crossinline call: suspend () -> Unit): E {
    val ended = try {
        Result.success(call())
    } catch (error: TsunagariError) {
        Result.failure(error)
    }
    return assertThrows<E> { ended.getOrThrow() }
}

/** Asserts that a call ends with an invalid field. */
suspend inline fun invalid(field: String, crossinline call: suspend () -> Unit) {
    val error = fails<TsunagariError.Invalid>(call)
    assertTrue(error.field == field) { "${error.field} instead of $field" }
}

/** Stands still until it is moved. */
open class MovableClock(at: OffsetDateTime = NIGHT, private val place: ZoneId = ZoneId.of("Asia/Tokyo")) : Clock() {
    @Volatile
    private var at: Instant = at.toInstant()

    fun moveTo(at: OffsetDateTime) {
        this.at = at.toInstant()
    }

    override fun instant(): Instant = at

    override fun getZone(): ZoneId = place

    override fun withZone(zone: ZoneId): Clock = MovableClock(at.atOffset(ZoneOffset.UTC), zone)

    companion object {
        /** A Tuesday. */
        val NIGHT: OffsetDateTime = OffsetDateTime.parse("2026-11-24T02:00:00+09:00")
    }
}

/** Alarms of a platform, which refuse when they are told to. */
class Alarms : AlarmSetter {
    private val alarms = ConcurrentHashMap<Long, Alarm>()

    @Volatile
    var refuses = false

    /** So many calls are done before it refuses. */
    @Volatile
    var refusesAfter = Int.MAX_VALUE

    val all: List<Alarm> get() = alarms.values.sortedBy(Alarm::at)

    override fun cancel(id: Long) {
        refuse()
        alarms.remove(id)
    }

    override fun set(alarm: Alarm) {
        refuse()
        alarms[alarm.id] = alarm
    }

    private fun refuse() {
        if (refuses || refusesAfter-- <= 0) throw TsunagariError.Unexpected("alarms")
    }
}

/** Shows a code, four points a module, after some empty pictures. */
class Camera(private val code: Code, private var empty: Int) : FrameSource {
    override fun next(): Frame {
        val side = (code.size + 2 * MARGIN) * POINTS
        val picture = ByteArray(side * side) { -1 }
        if (empty-- > 0) return Frame(side, side, picture)
        val drawn = code.size * POINTS
        for (y in 0 until drawn) {
            for (x in 0 until drawn) {
                if (code.isDark(x / POINTS, y / POINTS)) {
                    picture[(y + MARGIN * POINTS) * side + x + MARGIN * POINTS] = 0
                }
            }
        }
        return Frame(side, side, picture)
    }

    private companion object {
        const val MARGIN = 4
        const val POINTS = 4
    }
}
