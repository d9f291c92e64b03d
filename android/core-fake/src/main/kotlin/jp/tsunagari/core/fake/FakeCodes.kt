package jp.tsunagari.core.fake

import jp.tsunagari.core.Code
import jp.tsunagari.core.CodeApi
import jp.tsunagari.core.Frame
import jp.tsunagari.core.FrameSource
import jp.tsunagari.core.TsunagariError
import kotlin.math.ceil
import kotlin.math.sqrt
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** Reads the codes that a fake shows, four points a module, and no others. */
class FakeCodes internal constructor(private val device: FakeDevice) : CodeApi {
    override suspend fun read(frames: FrameSource): String? = device.callBeside("codes.read") {
        withContext(Dispatchers.IO) {
            val pictures = generateSequence {
                ensureActive()
                told { frames.next() }
            }
            pictures.firstNotNullOfOrNull(FakeCode::read)?.filterNot(::isHidden)
        }
    }

    /** As in the core, as far as screens can meet it: control characters and marks of direction. */
    private fun isHidden(sign: Char) =
        sign.category in setOf(CharCategory.CONTROL, CharCategory.FORMAT) && sign !in "\n\r\t"
}

/** A code of a fake: a dark module, then the bits of the text, row by row. It looks like none that a reader knows. */
internal object FakeCode {
    private const val MARGIN = 4
    private const val POINTS = 4

    fun of(text: String): Code {
        val bits = listOf(true) + text.toByteArray().flatMap { byte -> (0..7).map { byte.toInt() shr it and 1 == 1 } }
        val size = ceil(sqrt(bits.size.toDouble())).toInt()
        return Code(size, bits + List(size * size - bits.size) { false })
    }

    fun read(frame: Frame): String? {
        val points = frame.width.toLong() * frame.height
        val fits = frame.width > 0 && frame.height > 0 && points == frame.luminance.size.toLong()
        if (!fits) throw TsunagariError.Invalid("frame")
        val size = frame.width / POINTS - 2 * MARGIN
        if (frame.width != frame.height || size < 1) return null
        val dark = List(size * size) { module ->
            val (x, y) = (module % size + MARGIN) * POINTS to (module / size + MARGIN) * POINTS
            frame.luminance[y * frame.width + x] == 0.toByte()
        }
        if (dark.firstOrNull() != true) return null
        val bytes = dark.drop(1).chunked(8).filter { it.size == 8 }.map { bits ->
            bits.foldIndexed(0) { place, byte, bit -> if (bit) byte or (1 shl place) else byte }.toByte()
        }
        return bytes.toByteArray().decodeToString().trimEnd('\u0000')
    }
}
