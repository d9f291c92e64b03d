package jp.tsunagari.app.camera

import java.util.concurrent.locks.ReentrantLock
import jp.tsunagari.core.Frame
import jp.tsunagari.core.FrameSource
import kotlin.concurrent.withLock

/** Pictures from one thread for another. Only the latest counts: what was not looked at in time is left out. */
internal class LatestFrame : FrameSource {
    private val lock = ReentrantLock()
    private val moved = lock.newCondition()
    private var latest: Frame? = null
    private var ended = false

    fun offer(frame: Frame) = lock.withLock {
        if (!ended) latest = frame
        moved.signalAll()
    }

    /** Whoever waits is told that there are no more. */
    fun end() = lock.withLock {
        ended = true
        latest = null
        moved.signalAll()
    }

    override fun next(): Frame? = lock.withLock {
        while (latest == null && !ended) moved.await()
        latest.also { latest = null }
    }
}
