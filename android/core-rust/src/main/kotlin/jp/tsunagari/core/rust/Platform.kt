package jp.tsunagari.core.rust

import java.time.Clock
import java.time.Instant
import java.time.ZoneId
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

/** Tells the core what the platform threw. What is no [TsunagariError] becomes one that nobody can do anything about. */
private inline fun <T> told(block: () -> T): T = try {
    block()
} catch (error: TsunagariError) {
    throw error.toFfi()
}

internal class PlatformKeystore(private val keystore: Keystore) : SecretBox {
    override fun seal(plain: ByteArray): ByteArray = told { keystore.seal(plain) }

    override fun unseal(sealed: ByteArray): ByteArray = told { keystore.open(sealed) }

    override fun shred() = told { keystore.shred() }
}

/** A clock, or that of the phone, whose zone can change at any time. */
internal class PlatformClock(private val clock: Clock?) : FfiClock {
    override fun now(): Instant = told { clock?.instant() ?: Instant.now() }

    override fun zone(): String = told { (clock?.zone ?: ZoneId.systemDefault()).id }
}

internal class PlatformAlarms(private val setter: AlarmSetter) : FfiAlarmSetter {
    override fun cancel(id: Long) = told { setter.cancel(id) }

    override fun set(alarm: SetAlarm) = told { setter.set(alarm.toDomain()) }
}

internal class PlatformFrames(private val frames: FrameSource) : FfiFrameSource {
    override fun next(): FfiFrame? = told {
        frames.next()?.let { FfiFrame(it.width.unsigned("frame"), it.height.unsigned("frame"), it.luminance) }
    }
}

internal class ForwardingListener(private val heard: (Changed) -> Unit) : Listener {
    override fun changed(what: FfiChanged) = heard(what.toDomain())
}

internal class RustCodes(private val calls: Calls) : CodeApi {
    override suspend fun read(frames: FrameSource): String? =
        calls.call(::QrReader, QrReader::cancel) { it.read(PlatformFrames(frames)) }
}
