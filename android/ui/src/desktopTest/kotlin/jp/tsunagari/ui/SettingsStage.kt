package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.SettingsModel
import jp.tsunagari.ui.model.SettingsShown
import jp.tsunagari.ui.settings.AboutMeDeeds
import jp.tsunagari.ui.settings.AboutMeScreen
import jp.tsunagari.ui.settings.AboutScreen
import jp.tsunagari.ui.settings.ChoiceDeeds
import jp.tsunagari.ui.settings.Chosen
import jp.tsunagari.ui.settings.ForgetDeeds
import jp.tsunagari.ui.settings.ForgetScreen
import jp.tsunagari.ui.settings.HiddenScreen
import jp.tsunagari.ui.settings.HomeKindScreen
import jp.tsunagari.ui.settings.LanguageScreen
import jp.tsunagari.ui.settings.LookScreen
import jp.tsunagari.ui.settings.NoticeScreen
import jp.tsunagari.ui.settings.OnPhoneScreen
import jp.tsunagari.ui.settings.SettingsDeeds
import jp.tsunagari.ui.settings.SettingsPage
import jp.tsunagari.ui.settings.SettingsScreen
import jp.tsunagari.ui.settings.TextSizeScreen
import kotlinx.coroutines.flow.first

/** Settings, or a page of it. */
@Composable
internal fun Stage.Settings(page: SettingsPage? = null, last: Boolean = false) = On {
    val kept = store
    val settings = model("settings") {
        api.home.setArea("372013")
        SettingsModel(api, scope, kept) { press("silenceAll") }.also { model ->
            model.shown.first { it.home != null && it.packs.isNotEmpty() }
        }
    }
    val shown by settings.shown.collectAsState()
    val choices by settings.choices.collectAsState()
    Chosen(choices) { SettingsPart(page, choices, shown, settings, last) }
}

@Composable
private fun Stage.SettingsPart(
    page: SettingsPage?,
    choices: Choices,
    shown: SettingsShown,
    settings: SettingsModel,
    last: Boolean,
) {
    val back = { press("back") }
    val chosen = ChoiceDeeds(settings::speak, settings::choose, back)
    when (page) {
        SettingsPage.LANGUAGE -> LanguageScreen(choices, chosen)
        SettingsPage.TEXT_SIZE -> TextSizeScreen(choices, chosen)
        SettingsPage.HOME -> HomeKindScreen(choices, chosen)
        SettingsPage.LOOK -> LookScreen(choices, chosen)
        SettingsPage.NOTICE -> NoticeScreen(choices, chosen)
        SettingsPage.ABOUT_ME -> AboutMeScreen(
            shown,
            AboutMeDeeds(
                { press("chooseArea") },
                settings::forgetArea,
                settings::setAge,
                gate(settings::begin, settings::again),
                back,
            ),
        )
        SettingsPage.ON_PHONE -> OnPhoneScreen(shown, back)
        SettingsPage.HIDDEN -> HiddenScreen(back)
        SettingsPage.FORGET -> {
            val deeds = ForgetDeeds(settings::forgetEverything, { press("backup") }, back)
            ForgetScreen(shown, deeds, atLast = last)
        }
        SettingsPage.ABOUT -> AboutScreen(shown, "0.1.0", testDirectory = true, back)
        else -> SettingsScreen(
            choices,
            shown,
            SettingsDeeds({ press("open $it") }, settings::setLine, settings::showMoods, settings::again, back),
        )
    }
}
