package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.ui.model.BackupModel
import jp.tsunagari.ui.model.BackupTask
import jp.tsunagari.ui.model.Picked
import jp.tsunagari.ui.model.SetAlarms
import jp.tsunagari.ui.settings.BackupDeeds
import jp.tsunagari.ui.settings.BackupScreen
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.flow.first

internal const val PASSPHRASE = "ひかりのあさです"
private const val FOLDER = "Android/data/jp.tsunagari/files"

/** The page of backups, at [task] with a place picked for it; with [replace] it asks whether to replace what is here. */
@Composable
internal fun Stage.Backup(
    task: BackupTask? = null,
    scheduled: Boolean = false,
    replace: Boolean = false,
) = On {
    val backups = model("backups") {
        val folder = createTempDirectory("backups")
        val file = folder.resolve("backup.age").toString()
        api.backups.backUp(file, PASSPHRASE)
        api.journal.log(MoodDraft(level = 3))
        if (scheduled) api.backups.schedule(folder.toString(), PASSPHRASE, 7)
        BackupModel(api, scope, SetAlarms()).also { model ->
            model.shown.first { it.lock != null && (!scheduled || it.schedule != null) }
            if (task != null) model.doing(task, file)
            if (replace) {
                model.go(PASSPHRASE, "")
                model.shown.first { it.said != null && !it.busy }
            }
        }
    }
    val shown by backups.shown.collectAsState()
    BackupScreen(
        // The same on every machine, since it is drawn.
        shown.copy(schedule = shown.schedule?.copy(folder = FOLDER)),
        BackupDeeds(
            backups::begin,
            { press("pick $it") },
            backups::go,
            backups::schedule,
            backups::endSchedule,
            backups::stop,
            gate({ }, backups::again),
            { press("back") },
        ),
    )
}

private suspend fun BackupModel.doing(task: BackupTask, file: String) {
    begin(task)
    shown.first { it.task == task }
    picked(Picked(file, "backup.age"))
}
