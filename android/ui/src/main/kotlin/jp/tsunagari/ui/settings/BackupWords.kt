package jp.tsunagari.ui.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import jp.tsunagari.core.BackupContent
import jp.tsunagari.ui.ProblemCard
import jp.tsunagari.ui.R
import jp.tsunagari.ui.design.SaidCard
import jp.tsunagari.ui.here
import jp.tsunagari.ui.model.BackupSaid
import jp.tsunagari.ui.momentWords

/** What came of it, said once. */
@Composable
internal fun BackupWords(said: BackupSaid, again: () -> Unit) = when (said) {
    is BackupSaid.Made -> SaidCard(stringResource(R.string.backup_made, made(said.content)))
    is BackupSaid.Whole -> SaidCard(stringResource(R.string.backup_whole, made(said.content)))
    is BackupSaid.Restored -> SaidCard(stringResource(R.string.backup_restored, made(said.content)))
    BackupSaid.Scheduled -> Unit
    BackupSaid.Ended -> SaidCard(stringResource(R.string.backup_ended))
    BackupSaid.Replace -> SaidCard(stringResource(R.string.backup_replace))
    BackupSaid.WrongPassphrase -> SaidCard(stringResource(R.string.backup_wrong))
    BackupSaid.TooShort -> SaidCard(stringResource(R.string.backup_short))
    BackupSaid.Differ -> SaidCard(stringResource(R.string.backup_differ))
    BackupSaid.Gone -> SaidCard(stringResource(R.string.backup_gone))
    BackupSaid.Damaged -> SaidCard(stringResource(R.string.backup_damaged))
    is BackupSaid.Problem -> ProblemCard(said.error, stale = false, again = again)
}

@Composable
private fun made(content: BackupContent): String = momentWords(content.made.here())
