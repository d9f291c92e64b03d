package jp.tsunagari.ui.settings

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import jp.tsunagari.ui.Part
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.LocalTone
import jp.tsunagari.ui.design.PickRow
import jp.tsunagari.ui.design.QuietButton
import jp.tsunagari.ui.design.QuietCard
import jp.tsunagari.ui.design.RowGroup
import jp.tsunagari.ui.design.RubyText
import jp.tsunagari.ui.design.SecretField
import jp.tsunagari.ui.design.Type
import jp.tsunagari.ui.model.BackupSaid
import jp.tsunagari.ui.model.BackupShown
import jp.tsunagari.ui.model.BackupTask

/** What a task needs: a place first, then the passphrase. */
@Composable
internal fun BackupForm(
    task: BackupTask,
    shown: BackupShown,
    deeds: BackupDeeds,
) {
    var secret by remember(task) { mutableStateOf("") }
    var again by remember(task) { mutableStateOf("") }
    var days by remember(task) { mutableStateOf(WEEK) }
    // What cannot be seen cannot be mended: it is typed anew.
    LaunchedEffect(shown.said) { if (shown.said == BackupSaid.WrongPassphrase) secret = "" }
    val isNew = task == BackupTask.MAKE || task == BackupTask.SCHEDULE
    val go = {
        if (task == BackupTask.SCHEDULE) deeds.schedule(secret, again, days) else deeds.go(secret, again, false)
    }
    Place(task, shown, deeds)
    if (shown.picked != null) {
        if (task == BackupTask.SCHEDULE) Often(days) { days = it }
        SecretField(stringResource(R.string.backup_secret), secret, { secret = it }, done = go.takeUnless { isNew })
        if (isNew) {
            SecretField(stringResource(R.string.backup_again), again, { again = it }, done = go)
            RubyText(stringResource(R.string.backup_rule), style = Type.quiet, color = LocalTone.current.quiet)
        }
        when {
            shown.busy -> RubyText(stringResource(R.string.backup_busy))
            shown.said == BackupSaid.Replace -> Replace(deeds) { deeds.go(secret, again, true) }
            else -> QuietButton(
                stringResource(task.title),
                go,
                Modifier.fillMaxWidth(),
                LocalPalette.current.action,
            )
        }
    }
    if (!shown.busy) QuietButton(stringResource(R.string.backup_stop), deeds.stop, Modifier.fillMaxWidth())
}

@Composable
private fun Place(
    task: BackupTask,
    shown: BackupShown,
    deeds: BackupDeeds,
) = QuietCard {
    val words = when (task) {
        BackupTask.MAKE -> R.string.backup_pick_new
        BackupTask.CHECK, BackupTask.RESTORE -> R.string.backup_pick_old
        BackupTask.SCHEDULE -> R.string.backup_pick_folder
    }
    shown.picked?.let { RubyText(stringResource(R.string.backup_picked, it.name)) }
    if (!shown.busy) QuietButton(stringResource(words), { deeds.pick(task) }, Modifier.fillMaxWidth())
}

/** What is here would go: said as it is, with a way to keep it first. */
@Composable
private fun Replace(deeds: BackupDeeds, replace: () -> Unit) = QuietCard(tone = LocalPalette.current.urgent) {
    RubyText(stringResource(R.string.backup_replace))
    QuietButton(stringResource(R.string.backup_replace_not), deeds.stop, Modifier.fillMaxWidth())
    val first = { deeds.begin(BackupTask.MAKE) }
    QuietButton(stringResource(R.string.backup_replace_first), first, Modifier.fillMaxWidth())
    QuietButton(stringResource(R.string.backup_replace_do), replace, Modifier.fillMaxWidth())
}

@Composable
private fun Often(days: Int, change: (Int) -> Unit) = Part(stringResource(R.string.backup_days)) {
    RowGroup(
        listOf(1 to R.string.backup_day, WEEK to R.string.backup_week, MONTH to R.string.backup_month)
            .map { (each, words) -> { PickRow(stringResource(words), days == each, { change(each) }) } },
    )
}

private const val WEEK = 7
private const val MONTH = 30
