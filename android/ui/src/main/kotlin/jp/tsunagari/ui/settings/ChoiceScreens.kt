package jp.tsunagari.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.Language
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize
import jp.tsunagari.ui.start.Languages

/** What is done on the pages of what was chosen. */
class ChoiceDeeds(
    /** Labels and composed texts are in this language from now on. */
    val speak: (Language) -> Unit,
    /** Changes how the app looks; the platform follows where it has to (icon and name). */
    val choose: ((Choices) -> Choices) -> Unit,
    val back: () -> Unit,
)

/** The language, and readings where it has some. */
@Composable
fun LanguageScreen(
    choices: Choices,
    deeds: ChoiceDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_language), deeds.back, modifier) {
    Languages(choices.language, deeds.speak)
    if (choices.language == Language.EASY_JAPANESE) {
        RowGroup(
            {
                val change = { on: Boolean -> deeds.choose { it.copy(readings = on) } }
                val hint = stringResource(R.string.settings_readings_hint)
                SwitchRow(stringResource(R.string.settings_readings), choices.showsReadings, change, hint)
            },
        )
    } else {
        RubyText(stringResource(R.string.settings_readings_easy), style = Type.quiet, color = LocalTone.current.quiet)
    }
}

/** How large letters are. */
@Composable
fun TextSizeScreen(
    choices: Choices,
    deeds: ChoiceDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_text_size), deeds.back, modifier) {
    Picks(TextSize.entries, choices.textSize, { it.words }) { size -> deeds.choose { it.copy(textSize = size) } }
    RubyText(stringResource(R.string.size_sample))
}

/** Which first screen. */
@Composable
fun HomeKindScreen(
    choices: Choices,
    deeds: ChoiceDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_home), deeds.back, modifier) {
    val hints = mapOf(HomeKind.SIMPLE to R.string.home_simple_hint, HomeKind.FULL to R.string.home_full_hint)
    Picks(HomeKind.entries, choices.home, { it.words }, hints) { kind -> deeds.choose { it.copy(home = kind) } }
}

/** Icon and name among the apps of the phone. */
@Composable
fun LookScreen(
    choices: Choices,
    deeds: ChoiceDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_look), deeds.back, modifier) {
    val hints = mapOf(
        Look.NOTE to R.string.look_note_hint,
        Look.LIFE to R.string.look_note_hint,
        Look.NAMED to R.string.look_named_hint,
    )
    Picks(Look.entries, choices.look, { it.words }, hints) { look -> deeds.choose { it.copy(look = look) } }
    RubyText(stringResource(R.string.look_words))
}

/** What a notice says where others can see it. */
@Composable
fun NoticeScreen(
    choices: Choices,
    deeds: ChoiceDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_notice), deeds.back, modifier) {
    RubyText(stringResource(R.string.notice_words))
    val hints = mapOf(NoticeWords.HIDDEN to R.string.notice_hidden_hint)
    Picks(NoticeWords.entries, choices.notice, { it.words }, hints) { words ->
        deeds.choose { it.copy(notice = words) }
    }
}

/** All there is to choose from, one of it chosen. */
@Composable
private fun <T> Picks(
    all: List<T>,
    chosen: T,
    words: (T) -> Int,
    hints: Map<T, Int> = emptyMap(),
    pick: (T) -> Unit,
) = RowGroup(
    all.map { one ->
        { PickRow(stringResource(words(one)), one == chosen, { pick(one) }, hints[one]?.let { stringResource(it) }) }
    },
)
