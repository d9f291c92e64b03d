package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo

/** How often a text stands on the screen. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.count(text: String): Int =
    onAllNodes(hasText(text) or hasContentDescription(text), useUnmergedTree = true).fetchSemanticsNodes().size

/** Waits until a text stands on the screen. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.shows(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) > 0 }

/** Waits until a text stands on the screen no more. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.hides(text: String) = waitUntil(timeoutMillis = 5_000) { count(text) == 0 }

/** Presses what has this name or text, wherever it stands. */
@OptIn(ExperimentalTestApi::class)
internal fun SkikoComposeUiTest.tap(name: String) {
    shows(name)
    onNode((hasText(name) or hasContentDescription(name)) and hasClickAction()).performScrollTo().performClick()
    waitForIdle()
}
