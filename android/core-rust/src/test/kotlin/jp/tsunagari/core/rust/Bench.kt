package jp.tsunagari.core.rust

import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.Language
import jp.tsunagari.ffi.Device
import jp.tsunagari.ffi.Filters
import jp.tsunagari.ffi.FindRequest as FfiFindRequest
import jp.tsunagari.ffi.Language as FfiLanguage
import jp.tsunagari.ffi.Opening
import jp.tsunagari.ffi.QrReader
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlinx.coroutines.runBlocking

/** Keeps bytes as they are: only the crossing is measured. */
private object PlainKeystore : Keystore {
    override fun seal(plain: ByteArray): ByteArray = plain

    override fun open(sealed: ByteArray): ByteArray = sealed

    override fun shred() = Unit
}

/** The calls of `scripts/bench bindings` from Kotlin: reads lines `KIND COUNT`, answers with nanoseconds. */
fun main(arguments: Array<String>) {
    val folder = Path(arguments.first())
    val data = folder.resolve("data").toString()
    val texts = folder.resolve("texts.txt").readLines()
    val anything = Filters(false, false, false, false, emptyList(), null, null, null, emptyList())
    val device = Device.open(Opening(data, FfiLanguage.JAPANESE), PlatformKeystore(PlainKeystore), null)
    val journal = device.journal()
    val directory = device.directory()
    val reader = QrReader()
    val first = journal.entries("2026-11-01", "2026-11-01").first().id
    val screen = runBlocking { RustTsunagari.open(data, Language.JAPANESE, PlainKeystore) }
    for (line in generateSequence(::readLine)) {
        val (kind, count) = line.split(' ')
        val call: (suspend (Int) -> Unit)? = when (kind) {
            "noop" -> { _ -> reader.cancel() }

            "one" -> { _ -> journal.entry(first) }

            "fifty" -> { _ -> check(journal.entries("2026-11-01", "2026-11-01").size == 50) }

            "thousand" -> { _ -> check(journal.entries("2026-11-05", "2026-11-05").size == 1000) }

            "keystroke" -> { at ->
                val request = FfiFindRequest(texts[at % texts.size], "高松市", anything, 50u, false)
                directory.find(request).use { it.run() }
            }

            "screen" -> { at -> screen.directory.find(FindRequest(texts[at % texts.size], "高松市", limit = 50)) }

            else -> null
        }
        println(call?.let { runBlocking { timed(count.toInt(), it) } } ?: "-")
    }
}

private suspend fun timed(count: Int, call: suspend (Int) -> Unit): Long {
    val begun = System.nanoTime()
    for (at in 0 until count) call(at)
    return System.nanoTime() - begun
}
