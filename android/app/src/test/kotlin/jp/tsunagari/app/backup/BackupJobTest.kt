package jp.tsunagari.app.backup

import android.app.job.JobParameters
import android.app.job.JobScheduler
import jp.tsunagari.app.app
import jp.tsunagari.app.until
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadow.api.Shadow

/** Scheduled backups. */
@RunWith(RobolectricTestRunner::class)
class BackupJobTest {
    private val scheduler = app.getSystemService(JobScheduler::class.java)

    @Test
    fun `a job is there while backups were asked for`() = runBlocking {
        app.withCheckIn()
        assertEquals(0, scheduler.allPendingJobs.size)
        app.fake.backups.schedule(app.cacheDir.path, "long enough", 7)
        until { scheduler.allPendingJobs.size == 1 }
        val job = scheduler.allPendingJobs.single()
        assertEquals(BackupJob::class.java.name, job.service.className)
        assertTrue(job.isPeriodic && job.isPersisted)
        app.fake.backups.endSchedule()
        until { scheduler.allPendingJobs.isEmpty() }
    }

    @Test
    fun `what was asked for stays while the lock is on, and is made when it is opened`() = runBlocking {
        app.withCheckIn()
        app.fake.backups.schedule(app.cacheDir.path, "long enough", 7)
        until { scheduler.allPendingJobs.size == 1 }
        app.fake.lock.setPin("", "1234")
        app.fake.lock.lock()
        val before = made()
        assertEquals(1, scheduler.allPendingJobs.size)
        app.fake.lock.unlock("1234")
        until { made() > before }
    }

    @Test
    fun `the job makes the one that is due`() {
        app.withCheckIn()
        val before = made()
        val job = Robolectric.buildService(BackupJob::class.java).create().get()
        job.onStartJob(Shadow.newInstanceOf(JobParameters::class.java))
        assertEquals(before + 1, made())
    }

    @Test
    fun `it ends with everything that is forgotten`() = runBlocking {
        app.withCheckIn()
        app.fake.backups.schedule(app.cacheDir.path, "long enough", 7)
        until { scheduler.allPendingJobs.size == 1 }
        app.fake.lock.forgetEverything()
        until { scheduler.allPendingJobs.isEmpty() }
    }

    private fun made() = app.fake.control.calls.count { it == "backups.backUpIfDue" }
}
