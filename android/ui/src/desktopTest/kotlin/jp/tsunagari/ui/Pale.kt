package jp.tsunagari.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.PixelMap
import androidx.compose.ui.graphics.luminance
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot

/** Contrast that letters need: WCAG 2.2, 1.4.3. */
private const val ENOUGH = 4.5f

/**
 * Texts that are drawn too pale, as measured in what was drawn: the ground is the colour of most points around a text, the
 * letters are what differs most from it.
 */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.paleTexts(): List<String> {
    val drawn = onRoot().captureToImage().toPixelMap()
    return texts().filter { (node, layout) -> layout.layoutInput.text.text.isNotBlank() && node.isSeen(drawn) }
        .filter { (node, _) -> contrast(drawn, node) < ENOUGH }
        .map { (_, layout) -> layout.layoutInput.text.text }
}

/** Only what lies wholly in the picture and not below something that scrolls over it. */
private fun SemanticsNode.isSeen(drawn: PixelMap): Boolean {
    val (left, top) = positionInRoot
    val inside = left >= 0 && top >= 0 && left + size.width <= drawn.width && top + size.height <= drawn.height
    return inside && boundsInRoot.height >= size.height && boundsInRoot.width >= size.width
}

private fun contrast(drawn: PixelMap, node: SemanticsNode): Float {
    val counts = HashMap<Int, Int>()
    val (left, top) = node.positionInRoot.x.toInt() to node.positionInRoot.y.toInt()
    for (y in top until top + node.size.height) {
        val row = drawn.bufferOffset + y * drawn.stride
        for (x in left until left + node.size.width) counts.merge(drawn.buffer[row + x], 1, Int::plus)
    }
    val ground = counts.maxByOrNull { it.value }?.key ?: return Float.MAX_VALUE
    return counts.keys.maxOf { ratio(Color(ground), Color(it)) }
}

private fun ratio(one: Color, two: Color): Float {
    val (dark, light) = listOf(one.luminance(), two.luminance()).sorted()
    return (light + FLARE) / (dark + FLARE)
}

/** Light that every screen throws back, as WCAG counts it. */
private const val FLARE = 0.05f
