package jp.tsunagari.ui.start

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Language
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.StartShown

/** Each language by its own name, whatever the others are. */
internal val Language.ownName: String
    get() = when (this) {
        Language.JAPANESE -> "日本語"
        Language.EASY_JAPANESE -> "やさしい{日本語|にほんご}"
        Language.ENGLISH -> "English"
    }

/** The languages, one of them chosen. */
@Composable
internal fun Languages(chosen: Language, speak: (Language) -> Unit) = RowGroup(
    Language.entries.map { language ->
        { PickRow(language.ownName, language == chosen, { speak(language) }) }
    },
)

@Composable
internal fun LanguageCard(chosen: Language, speak: (Language) -> Unit) {
    // For who cannot read the language the phone happens to speak.
    val title = if (chosen == Language.ENGLISH) "Language / ことば" else "ことば / Language"
    RubyText(title, style = Type.title, isHeading = true)
    Languages(chosen, speak)
    RubyText(stringResource(R.string.start_language_hint), style = Type.quiet, color = LocalTone.current.quiet)
}

@Composable
internal fun AreaCard(shown: StartShown, choose: () -> Unit) {
    RubyText(stringResource(R.string.start_area), style = Type.title, isHeading = true)
    QuietCard {
        RubyText(stringResource(R.string.start_area_hint))
        val now = shown.areaName?.let { stringResource(R.string.start_area_chosen, it) }
        RubyText(now ?: stringResource(R.string.start_area_none), style = Type.heading)
        QuietButton(stringResource(R.string.start_area_choose), choose, Modifier.fillMaxWidth())
        if (!shown.keeps) {
            RubyText(stringResource(R.string.start_area_session), style = Type.quiet, color = LocalTone.current.quiet)
        }
    }
}

@Composable
internal fun NetworkCard() {
    RubyText(stringResource(R.string.start_network), style = Type.title, isHeading = true)
    QuietCard {
        RubyText(stringResource(R.string.start_network_off), style = Type.heading)
        RubyText(stringResource(R.string.start_network_how))
        RubyText(stringResource(R.string.start_network_later), style = Type.quiet, color = LocalTone.current.quiet)
    }
}
