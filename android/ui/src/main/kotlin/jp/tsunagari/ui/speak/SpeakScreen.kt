package jp.tsunagari.ui.speak

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Space
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.design.sized

/**
 * A card to show at a desk: I speak this language, an interpreter please. [chosen] is the code of a language that is known
 * already, such as the one that was looked for.
 */
@Composable
fun SpeakScreen(
    back: () -> Unit,
    modifier: Modifier = Modifier,
    chosen: String? = null,
) {
    var code by rememberSaveable { mutableStateOf(chosen) }
    val tongue = Tongue.entries.firstOrNull { it.code == code }
    if (tongue == null) {
        TitledPage(stringResource(R.string.speak_title), back, modifier, gap = Space.large) {
            RubyText(stringResource(R.string.speak_words))
            Tongue.entries.forEach { QuietButton(it.named(), { code = it.code }, Modifier.fillMaxWidth()) }
        }
    } else {
        val leave = { if (chosen == code) back() else code = null }
        TitledPage(title = null, leave, modifier, gap = Space.large) {
            Shown(tongue)
            QuietButton(stringResource(R.string.speak_other), { code = null }, Modifier.fillMaxWidth())
        }
    }
}

/** Its own name, and the name it has in the language of the app. */
@Composable
internal fun Tongue.named(): String {
    val label = stringResource(label)
    return if (label == own) own else stringResource(R.string.speak_tongue, own, label)
}

/** Two people read it, one on each side of a desk. */
@Composable
private fun Shown(tongue: Tongue) {
    val asks = "わたしは ${tongue.japanese}を 話します。通訳を お願いします。"
    QuietCard {
        RubyText(asks, style = Type.number.sized(LARGE), isHeading = true)
        RubyText(
            "Watashi wa ${tongue.latin} o hanashimasu. Tsūyaku o onegai shimasu.",
            color = LocalTone.current.quiet,
        )
    }
    QuietCard {
        val own = Type.body.sized(OWN).copy(localeList = LocaleList(tongue.code), textDirection = TextDirection.Content)
        RubyText(tongue.asks, Modifier.fillMaxWidth(), own)
        RubyText(tongue.own, Modifier.fillMaxWidth(), Type.quiet.copy(textDirection = TextDirection.Content))
    }
}

/** So that eight letters fit into a line of a narrow phone: no word is parted. */
private val LARGE = 32.dp
private val OWN = 30.dp
