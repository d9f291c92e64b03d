package jp.tsunagari.app.camera

import java.nio.ByteBuffer
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import jp.tsunagari.core.Frame
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertSame
import org.junit.Test

/** Pictures on their way from the camera to the reader. */
class FramesTest {
    private val frames = LatestFrame()

    @Test
    fun `only the latest counts`() {
        val latest = frame()
        frames.offer(frame())
        frames.offer(latest)
        assertSame(latest, frames.next())
    }

    @Test
    fun `a picture is given once, and the next is waited for`() {
        frames.offer(frame())
        frames.next()
        val waiting = CompletableFuture.supplyAsync(frames::next)
        assertFalse(waiting.isDone)
        val next = frame()
        frames.offer(next)
        assertSame(next, waiting.get(PATIENCE, TimeUnit.SECONDS))
    }

    @Test
    fun `when the camera is off whoever waits is told, and whoever asks later`() {
        val waiting = CompletableFuture.supplyAsync(frames::next)
        frames.end()
        assertNull(waiting.get(PATIENCE, TimeUnit.SECONDS))
        frames.offer(frame())
        assertNull(frames.next())
    }

    @Test
    fun `rows are taken without what they are filled up with`() {
        val filled = ByteBuffer.wrap(byteArrayOf(1, 2, 3, 0, 4, 5, 6, 0))
        assertArrayEquals(byteArrayOf(1, 2, 3, 4, 5, 6), luminance(filled, 4, 1, 3, 2).luminance)
        // The last row of some phones ends where its last point does.
        val short = ByteBuffer.wrap(byteArrayOf(1, 9, 2, 0, 3, 9, 4))
        val taken = luminance(short, 4, 2, 2, 2)
        assertArrayEquals(byteArrayOf(1, 2, 3, 4), taken.luminance)
        assertEquals(2 to 2, taken.width to taken.height)
    }

    private fun frame() = Frame(1, 1, byteArrayOf(0))

    private companion object {
        const val PATIENCE = 10L
    }
}
