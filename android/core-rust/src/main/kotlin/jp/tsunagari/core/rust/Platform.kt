package jp.tsunagari.core.rust

import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CodeApi
import jp.tsunagari.core.FrameSource
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.AlarmSetter as FfiAlarmSetter
import jp.tsunagari.ffi.Changed as FfiChanged
import jp.tsunagari.ffi.Clock as FfiClock
import jp.tsunagari.ffi.Frame as FfiFrame
import jp.tsunagari.ffi.FrameSource as FfiFrameSource
import jp.tsunagari.ffi.Listener
import jp.tsunagari.ffi.QrReader
import jp.tsunagari.ffi.SecretBox
import jp.tsunagari.ffi.SetAlarm
import jp.tsunagari.ffi.TsunagariException

/** Tells the core what the platform threw. What is no [TsunagariError] becomes one that nobody can do anything about. */
internal inline fun <T> toCore(block: () -> T): T = try {
    block()
} catch (error: TsunagariError) {
    throw error.toFfi()
} catch (_: Throwable) {
    // Also errors of the JVM: one that leaves a callback is printed, and the core would take the call for done.
    throw TsunagariException.Unexpected("callback")
}

internal class PlatformKeystore(private val keystore: Keystore) : SecretBox {
    override fun seal(plain: ByteArray): ByteArray = toCore { keystore.seal(plain) }

    override fun unseal(sealed: ByteArray): ByteArray = toCore { keystore.open(sealed) }

    override fun shred() = toCore { keystore.shred() }
}

/** A clock, or that of the phone, whose zone can change at any time. */
internal class PlatformClock(private val clock: Clock?) : FfiClock {
    override fun now(): Instant = toCore { clock?.instant() ?: Instant.now() }

    override fun zone(): String = toCore { (clock?.zone ?: ZoneId.systemDefault()).toIana() }
}

/**
 * The name of the zone as the core knows it. A plain offset is no zone of the IANA database; those of whole hours have
 * names there, with the sign turned round. Any other stays as java.time writes it (`+05:45`): the core does not know it
 * and takes Japan.
 */
internal fun ZoneId.toIana(): String {
    val offset = normalized() as? ZoneOffset ?: return id
    val hours = offset.totalSeconds / SECONDS_OF_HOUR
    return when {
        offset == ZoneOffset.UTC -> "UTC"
        offset.totalSeconds % SECONDS_OF_HOUR != 0 || hours !in NAMED_OFFSETS -> offset.id
        hours > 0 -> "Etc/GMT-$hours"
        else -> "Etc/GMT+${-hours}"
    }
}

private const val SECONDS_OF_HOUR = 3_600
private val NAMED_OFFSETS = -12..14

internal class PlatformAlarms(private val setter: AlarmSetter) : FfiAlarmSetter {
    override fun cancel(id: Long) = toCore { setter.cancel(id) }

    override fun set(alarm: SetAlarm) = toCore { setter.set(alarm.toDomain()) }
}

internal class PlatformFrames(private val frames: FrameSource) : FfiFrameSource {
    override fun next(): FfiFrame? = toCore {
        frames.next()?.let { FfiFrame(it.width.unsigned("frame"), it.height.unsigned("frame"), it.luminance) }
    }
}

internal class ForwardingListener(private val heard: (Changed) -> Unit) : Listener {
    override fun changed(what: FfiChanged) = toCore { heard(what.toDomain()) }
}

internal class RustCodes(private val calls: Calls) : CodeApi {
    override suspend fun read(frames: FrameSource): String? =
        calls.call(::QrReader, QrReader::cancel) { it.read(PlatformFrames(frames)) }
}
