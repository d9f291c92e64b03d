package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.runSkikoComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density

internal const val WIDTH = 720
internal const val HEIGHT = 1440

/** More than any page has, with the largest letters, too. */
internal const val TALL = 16_000

/** Shows a screen as on a phone of 720 points (with [density] 1 of half as many, which is quicker), and tries it. */
@OptIn(ExperimentalTestApi::class)
internal fun Stage.play(
    screen: @Composable Stage.() -> Unit,
    fontScale: Float = 1f,
    height: Int = HEIGHT,
    density: Float = 2f,
    test: SkikoComposeUiTest.() -> Unit,
) {
    use { stage ->
        val size = Size(WIDTH * density / 2, height * density / 2)
        runSkikoComposeUiTest(size, Density(density, fontScale)) {
            setContent { stage.screen() }
            waitForIdle()
            test()
        }
    }
}

/** All that can be pressed. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.pressable(): List<SemanticsNode> = onAllNodes(hasClickAction()).fetchSemanticsNodes()

/** What a screen reader says of a node. */
internal val SemanticsNode.name: String
    get() = config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString()
        ?: config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString { it.text }

/** Texts with how they were laid out. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.texts(): List<Pair<SemanticsNode, TextLayoutResult>> {
    val laidOut = SemanticsMatcher.keyIsDefined(SemanticsActions.GetTextLayoutResult)
    return onAllNodes(laidOut, useUnmergedTree = true).fetchSemanticsNodes().flatMap { node ->
        val results = mutableListOf<TextLayoutResult>()
        node.config[SemanticsActions.GetTextLayoutResult].action?.invoke(results)
        results.map { node to it }
    }
}

/** Texts of which a part cannot be seen. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.cutTexts(): List<String> = texts().filter { (node, layout) ->
    val (left, width) = node.positionInRoot.x to node.size.width
    layout.hasVisualOverflow || layout.size.height > node.size.height || left < 0 || left + width > WIDTH
}.map { (_, layout) -> layout.layoutInput.text.text }
