package jp.tsunagari.app.camera

import java.nio.ByteBuffer
import jp.tsunagari.core.Frame

/** The brightness of a picture of the camera, without what its rows are filled up with. */
internal fun luminance(
    plane: ByteBuffer,
    rowStride: Int,
    pixelStride: Int,
    width: Int,
    height: Int,
): Frame {
    val points = ByteArray(width * height)
    for (row in 0 until height) {
        plane.position(row * rowStride)
        if (pixelStride == 1) {
            plane.get(points, row * width, width)
        } else {
            for (column in 0 until width) {
                points[row * width + column] = plane.get(row * rowStride + column * pixelStride)
            }
        }
    }
    return Frame(width, height, points)
}
