package jp.tsunagari.ui.model

import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.BackupContent
import jp.tsunagari.core.BackupSchedule
import jp.tsunagari.core.Changed
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What can be done with backups. */
enum class BackupTask {
    MAKE,
    CHECK,
    RESTORE,
    SCHEDULE,
}

/**
 * A file or folder that the person picked. Where a platform gives no path, [path] is one of the app's own; [close] then
 * brings it to where it belongs when all went well, and takes it away. It comes back when that is done, and throws a
 * [TsunagariError] when it could not be.
 */
class Picked(
    val path: String,
    /** What the person knows it by. */
    val name: String,
    val close: suspend (well: Boolean) -> Unit = { },
)

/** What came of the last thing that was done with a backup. */
sealed interface BackupSaid {
    data class Made(val content: BackupContent) : BackupSaid

    data class Whole(val content: BackupContent) : BackupSaid

    data class Restored(val content: BackupContent) : BackupSaid

    data object Scheduled : BackupSaid

    data object Ended : BackupSaid

    /** Something is kept here already: shall it be replaced? */
    data object Replace : BackupSaid

    data object WrongPassphrase : BackupSaid

    data object TooShort : BackupSaid

    /** The passphrase was not the same twice. */
    data object Differ : BackupSaid

    /** The file or folder is not there. */
    data object Gone : BackupSaid

    /** It is no backup, or was changed. */
    data object Damaged : BackupSaid

    /** Something else is in the way. */
    data class Problem(val error: TsunagariError) : BackupSaid
}

/** What the page of backups shows. No passphrase is in it. */
data class BackupShown(
    /** How what is kept stands; `null` until it is known. */
    val lock: LockState? = null,
    val schedule: BackupSchedule? = null,
    /** What is being done. */
    val task: BackupTask? = null,
    val picked: Picked? = null,
    val busy: Boolean = false,
    val said: BackupSaid? = null,
)

/** Backups: to make, check and restore one, and to have them made every so many days. */
class BackupModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val setter: AlarmSetter,
) {
    private val backups = MutableStateFlow(BackupShown())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<BackupShown> = backups.asStateFlow()

    init {
        val changed = api.whenever(Changed.LOCK, Changed.BACKUP)
        scope.launch { combine(changed, tries) { _, _ -> }.collectLatest { load() } }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    fun begin(task: BackupTask) = turnTo(task)

    /** Stops what was begun. */
    fun stop() = turnTo(null)

    /** Has a file or a folder picked by [choose], which tells [picked]; what cannot be had is said. */
    fun pick(choose: suspend () -> Unit) {
        scope.launch {
            try {
                choose()
            } catch (error: TsunagariError) {
                backups.update { it.copy(said = error.said()) }
            }
        }
    }

    /** The person picked a file or a folder. */
    fun picked(picked: Picked) = backups.update { it.copy(picked = picked, said = null) }

    /** Does what was begun, except for [schedule]; [again] is the passphrase a second time where it is a new one. */
    fun go(
        passphrase: String,
        again: String,
        replace: Boolean = false,
    ) {
        val path = backups.value.picked?.path ?: return
        when (backups.value.task) {
            BackupTask.MAKE -> act {
                same(passphrase, again)
                BackupSaid.Made(api.backups.backUp(path, passphrase))
            }

            BackupTask.CHECK -> act { BackupSaid.Whole(api.backups.check(path, passphrase)) }

            BackupTask.RESTORE -> act {
                val content = api.backups.restore(path, passphrase, replace)
                api.checkIns.apply(setter)
                BackupSaid.Restored(content)
            }

            BackupTask.SCHEDULE, null -> Unit
        }
    }

    /** Has a backup made in the folder that was picked, every so many days. */
    fun schedule(
        passphrase: String,
        again: String,
        days: Int,
    ) {
        val folder = backups.value.picked?.path ?: return
        act {
            same(passphrase, again)
            api.backups.schedule(folder, passphrase, days)
            api.backups.backUpIfDue()
            BackupSaid.Scheduled
        }
    }

    fun endSchedule() = act {
        api.backups.endSchedule()
        BackupSaid.Ended
    }

    private fun act(deed: suspend () -> BackupSaid) {
        if (backups.value.busy) return
        backups.update { it.copy(busy = true, said = null) }
        scope.launch {
            val said = try {
                deed().also { close(well = true) }
            } catch (_: Differs) {
                BackupSaid.Differ
            } catch (error: TsunagariError) {
                error.said()
            }
            backups.update { it.copy(busy = false, said = said, task = it.task.takeUnless { said.isDone }) }
        }
    }

    private fun turnTo(task: BackupTask?) {
        if (backups.value.busy) return
        scope.launch {
            close(well = false)
            backups.update { it.copy(task = task, said = null) }
        }
    }

    private suspend fun close(well: Boolean) {
        val picked = backups.value.picked ?: return
        backups.update { it.copy(picked = null) }
        picked.close(well)
    }

    private fun same(passphrase: String, again: String) {
        if (passphrase != again) throw Differs()
    }

    private val BackupSaid.isDone: Boolean
        get() = when (this) {
            is BackupSaid.Made, is BackupSaid.Whole, is BackupSaid.Restored -> true
            BackupSaid.Scheduled, BackupSaid.Ended -> true
            else -> false
        }

    private fun TsunagariError.said(): BackupSaid = when (this) {
        is TsunagariError.WrongSecret -> BackupSaid.WrongPassphrase
        is TsunagariError.AlreadyKept -> BackupSaid.Replace
        is TsunagariError.NotFound -> BackupSaid.Gone
        is TsunagariError.Damaged -> BackupSaid.Damaged
        is TsunagariError.Invalid -> if (field == "passphrase") BackupSaid.TooShort else BackupSaid.Problem(this)
        else -> BackupSaid.Problem(this)
    }

    private suspend fun load() = try {
        val lock = api.lock.state()
        val schedule = if (lock is LockState.Open) api.backups.scheduleState() else null
        backups.update { it.copy(lock = lock, schedule = schedule) }
    } catch (error: TsunagariError) {
        backups.update { it.copy(said = BackupSaid.Problem(error)) }
    }

    private class Differs : Exception()
}
