package jp.tsunagari.ui.find

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.KeyboardType
import jp.tsunagari.core.Filters
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.Choice
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TextArea
import jp.tsunagari.ui.design.TextLimits
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.speak.Tongue
import jp.tsunagari.ui.speak.named

/** もっとしぼる: all that can be ruled out beside what stands on the page in any case. */
@Composable
internal fun Narrow(
    filters: Filters,
    place: String?,
    choose: (Filters) -> Unit,
    chooseArea: () -> Unit,
) {
    QuietCard {
        Chosen(R.string.find_ways) {
            for (reach in Reach.entries) {
                val change = { on: Boolean -> choose(filters.with(reach, on)) }
                Choice(stringResource(reach.label), filters.has(reach), change)
            }
        }
        Age(filters) { choose(filters.copy(age = it)) }
        Spoken(filters.spoken) { choose(filters.copy(spoken = it)) }
        Chosen(R.string.find_places) {
            if (place != null) {
                Choice(stringResource(R.string.find_role), filters.rolePlace, { choose(filters.copy(rolePlace = it)) })
                for (km in DISTANCES) {
                    val change = { on: Boolean -> choose(filters.copy(withinKm = km.takeIf { on })) }
                    Choice(stringResource(R.string.find_within, km), filters.withinKm == km, change)
                }
            }
        }
        val around = place?.let { stringResource(R.string.find_area, it) } ?: stringResource(R.string.find_no_area)
        RubyText(around, style = Type.quiet, color = LocalTone.current.quiet)
        QuietButton(stringResource(R.string.find_choose_area), chooseArea, Modifier.fillMaxWidth())
    }
}

@Composable
private fun Chosen(title: Int, choices: @Composable () -> Unit) {
    RubyText(stringResource(title), style = Type.button, isHeading = true)
    Flow(choices)
}

/** The age of the person it is for; it may stay empty. */
@Composable
private fun Age(filters: Filters, choose: (Int?) -> Unit) {
    var typed by rememberSaveable { mutableStateOf(filters.age?.toString().orEmpty()) }
    // All may have been taken off at once.
    LaunchedEffect(filters.age) { if (filters.age == null) typed = "" }
    val change = { new: String ->
        val digits = new.filter { it.isDigit() }.map { it.digitToInt() }.joinToString("").take(DIGITS)
        if ((digits.toIntOrNull() ?: 0) <= OLDEST) {
            typed = digits
            choose(digits.toIntOrNull())
        }
    }
    val (name, hint) = stringResource(R.string.find_age) to stringResource(R.string.find_age_hint)
    TextArea(name, typed, change, AGE, hint = hint)
}

/** Languages are many: they are there when somebody looks for them, and the one that was chosen in any case. */
@Composable
private fun Spoken(spoken: String?, choose: (String?) -> Unit) {
    var open by rememberSaveable { mutableStateOf(false) }
    RubyText(stringResource(R.string.find_spoken), style = Type.button, isHeading = true)
    Flow {
        for (tongue in Tongue.entries.filter { open || it.code == spoken }) {
            Choice(tongue.named(), tongue.code == spoken, { on -> choose(tongue.code.takeIf { on }) })
        }
    }
    val words = stringResource(if (open) R.string.find_tongues_away else R.string.find_tongues)
    QuietButton(words, { open = !open }, Modifier.fillMaxWidth())
}

internal val DISTANCES = listOf(3, 10, 30)
private val AGE = TextLimits(lines = 1, keyboard = KeyboardType.Number)
private const val DIGITS = 3
private const val OLDEST = 120
