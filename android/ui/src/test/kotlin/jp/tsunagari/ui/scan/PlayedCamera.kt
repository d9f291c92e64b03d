package jp.tsunagari.ui.scan

import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import jp.tsunagari.core.Code
import jp.tsunagari.core.Frame
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Place
import jp.tsunagari.ui.shell.Scan

/**
 * A camera that is played. It sees [code]; without one, whoever asks for a picture waits until it is switched off, as with
 * one that is covered.
 */
internal class PlayedCamera(@Volatile var code: Code? = null) : Camera {
    private val all = CopyOnWriteArrayList<PlayedScan>()

    /** Whether it can be switched on. */
    @Volatile
    var allowed = true

    /** How often it was switched on. */
    val times: Int get() = all.size

    /** Whether it is on. */
    val isOn: Boolean get() = all.any { it.isOn }

    /** Where its picture is seen. */
    val seenAt: Place? get() = all.lastOrNull()?.seenAt

    /** How often the page of the settings was opened. */
    @Volatile
    var settings = 0

    override suspend fun open(): Scan? = if (allowed) PlayedScan(code).also(all::add) else null

    override fun openSettings() {
        settings += 1
    }

    /** Another app takes it. */
    fun taken() = all.forEach(Scan::close)
}

private class PlayedScan(private val code: Code?) : Scan {
    private val off = CountDownLatch(1)
    val isOn get() = off.count > 0

    @Volatile
    var seenAt: Place? = null

    override fun next(): Frame? {
        if (code == null) off.await()
        return code?.takeIf { isOn }?.let(::picture)
    }

    override fun showAt(place: Place?) {
        seenAt = place
    }

    override fun close() = off.countDown()
}

/** Four points for each module, and the white around them. */
private fun picture(code: Code): Frame {
    val side = (code.size + 8) * 4
    val points = ByteArray(side * side) { point ->
        val (x, y) = point % side / 4 - 4 to point / side / 4 - 4
        val isDark = x in 0 until code.size && y in 0 until code.size && code.isDark(x, y)
        if (isDark) 0 else -1
    }
    return Frame(side, side, points)
}
