package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo

/** Waits until a text stands on the page so many times. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.sees(text: String, times: Int = 1) =
    waitUntil(timeoutMillis = 5_000) { onAllNodes(hasText(text)).fetchSemanticsNodes().size == times }

/** Presses what has this text, wherever on the page it is. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.presses(text: String) {
    onNodeWithText(text).performScrollTo().performClick()
}
