package jp.tsunagari.ui

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import kotlin.math.abs
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.FilterMipmap
import org.jetbrains.skia.FilterMode
import org.jetbrains.skia.Image
import org.jetbrains.skia.MipmapMode
import org.jetbrains.skia.Rect
import org.jetbrains.skia.Surface

/** A picture of a page, in points, of which a phone has two or three to a side. */
internal class Picture(val image: Image) {
    private val bitmap = Bitmap.makeFromImage(image)

    /** Point by point. */
    fun png(): ByteArray = checkNotNull(image.encodeToData(EncodedImageFormat.PNG)).bytes

    /** A fraction of the size, and close enough to compare with. */
    fun webp(): ByteArray = checkNotNull(image.encodeToData(EncodedImageFormat.WEBP, QUALITY)).bytes

    /** Average brightness, 0 to 255. */
    fun brightness(): Double = (0 until image.height step BLOCK).map { y ->
        (0 until image.width step BLOCK).map { x -> bitmap.getColor(x, y) shr 8 and 0xFF }.average()
    }.average()

    /**
     * How far the part that differs most is from [other]: the largest difference of a colour in the average of a square of
     * a few points, so that the edge of a letter may lie otherwise and a letter may not. 255 where the size differs.
     */
    fun distance(other: Picture): Int {
        if (image.width != other.image.width || image.height != other.image.height) return 255
        return (0 until image.height step BLOCK).maxOf { y ->
            (0 until image.width step BLOCK).maxOf { x -> far(average(x, y), other.average(x, y)) }
        }
    }

    private fun far(one: IntArray, two: IntArray) = one.indices.maxOf { abs(one[it] - two[it]) }

    /** Average red, green and blue of a square. */
    private fun average(left: Int, top: Int): IntArray {
        val sums = IntArray(COLOURS)
        var points = 0
        for (y in top until minOf(top + BLOCK, image.height)) {
            for (x in left until minOf(left + BLOCK, image.width)) {
                val colour = bitmap.getColor(x, y)
                for (place in sums.indices) sums[place] += colour shr (8 * place) and 0xFF
                points++
            }
        }
        return IntArray(COLOURS) { sums[it] / points }
    }

    companion object {
        private const val BLOCK = 6
        private const val COLOURS = 3
        private const val MARGIN = 16
        private const val QUALITY = 60

        /** Renders at twice the size, so that letters are drawn as on a phone, and gives half of it. */
        fun of(page: Pages, variant: Variant): Picture {
            val long = if (variant.fontScale == 1 || page.height == HEIGHT) page.height else page.height * 7 / 4
            val drawn = Stage(variant.spoken, variant.dark).use { stage ->
                val density = Density(2f, variant.fontScale.toFloat())
                ImageComposeScene(WIDTH, long, density) { page.show(stage) }.use { scene ->
                    scene.render(0)
                    // A second later nothing moves any more.
                    scene.render(1_000_000_000)
                }
            }
            return Picture(half(drawn, end(drawn)))
        }

        fun read(bytes: ByteArray) = Picture(Image.makeFromEncoded(bytes))

        /** Where the page ends and nothing but its ground follows. */
        private fun end(image: Image): Int {
            val bitmap = Bitmap.makeFromImage(image)
            val ground = bitmap.getColor(0, image.height - 1)
            val last = (image.height - 1 downTo 0).first { y ->
                (0 until image.width).any {
                    bitmap.getColor(it, y) !=
                        ground
                }
            }
            return minOf(image.height, last + 1 + 2 * MARGIN)
        }

        private fun half(image: Image, end: Int): Image {
            val (width, height) = image.width / 2 to end / 2
            val surface = Surface.makeRasterN32Premul(width, height)
            val from = Rect.makeWH(image.width.toFloat(), 2f * height)
            val to = Rect.makeWH(width.toFloat(), height.toFloat())
            surface.canvas.drawImageRect(image, from, to, FilterMipmap(FilterMode.LINEAR, MipmapMode.NONE), null, true)
            return surface.makeImageSnapshot()
        }
    }
}
