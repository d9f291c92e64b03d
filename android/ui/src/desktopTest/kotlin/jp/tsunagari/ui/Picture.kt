package jp.tsunagari.ui

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import java.nio.ByteBuffer
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
            val drawn = Stage(variant.spoken, variant.dark).use { stage ->
                val density = Density(2f, variant.fontScale.toFloat())
                ImageComposeScene(WIDTH, page.height, density) { page.show(stage) }.use { scene ->
                    scene.render(0)
                    // A second later nothing moves any more.
                    scene.render(1_000_000_000)
                }
            }
            return Picture(half(drawn, if (page.height == TALL) empty(drawn) else NONE))
        }

        fun read(bytes: ByteArray) = Picture(Image.makeFromEncoded(bytes))

        /** The longest part on which nothing is but the ground: below what is on the page, or between it and its foot. */
        private fun empty(image: Image): IntRange {
            val bitmap = Bitmap.makeFromImage(image)
            val points = IntArray(image.width * image.height)
            ByteBuffer.wrap(checkNotNull(bitmap.readPixels())).asIntBuffer().get(points)
            val ground = (0 until image.height).map { y -> points.groundOf(y, image.width) }
            var longest = NONE
            var begun = 0
            for (y in 1..image.height) {
                if (y < image.height && ground[y] != null && ground[y] == ground[begun]) continue
                if (ground[begun] != null && y - begun > longest.count()) longest = begun until y
                begun = y
            }
            // As much as a page leaves at its edge. What is drawn has whole points.
            val first = (longest.first + 2 * MARGIN) / 2 * 2
            return first until maxOf(first, (longest.last + 1) / 2 * 2)
        }

        /** The colour of a row that has only one. */
        private fun IntArray.groundOf(y: Int, width: Int): Int? {
            val first = this[y * width]
            return first.takeIf { (y * width until (y + 1) * width).all { this[it] == first } }
        }

        /** Half as wide and high, without the rows [left] out. */
        private fun half(image: Image, left: IntRange): Image {
            val width = image.width / 2
            val surface = Surface.makeRasterN32Premul(width, (image.height - left.count()) / 2)
            var top = 0
            for (rows in listOf(0 until left.first, left.last + 1 until image.height)) {
                if (rows.isEmpty()) continue
                val from = Rect.makeXYWH(0f, rows.first.toFloat(), image.width.toFloat(), rows.count().toFloat())
                val to = Rect.makeXYWH(0f, top.toFloat(), width.toFloat(), rows.count() / 2f)
                surface.canvas.drawImageRect(image, from, to, SMOOTH, null, true)
                top += rows.count() / 2
            }
            return surface.makeImageSnapshot()
        }

        private val NONE = IntRange(0, -1)
        private val SMOOTH = FilterMipmap(FilterMode.LINEAR, MipmapMode.NONE)
    }
}
