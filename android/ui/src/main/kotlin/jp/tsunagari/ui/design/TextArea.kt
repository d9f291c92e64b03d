package jp.tsunagari.ui.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import jp.tsunagari.ui.R

/** What a [TextArea] takes. */
class TextLimits(
    /** How many characters at most; what is longer is said, and nothing is cut. `null` where whoever shows it sees to that. */
    val most: Int? = null,
    /** Lines that are seen while little is written. What has one line has one paragraph. */
    val lines: Int = 3,
    /** The keyboard that suits it. */
    val keyboard: KeyboardType = KeyboardType.Text,
)

/**
 * A field to write in, with its label above, and below it how much still fits, or what is wrong. Whoever shows it keeps
 * what is written on the screen itself, so that no letter waits.
 */
@Composable
fun TextArea(
    label: String,
    text: String,
    change: (String) -> Unit,
    limits: TextLimits,
    modifier: Modifier = Modifier,
    /** What may stand in it. */
    hint: String? = null,
    error: String? = null,
) {
    val wrong = error ?: limits.exceededBy(text)
    Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.small)) {
        WrittenField(
            label,
            text,
            // One line grows with large letters, too; it only has no second paragraph.
            { change(if (limits.lines == 1) it.replace('\n', ' ') else it) },
            Typing(KeyboardOptions(keyboardType = limits.keyboard), lines = limits.lines),
            hint = hint,
            wrong = wrong != null,
        )
        val said = wrong ?: limits.left(text)
        if (said != null) {
            RubyText(said, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, Type.quiet)
        }
    }
}

/** Characters as the core counts them: what is white at the ends does not count. */
fun charactersOf(text: String): Int = text.trim().let { it.codePointCount(0, it.length) }

/** Whether a text is longer than what is kept. */
fun TextLimits.exceeds(text: String): Boolean = most != null && charactersOf(text) > most

@Composable
private fun TextLimits.exceededBy(text: String): String? =
    if (most != null && exceeds(text)) stringResource(R.string.write_over, most, charactersOf(text)) else null

/** Said only when it matters. */
@Composable
private fun TextLimits.left(text: String): String? {
    val left = (most ?: return null) - charactersOf(text)
    return if (left * NEAR <= most) stringResource(R.string.write_left, left) else null
}

/** A fifth is left. */
private const val NEAR = 5
