package jp.tsunagari.app.backup

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context
import java.util.concurrent.TimeUnit
import jp.tsunagari.core.Changed
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.filter

/** Sees to it that scheduled backups are made while nobody looks, and none is tried when nobody asked for them. */
internal class Backups(private val context: Context, private val api: TsunagariApi) {
    private val scheduler = context.getSystemService(JobScheduler::class.java)

    /** Goes along with what was chosen, and makes one that is due when the lock is opened. */
    suspend fun keepUp() {
        api.changes().filter { it in setOf(Changed.EVERYTHING, Changed.LOCK, Changed.BACKUP) }.collect {
            try {
                follow(api.lock.state())
            } catch (_: TsunagariError) {
                // The next change or the next day tries again.
            }
        }
    }

    private suspend fun follow(lock: LockState) {
        when (lock) {
            LockState.NothingKept -> scheduler.cancel(JOB)

            // Whether there are any cannot be asked now: what was chosen stays.
            LockState.Locked -> Unit

            is LockState.Open -> if (api.backups.scheduleState() == null) {
                scheduler.cancel(JOB)
            } else {
                if (scheduler.getPendingJob(JOB) == null) scheduler.schedule(daily())
                api.backups.backUpIfDue()
            }
        }
    }

    private fun daily(): JobInfo = JobInfo.Builder(JOB, ComponentName(context, BackupJob::class.java))
        .setPeriodic(TimeUnit.DAYS.toMillis(1))
        .setRequiresBatteryNotLow(true)
        .setPersisted(true)
        .build()

    companion object {
        const val JOB = 1
    }
}
