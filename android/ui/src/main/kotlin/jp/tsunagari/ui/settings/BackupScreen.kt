package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.BackupSchedule
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.ListRow
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.TitledPage
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.here
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptGate
import jp.tsunagari.ui.model.BackupSaid
import jp.tsunagari.ui.model.BackupShown
import jp.tsunagari.ui.model.BackupTask
import jp.tsunagari.ui.momentWords

/** What is done on the page of backups. */
class BackupDeeds(
    val begin: (BackupTask) -> Unit,
    /** Has the person pick what the task needs: a new file, one that is there, or a folder. */
    val pick: (BackupTask) -> Unit,
    /** Does the task: passphrase, the same again for a new one, and whether what is kept here may be replaced. */
    val go: (String, String, Boolean) -> Unit,
    /** Has backups made: passphrase, the same again, and every how many days. */
    val schedule: (String, String, Int) -> Unit,
    val endSchedule: () -> Unit,
    val stop: () -> Unit,
    val gate: GateDeeds,
    val back: () -> Unit,
)

/** Backups: make, check or restore one, and how those go that are made by themselves. */
@Composable
fun BackupScreen(
    shown: BackupShown,
    deeds: BackupDeeds,
    modifier: Modifier = Modifier,
) {
    val task = shown.task
    val back = if (task == null) deeds.back else deeds.stop
    TitledPage(stringResource(task?.title ?: R.string.backup_title), back, modifier) {
        shown.said?.takeUnless { it == BackupSaid.Replace }?.let { BackupWords(it, deeds.gate.again) }
        if (task == null) All(shown, deeds) else BackupForm(task, shown, deeds)
    }
}

@Composable
private fun All(shown: BackupShown, deeds: BackupDeeds) {
    RubyText(stringResource(R.string.backup_words))
    when (shown.lock) {
        LockState.NothingKept -> RubyText(stringResource(R.string.backup_nothing))
        LockState.Locked -> KeptGate(TsunagariError.Locked(), stale = false, deeds.gate)
        is LockState.Open -> Unit
        // Rows would move under the finger.
        null -> return
    }
    val open = shown.lock is LockState.Open
    val tasks = BackupTask.entries.filter {
        when (it) {
            BackupTask.MAKE -> open
            BackupTask.CHECK -> true
            BackupTask.RESTORE -> shown.lock != LockState.Locked
            BackupTask.SCHEDULE -> open && shown.schedule == null
        }
    }
    RowGroup(tasks.map { task -> { ListRow(stringResource(task.title), { deeds.begin(task) }) } })
    shown.schedule?.let { Scheduled(it, deeds) }
}

@Composable
private fun Scheduled(schedule: BackupSchedule, deeds: BackupDeeds) = Part(stringResource(R.string.backup_schedule)) {
    QuietCard {
        RubyText(stringResource(R.string.backup_scheduled, schedule.folder, schedule.everyDays.toString()))
        val worked = schedule.worked?.let { stringResource(R.string.backup_worked, momentWords(it.here())) }
        val words = worked ?: stringResource(R.string.backup_never)
        RubyText(words, style = Type.quiet, color = LocalTone.current.quiet)
        if (schedule.inTrouble) RubyText(stringResource(R.string.backup_trouble))
        val anew = { deeds.begin(BackupTask.SCHEDULE) }
        QuietButton(stringResource(R.string.backup_again_schedule), anew, Modifier.fillMaxWidth())
        QuietButton(stringResource(R.string.backup_end), deeds.endSchedule, Modifier.fillMaxWidth())
    }
}

internal val BackupTask.title: Int
    get() = when (this) {
        BackupTask.MAKE -> R.string.backup_make
        BackupTask.CHECK -> R.string.backup_check
        BackupTask.RESTORE -> R.string.backup_restore
        BackupTask.SCHEDULE -> R.string.backup_schedule
    }
