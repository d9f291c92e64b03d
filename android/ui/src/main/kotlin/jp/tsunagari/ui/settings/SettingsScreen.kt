package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.Row
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.ListRow
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.SwitchRow
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.SettingsShown
import jp.tsunagari.ui.start.ownName

/** The pages that Settings leads to. */
enum class SettingsPage {
    LANGUAGE,
    TEXT_SIZE,
    HOME,
    LOOK,
    NOTICE,
    CHECK_INS,
    LOCK,
    BACKUP,
    ABOUT_ME,
    ON_PHONE,
    HIDDEN,
    FORGET,
    START,
    ABOUT,
}

/** What is done in Settings. */
class SettingsDeeds(
    /** To one of its pages. */
    val open: (SettingsPage) -> Unit,
    /** The quiet line of Home comes, or does not. */
    val setLine: (Boolean) -> Unit,
    /** The mood log is shown, or put away. */
    val showMoods: (Boolean) -> Unit,
    val again: () -> Unit,
    val back: () -> Unit,
)

/** Settings: a plain list, each row with how it stands. */
@Composable
fun SettingsScreen(
    choices: Choices,
    shown: SettingsShown,
    deeds: SettingsDeeds,
    modifier: Modifier = Modifier,
) = TitledPage(stringResource(R.string.settings_title), deeds.back, modifier) {
    shown.problem?.let { ProblemCard(it, stale = shown.lock != null, again = deeds.again) }
    Part(stringResource(R.string.settings_looks)) { Looks(choices, deeds.open) }
    Part(stringResource(R.string.settings_notices)) { RowGroup(notices(choices, shown, deeds)) }
    Part(stringResource(R.string.settings_kept)) { RowGroup(kept(shown, deeds)) }
    Part(stringResource(R.string.settings_more)) {
        RowGroup(
            { Row(R.string.settings_on_phone, SettingsPage.ON_PHONE, deeds.open) },
            { Row(R.string.settings_hidden, SettingsPage.HIDDEN, deeds.open) },
            { Row(R.string.settings_start, SettingsPage.START, deeds.open) },
            { Row(R.string.settings_about, SettingsPage.ABOUT, deeds.open) },
            { Row(R.string.settings_forget, SettingsPage.FORGET, deeds.open) },
        )
    }
}

@Composable
private fun Looks(choices: Choices, open: (SettingsPage) -> Unit) = RowGroup(
    { Row(R.string.settings_language, SettingsPage.LANGUAGE, open, choices.language.ownName) },
    { Row(R.string.settings_text_size, SettingsPage.TEXT_SIZE, open, stringResource(choices.textSize.words)) },
    { Row(R.string.settings_home, SettingsPage.HOME, open, stringResource(choices.home.words)) },
    { Row(R.string.settings_look, SettingsPage.LOOK, open, stringResource(choices.look.words)) },
)

private fun notices(
    choices: Choices,
    shown: SettingsShown,
    deeds: SettingsDeeds,
): List<@Composable () -> Unit> = listOfNotNull(
    { Row(R.string.settings_check_ins, SettingsPage.CHECK_INS, deeds.open) },
    { Row(R.string.settings_notice, SettingsPage.NOTICE, deeds.open, stringResource(choices.notice.words)) },
    shown.home?.let { home ->
        {
            val hint = stringResource(R.string.settings_line_hint)
            SwitchRow(stringResource(R.string.settings_line), !home.off, deeds.setLine, hint)
        }
    },
)

private fun kept(shown: SettingsShown, deeds: SettingsDeeds): List<@Composable () -> Unit> = listOfNotNull(
    { Row(R.string.settings_lock, SettingsPage.LOCK, deeds.open, shown.lock?.let { stringResource(it.words) }) },
    { Row(R.string.settings_backup, SettingsPage.BACKUP, deeds.open) },
    { Row(R.string.settings_about_me, SettingsPage.ABOUT_ME, deeds.open, shown.home?.areaName) },
    shown.moodsAway?.let { away ->
        {
            val hint = stringResource(R.string.settings_moods_hint)
            SwitchRow(stringResource(R.string.settings_moods), !away, deeds.showMoods, hint)
        }
    },
)

@Composable
private fun Row(
    words: Int,
    page: SettingsPage,
    open: (SettingsPage) -> Unit,
    value: String? = null,
) = ListRow(stringResource(words), { open(page) }, value)

private val LockState.words: Int
    get() = when (this) {
        LockState.NothingKept -> R.string.settings_lock_nothing
        LockState.Locked -> R.string.settings_lock_locked
        is LockState.Open -> if (hasLock) R.string.settings_lock_there else R.string.settings_lock_none
    }
