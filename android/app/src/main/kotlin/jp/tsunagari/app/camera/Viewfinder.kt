package jp.tsunagari.app.camera

import android.content.Context
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Matrix
import android.graphics.Paint
import android.view.View
import jp.tsunagari.core.Frame

/** What the reader of codes sees, in grey, upright, filling its place. */
internal class Viewfinder(context: Context, private val sensor: Int) : View(context) {
    private val matrix = Matrix()
    private val smooth = Paint(Paint.FILTER_BITMAP_FLAG)

    @Volatile
    private var picture: Bitmap? = null

    init {
        // What it shows is seen, and said by the page around it.
        importantForAccessibility = IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    /** To be called by the thread of the camera. */
    fun show(frame: Frame) {
        picture = half(frame)
        postInvalidate()
    }

    override fun onDraw(canvas: Canvas) {
        val picture = picture ?: return
        val turned = (sensor - QUARTER_TURN * (display?.rotation ?: 0) + FULL_TURN) % FULL_TURN
        val (across, down) = picture.width / 2f to picture.height / 2f
        val upright = turned % HALF_TURN == 0
        val (wide, high) = if (upright) picture.width to picture.height else picture.height to picture.width
        val scale = maxOf(width / wide.toFloat(), height / high.toFloat())
        matrix.setTranslate(-across, -down)
        matrix.postRotate(turned.toFloat())
        matrix.postScale(scale, scale)
        matrix.postTranslate(width / 2f, height / 2f)
        canvas.drawBitmap(picture, matrix, smooth)
    }

    /** Half as wide and high: enough to aim, and a quarter of the work. */
    private fun half(frame: Frame): Bitmap {
        val (width, height) = frame.width / 2 to frame.height / 2
        val points = IntArray(width * height) { point ->
            val bright = frame.luminance[point / width * 2 * frame.width + point % width * 2].toInt() and BYTE
            OPAQUE or (bright * GREY)
        }
        return Bitmap.createBitmap(points, width, height, Bitmap.Config.ARGB_8888)
    }

    private companion object {
        const val QUARTER_TURN = 90
        const val HALF_TURN = 180
        const val FULL_TURN = 360
        const val BYTE = 0xFF
        const val OPAQUE = 0xFF shl 24

        /** The same in red, green and blue. */
        const val GREY = 0x010101
    }
}
