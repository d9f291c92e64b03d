package jp.tsunagari.ui.shell

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.checkins.CheckInsDeeds
import jp.tsunagari.ui.checkins.CheckInsScreen
import jp.tsunagari.ui.checkins.SilenceDeeds
import jp.tsunagari.ui.lock.LockDeeds
import jp.tsunagari.ui.lock.LockScreen
import jp.tsunagari.ui.lock.UnlockDeeds
import jp.tsunagari.ui.lock.UnlockScreen
import jp.tsunagari.ui.model.BackupModel
import jp.tsunagari.ui.model.BackupTask
import jp.tsunagari.ui.model.CheckInsModel
import jp.tsunagari.ui.model.LockModel
import jp.tsunagari.ui.model.Picked
import jp.tsunagari.ui.model.SettingsModel
import jp.tsunagari.ui.settings.AboutMeDeeds
import jp.tsunagari.ui.settings.AboutMeScreen
import jp.tsunagari.ui.settings.AboutScreen
import jp.tsunagari.ui.settings.BackupDeeds
import jp.tsunagari.ui.settings.BackupScreen
import jp.tsunagari.ui.settings.ChoiceDeeds
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
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.launch

@Composable
internal fun Shell.SettingsPart(step: Step, page: SettingsPage?) {
    val settings = step.model("settings") { SettingsModel(api, it, choices, outside::silence) }
    val shown by settings.shown.collectAsState()
    val chosen by settings.choices.collectAsState()
    val choosing = ChoiceDeeds(settings::speak, settings::choose, ::back)
    when (page) {
        SettingsPage.LANGUAGE -> LanguageScreen(chosen, choosing)
        SettingsPage.TEXT_SIZE -> TextSizeScreen(chosen, choosing)
        SettingsPage.HOME -> HomeKindScreen(chosen, choosing)
        SettingsPage.LOOK -> LookScreen(chosen, choosing)
        SettingsPage.NOTICE -> NoticeScreen(chosen, choosing)
        SettingsPage.ABOUT_ME -> AboutMeScreen(
            shown,
            AboutMeDeeds(
                ::chooseArea,
                settings::forgetArea,
                settings::setAge,
                gate(settings::begin, settings::again),
                ::back,
            ),
        )
        SettingsPage.ON_PHONE -> OnPhoneScreen(shown, ::back)
        SettingsPage.HIDDEN -> HiddenScreen(::back)
        SettingsPage.FORGET -> {
            val deeds = ForgetDeeds(settings::forgetEverything, { open(Route.Settings(SettingsPage.BACKUP)) }, ::back)
            ForgetScreen(shown, deeds)
        }
        SettingsPage.ABOUT -> AboutScreen(shown, outside.version, testDirectory = true, ::back)
        SettingsPage.BACKUP -> BackupPage(step)
        SettingsPage.LOCK -> LockPage(step)
        SettingsPage.CHECK_INS -> CheckInsPage(step)
        SettingsPage.START, null -> SettingsScreen(
            chosen,
            shown,
            SettingsDeeds(::settings, settings::setLine, settings::showMoods, settings::again, ::back),
        )
    }
}

private fun Shell.settings(page: SettingsPage) =
    open(if (page == SettingsPage.START) Route.Start else Route.Settings(page))

@Composable
internal fun Shell.CheckInsPage(step: Step) {
    val checkIns = step.model("check-ins") { CheckInsModel(api, it, outside.alarms) }
    val asked by checkIns.shown.collectAsState()
    val silence by checkIns.silence.collectAsState()
    val done by checkIns.done.collectAsState()
    val deeds = CheckInsDeeds(
        checkIns::make,
        checkIns::edit,
        checkIns::draft,
        {
            step.scope.launch {
                if (!outside.maySpeak()) outside.askToSpeak()
                checkIns.save()
            }
        },
        checkIns::drop,
        checkIns::switchOn,
        checkIns::less,
        checkIns::asOften,
        checkIns::remove,
        checkIns::undo,
        SilenceDeeds(
            checkIns::enoughForToday,
            checkIns::rest,
            checkIns::endRest,
            checkIns::setQuiet,
            checkIns::setAlone,
        ),
        checkIns::beginSelfTest,
        { step.scope.launch { if (!outside.askToSpeak()) outside.openSystemSettings() } },
        gate(checkIns::begin, checkIns::again),
        ::back,
    )
    CheckInsScreen(asked, silence, done, deeds)
}

/** Opening the lock; when it is open, the page that asked for it is there again. */
@Composable
internal fun Shell.UnlockPage(step: Step) {
    val lock = step.model("lock") { LockModel(api, it, choices) }
    val shown by lock.shown.collectAsState()
    val chosen by choices.choices.collectAsState()
    val finger = outside.finger().takeIf { chosen.finger }
    WhenOpen(shown.state) { if (paths.canGoBack) back() else paths.startAt(Route.Home) }
    val deeds = UnlockDeeds(
        lock::unlock,
        finger?.let { { lock.unlockWith(it) } },
        { paths.startAt(Route.Home) },
        { open(Route.Handover) },
        { open(Route.Settings(SettingsPage.FORGET)) },
        ::call,
    )
    UnlockScreen(shown, deeds)
}

@Composable
internal fun Shell.LockPage(step: Step) {
    val lock = step.model("lock") { LockModel(api, it, choices) }
    val shown by lock.shown.collectAsState()
    val chosen by choices.choices.collectAsState()
    val finger = outside.finger()
    val deeds = LockDeeds(
        lock::setPin,
        lock::takeAway,
        finger?.let { { pin, on -> lock.setFinger(pin, it.takeIf { on }) } },
        { scope.launch { lockNow() } },
        lock::heard,
        gate(lock::begin),
        ::back,
    )
    LockScreen(shown, chosen.finger, deeds)
}

@Composable
private fun Shell.BackupPage(step: Step) {
    val backups = step.model("backups") { BackupModel(api, it, outside.alarms) }
    val shown by backups.shown.collectAsState()
    val deeds = BackupDeeds(
        backups::begin,
        { task -> backups.pick { pick(task, backups) } },
        backups::go,
        backups::schedule,
        backups::endSchedule,
        backups::stop,
        gate({ }, backups::again),
        ::back,
    )
    BackupScreen(shown, deeds)
}

/** Has the file or folder chosen that a task needs. A new file is written where the app alone is, and then taken there. */
internal suspend fun Shell.pick(task: BackupTask, backups: BackupModel) {
    when (task) {
        BackupTask.MAKE -> make(backups)

        BackupTask.CHECK, BackupTask.RESTORE -> outside.pickFile()?.let { file ->
            backups.picked(Picked(file.path, file.name) { file.close() })
        }

        BackupTask.SCHEDULE -> backups.picked(Picked(outside.backupFolder, outside.backupFolder))
    }
}

/** A backup is made when it is where the person wanted it, not before. */
private suspend fun Shell.make(backups: BackupModel) {
    val taken = CompletableDeferred<TsunagariError?>()
    try {
        outside.saveFile(BACKUP_NAME, "application/octet-stream") { path ->
            val written = CompletableDeferred<Boolean>()
            val picked = Picked(path, BACKUP_NAME) { well ->
                written.complete(well)
                if (well) taken.await()?.let { throw it }
            }
            backups.picked(picked)
            if (!written.await()) throw NotWritten()
        }
    } catch (_: NotWritten) {
        // The page said why.
    } catch (error: TsunagariError) {
        taken.complete(error)
        throw error
    } finally {
        taken.complete(null)
    }
}

/** Nothing was written, so that nothing is to be taken anywhere. */
private class NotWritten : Exception()

/** A name that says nothing, and that the standard tool knows. */
private const val BACKUP_NAME = "data.age"
