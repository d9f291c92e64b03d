package jp.tsunagari.ui.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import jp.tsunagari.core.Code

/**
 * A QR code as wide as there is room, with the white that readers need around it. It is black on white by night, too:
 * many cameras read nothing else.
 */
@Composable
fun QrCode(
    code: Code,
    name: String,
    modifier: Modifier = Modifier,
) {
    Canvas(modifier.named(name).fillMaxWidth().aspectRatio(1f)) { drawCode(code) }
}

/** Each module is a whole number of pixels wide, so that its edges are sharp; what is left over is white. */
private fun DrawScope.drawCode(code: Code) {
    drawRect(Color.White)
    val module = (size.width / (code.size + 2 * QUIET)).toInt().coerceAtLeast(1).toFloat()
    val corner = ((size.width - module * code.size) / 2).toInt().toFloat()
    for (y in 0 until code.size) {
        var x = 0
        while (x < code.size) {
            val end = (x until code.size).firstOrNull { !code.isDark(it, y) } ?: code.size
            if (end > x) {
                val place = Offset(corner + x * module, corner + y * module)
                drawRect(Color.Black, place, Size((end - x) * module, module))
            }
            x = end + 1
        }
    }
}

/** Modules of white on each side. */
private const val QUIET = 4
