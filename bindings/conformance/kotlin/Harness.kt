package jp.tsunagari.conformance

import java.nio.file.Path
import java.time.Instant
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit
import java.util.Locale
import jp.tsunagari.ffi.AlarmSetter
import jp.tsunagari.ffi.Changed
import jp.tsunagari.ffi.Clock
import jp.tsunagari.ffi.Frame
import jp.tsunagari.ffi.FrameSource
import jp.tsunagari.ffi.ImportProgress
import jp.tsunagari.ffi.ImportWatcher
import jp.tsunagari.ffi.Listener
import jp.tsunagari.ffi.SecretBox
import jp.tsunagari.ffi.SetAlarm
import jp.tsunagari.ffi.TsunagariException
import kotlin.io.path.createDirectories
import kotlin.io.path.createTempDirectory
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.io.path.writeLines
import kotlin.io.path.writeText
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.TestInstance

/**
 * What the scenarios stand on in Kotlin: a keystore, a clock, alarms, ears and a camera, and one canonical rendering. A
 * scenario passes when it was told to its end; whether it is told as in the other languages is compared afterwards.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
open class Harness {
    private val scenarios = mutableListOf<Told>()
    private lateinit var told: Told

    /** A folder of which nothing is there yet, another one for each scenario. */
    protected lateinit var folder: String
        private set

    protected fun scenario(name: String, steps: () -> Any?) {
        told = Told(name).also(scenarios::add)
        val place = createTempDirectory("conformance")
        folder = place.resolve("data").toString()
        try {
            steps()
        } catch (error: Exception) {
            // Seen at once in the comparison, since what follows is missing.
            told.lines += "stopped by ${error.javaClass.simpleName}"
            error.printStackTrace()
        } finally {
            place.toFile().deleteRecursively()
        }
    }

    /** Tells of a call. One that failed gives `null`, which nothing but a call that needs no value may follow. */
    protected fun <T> step(number: Int, call: () -> T): T {
        told.first = minOf(told.first, number)
        val value = try {
            call()
        } catch (error: TsunagariException) {
            told.lines += "$number ! ${renderError(error)}"
            @Suppress("UNCHECKED_CAST")
            return null as T
        }
        told.lines += "$number ${render(value)}"
        return value
    }

    @AfterAll
    fun write() {
        val out = Path.of(System.getenv("CONFORMANCE_OUT") ?: return)
        out.toAbsolutePath().parent.createDirectories()
        // JUnit has an order of its own; the lines of scenarios.py have the right one.
        out.writeLines(scenarios.sortedBy(Told::first).flatMap { listOf("== ${it.name}") + it.lines })
    }

    private class Told(val name: String) {
        var first = Int.MAX_VALUE
        val lines = mutableListOf<String>()
    }
}

private fun snake(name: String): String = name.replace(Regex("(?<!^)(?=[A-Z])"), "_").lowercase()

/** Fields of a record, of a variant or of an error, by name. */
private fun fields(value: Any): String {
    val names = value::class.primaryConstructor?.parameters.orEmpty().map { it.name }.toSet()
    val rendered = value::class.memberProperties.filter { it.name in names }.map { field ->
        snake(field.name) to render(field.getter.call(value))
    }
    return rendered.sortedBy { it.first }.joinToString { (name, item) -> "$name: $item" }
}

/** A value in the form that all languages share. */
fun render(value: Any?): String = when (value) {
    null, is Unit -> "null"
    is Enum<*> -> value.name
    is Boolean, is Byte, is Short, is Int, is Long, is UByte, is UShort, is UInt, is ULong -> value.toString()
    is Double -> "%.6f".format(Locale.ROOT, value)
    is String -> "\"${escaped(value)}\""
    is ByteArray -> "<${value.size} bytes>"
    is Instant -> value.truncatedTo(ChronoUnit.SECONDS).toString()
    is List<*> -> value.joinToString(prefix = "[", postfix = "]") { render(it) }
    is AutoCloseable -> "<object>"
    else -> {
        val name = if (value.javaClass.enclosingClass == null) "" else snake(value.javaClass.simpleName)
        val inside = fields(value)
        if (inside.isEmpty() && name.isNotEmpty()) name else "$name{$inside}"
    }
}

private fun escaped(text: String): String =
    text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")

private fun renderError(error: TsunagariException): String {
    val inside = fields(error)
    val name = snake(error.javaClass.simpleName)
    return if (inside.isEmpty()) name else "$name{$inside}"
}

/** Seals with a byte of its own; can be locked, and thrown away. */
class Keystore(private var key: Int) : SecretBox {
    private var locked = false

    fun beLocked(locked: Boolean) {
        this.locked = locked
    }

    override fun seal(plain: ByteArray): ByteArray {
        ready()
        return byteArrayOf(key.toByte()) + turned(plain)
    }

    override fun unseal(sealed: ByteArray): ByteArray {
        ready()
        if (sealed.isEmpty() || sealed[0] != key.toByte()) throw TsunagariException.KeyMismatch()
        return turned(sealed.copyOfRange(1, sealed.size))
    }

    override fun shred() {
        key = 0
    }

    private fun turned(bytes: ByteArray) = ByteArray(bytes.size) { (bytes[it].toInt() xor key).toByte() }

    private fun ready() {
        if (locked) throw TsunagariException.Locked()
    }
}

/** Stands still until it is moved. */
class FixedClock(at: String, zone: String) : Clock {
    @Volatile
    private var moment = instant(at) to zone

    fun moveTo(at: String, zone: String) {
        moment = instant(at) to zone
    }

    override fun now(): Instant = moment.first

    override fun zone(): String = moment.second

    private fun instant(at: String) = OffsetDateTime.parse(at).toInstant()
}

/** A platform's alarms; after so many calls it refuses. */
class Alarms(private var failsAfter: Int) : AlarmSetter {
    private val alarms = linkedMapOf<Long, SetAlarm>()

    fun allow(calls: Int) {
        failsAfter = calls
    }

    override fun cancel(id: Long) {
        take()
        alarms.remove(id)
    }

    override fun set(alarm: SetAlarm) {
        take()
        alarms[alarm.id] = alarm
    }

    fun areSet(): List<Instant> = alarms.values.map { it.at }.sorted()

    fun first(): Long = alarms.values.minBy { it.at }.id

    private fun take() {
        if (failsAfter == 0) throw TsunagariException.Unexpected("alarms")
        failsAfter -= 1
    }
}

/** Hears of changes. */
class Ears : Listener {
    private val said = mutableListOf<Changed>()

    override fun changed(what: Changed) {
        synchronized(said) { said += what }
    }

    fun heard(): List<Changed> = synchronized(said) { said.toList().also { said.clear() } }
}

/** Watches an import; throws at the first call where it shall. */
class Watcher(private val throws: Boolean) : ImportWatcher {
    @Volatile
    private var calls = 0

    override fun progress(progress: ImportProgress) {
        calls += 1
        if (throws) throw TsunagariException.Cancelled()
    }

    fun wasTold(): Boolean = calls > 0
}

/** Shows the modules of a code, four points each, after some empty pictures. */
class Camera(
    private val modules: List<Boolean>,
    size: UInt,
    private var empty: Int,
) : FrameSource {
    private val size = size.toInt()

    override fun next(): Frame? {
        val side = (size + 8) * 4
        val picture = ByteArray(side * side) { -1 }
        if (empty > 0) {
            empty -= 1
            return Frame(side.toUInt(), side.toUInt(), picture)
        }
        for (y in 0 until size * 4) {
            for (x in 0 until size * 4) {
                if (modules[y / 4 * size + x / 4]) picture[(y + 16) * side + x + 16] = 0
            }
        }
        return Frame(side.toUInt(), side.toUInt(), picture)
    }
}

/** Files beside the data folder, and damage in it. */
class Files(folder: String) {
    private val data = Path.of(folder)
    private val beside = data.resolveSibling("files").createDirectories()

    fun path(name: String): String = beside.resolve(name).toString()

    fun write(name: String, text: String): String = beside.resolve(name).apply { writeText(text) }.toString()

    /** Leaves the first half of a file of the data folder. */
    fun tear(name: String) {
        val file = data.resolve(name)
        file.writeBytes(file.readBytes().let { it.copyOf(it.size / 2) })
    }
}
