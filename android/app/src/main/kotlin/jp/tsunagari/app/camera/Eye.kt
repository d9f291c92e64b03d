package jp.tsunagari.app.camera

import android.annotation.SuppressLint
import android.app.Activity
import android.graphics.ImageFormat
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.hardware.camera2.CaptureRequest
import android.media.ImageReader
import android.os.Handler
import android.os.HandlerThread
import android.util.Size
import android.view.View
import android.view.ViewGroup
import android.widget.FrameLayout
import jp.tsunagari.core.Frame
import jp.tsunagari.ui.shell.Place
import jp.tsunagari.ui.shell.Scan
import kotlinx.coroutines.CompletableDeferred

/** A camera that is on. What it sees is in memory only, one picture at a time. */
internal class Eye(
    private val activity: Activity,
    private val manager: CameraManager,
    private val id: String,
) : Scan {
    private val frames = LatestFrame()
    private val thread = HandlerThread("camera").apply { start() }
    private val handler = Handler(thread.looper)
    private val traits = manager.getCameraCharacteristics(id)
    private val size = smallest()
    private val reader = ImageReader.newInstance(size.width, size.height, ImageFormat.YUV_420_888, 2)
    private val finder = Viewfinder(activity, sensor = traits[CameraCharacteristics.SENSOR_ORIENTATION] ?: 0)

    // Of the thread of the camera alone.
    private var device: CameraDevice? = null
    private var answered = false
    private var closed = false

    /** Switches it on; `false` when another app has it. */
    // The permission is asked for before.
    @SuppressLint("MissingPermission")
    suspend fun open(): Boolean {
        reader.setOnImageAvailableListener({ take(it) }, handler)
        val on = CompletableDeferred<Boolean>()
        var works = false
        try {
            manager.openCamera(id, Opening(on), handler)
            works = on.await()
        } finally {
            if (!works) close()
        }
        if (works) activity.addContentView(finder.apply { visibility = View.GONE }, FrameLayout.LayoutParams(0, 0))
        return works
    }

    override fun next(): Frame? = frames.next()

    override fun showAt(place: Place?) {
        finder.visibility = if (place == null) View.GONE else View.VISIBLE
        if (place == null) return
        finder.layoutParams = FrameLayout.LayoutParams(place.width, place.height).apply {
            leftMargin = place.left
            topMargin = place.top
        }
    }

    override fun close() {
        frames.end()
        handler.post {
            closed = true
            device?.close()
            reader.close()
            leave()
        }
        activity.runOnUiThread { (finder.parent as? ViewGroup)?.removeView(finder) }
    }

    /** The thread stays until the system has said what became of the camera: one that comes late is to be closed. */
    private fun leave() {
        if (closed && answered) thread.quitSafely()
    }

    private fun take(reader: ImageReader) {
        if (closed) return
        val frame = reader.acquireLatestImage()?.use { image ->
            val bright = image.planes[0]
            luminance(bright.buffer, bright.rowStride, bright.pixelStride, image.width, image.height)
        } ?: return
        finder.show(frame)
        frames.offer(frame)
    }

    /** Codes of the core are read well from so many points; more only cost time. */
    private fun smallest(): Size {
        val all = traits[CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP]
            ?.getOutputSizes(ImageFormat.YUV_420_888).orEmpty()
        val enough = all.filter { it.width >= WIDTH && it.height >= HEIGHT }
        return enough.minByOrNull { it.width * it.height } ?: Size(WIDTH, HEIGHT)
    }

    // What takes its place is there from Android 9 on.
    @Suppress("DEPRECATION")
    private fun begin(camera: CameraDevice, on: CompletableDeferred<Boolean>) = whileThere(on) {
        device = camera
        val request = camera.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW).apply {
            addTarget(reader.surface)
            set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE)
        }
        val running = object : CameraCaptureSession.StateCallback() {
            override fun onConfigured(session: CameraCaptureSession) {
                whileThere(on) {
                    session.setRepeatingRequest(request.build(), null, handler)
                    on.complete(true)
                }
            }

            override fun onConfigureFailed(session: CameraCaptureSession) {
                on.complete(false)
            }
        }
        camera.createCaptureSession(listOf(reader.surface), running, handler)
    }

    /** Another app can take the camera, or the person leave the page, between any two calls. */
    private fun whileThere(on: CompletableDeferred<Boolean>, step: () -> Unit) = try {
        step()
    } catch (_: CameraAccessException) {
        gone(on)
    } catch (_: IllegalStateException) {
        gone(on)
    } catch (_: IllegalArgumentException) {
        gone(on)
    }

    private fun gone(on: CompletableDeferred<Boolean>) {
        frames.end()
        on.complete(false)
    }

    private inner class Opening(private val on: CompletableDeferred<Boolean>) : CameraDevice.StateCallback() {
        override fun onOpened(camera: CameraDevice) {
            answered = true
            if (!closed) return begin(camera, on)
            camera.close()
            leave()
        }

        override fun onDisconnected(camera: CameraDevice) = end(camera)

        override fun onError(camera: CameraDevice, error: Int) = end(camera)

        /** Another app has taken it: who reads is told that there are no more pictures. */
        private fun end(camera: CameraDevice) {
            answered = true
            camera.close()
            gone(on)
            leave()
        }
    }

    private companion object {
        const val WIDTH = 1_280
        const val HEIGHT = 720
    }
}
