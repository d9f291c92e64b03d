package jp.tsunagari.core

import java.time.Instant

/**
 * The keystore of the device: what it seals, only this device opens. It may throw [TsunagariError.Locked] when the device
 * has to be unlocked first, and [TsunagariError.KeyMismatch] when another key sealed it. It is called on threads that may
 * block.
 */
interface Keystore {
    /** Seals bytes. */
    fun seal(plain: ByteArray): ByteArray

    /** Opens what [seal] gave. */
    fun open(sealed: ByteArray): ByteArray

    /** Throws the key away: nothing that it sealed opens again. */
    fun shred()
}

/**
 * Alarms of the platform. What it throws is told to whoever asked; what is no [TsunagariError] as
 * [TsunagariError.Unexpected] with `callback`. It is called on threads that may block.
 *
 * It must not ask anything of [CheckInsApi] from inside: that waits for its turn, which comes after the setter is done.
 */
interface AlarmSetter {
    /** Cancels an alarm; one that is not set is no mistake. */
    fun cancel(id: Long)

    /** Sets an alarm; one with that id is replaced. */
    fun set(alarm: Alarm)
}

/** An alarm to set, and a notice to show when it comes. */
data class Alarm(
    val id: Long,
    val at: Instant,
    /** The check-in, for what is pressed in the notice; `null` for the self-test. */
    val checkIn: CheckInId?,
    /** The words of the notice. They say nothing of what it is about. */
    val text: String,
)

/** Pictures of the camera. */
fun interface FrameSource {
    /** The next picture, which may be waited for; `null` ends the reading. */
    fun next(): Frame?
}

/** One picture: a byte for each point, row by row from the top, 0 for black. */
class Frame(
    val width: Int,
    val height: Int,
    val luminance: ByteArray,
)

/** Codes that the camera sees. */
interface CodeApi {
    /**
     * Asks for pictures until one holds a QR code; its text, or `null` when the pictures end. Cancelling stops it. Anybody
     * can have made the code: what nobody sees and what turns the direction of writing is not in the text, which has at
     * most some thousand characters.
     *
     * @throws TsunagariError.Invalid with `frame` when a picture is not what it says; also what the source throws.
     */
    suspend fun read(frames: FrameSource): String?
}
