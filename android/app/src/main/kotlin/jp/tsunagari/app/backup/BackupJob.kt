package jp.tsunagari.app.backup

import android.app.job.JobParameters
import android.app.job.JobService
import jp.tsunagari.app.graph
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** Once a day: makes the scheduled backup when it is due, and sets the alarms that have come into reach. */
class BackupJob : JobService() {
    private var running: Job? = null

    override fun onStartJob(params: JobParameters): Boolean {
        running = graph.scope.launch {
            try {
                val opened = graph.opened()
                opened.following.follow()
                opened.api.backups.backUpIfDue()
            } catch (_: TsunagariError) {
                // With the lock on it waits until it is opened: Backups. What goes wrong otherwise is said in its settings.
            } catch (_: RuntimeException) {
                // The next day tries again: what a phone of some maker throws must not end the app.
            }
            jobFinished(params, false)
        }
        return true
    }

    override fun onStopJob(params: JobParameters): Boolean {
        running?.cancel()
        return true
    }
}
