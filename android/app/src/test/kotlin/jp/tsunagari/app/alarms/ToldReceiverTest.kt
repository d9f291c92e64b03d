package jp.tsunagari.app.alarms

import android.app.NotificationManager
import android.content.Intent
import jp.tsunagari.app.PlayedApplication
import jp.tsunagari.app.app
import jp.tsunagari.app.graph
import jp.tsunagari.app.intent
import jp.tsunagari.app.send
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** The phone tells of itself, and what the core planned is set. */
@RunWith(RobolectricTestRunner::class)
class ToldReceiverTest {
    @Test
    fun `after a start of the phone everything is set again, inexactly`() {
        app.withCheckIn()
        val before = times()
        assertTrue(before.size > 10)
        app.loseAlarms()
        app.send(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(listOf(Told.BOOT), app.told)
        assertEquals(before, times())
        assertTrue(app.scheduled.none { it.windowLengthMs == 0L })
        assertTrue(app.scheduled.all { it.intent.isImmutable && it.intent.isBroadcast })
    }

    @Test
    fun `after a start of the phone it is the same with the lock on`() {
        app.withCheckIn()
        val before = times()
        runBlocking {
            app.fake.lock.setPin("", "1234")
            app.fake.lock.lock()
        }
        app.loseAlarms()
        app.send(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(before, times())
    }

    @Test
    fun `an update, a changed clock and a changed zone are told as such`() {
        app.withCheckIn()
        app.send(Intent.ACTION_MY_PACKAGE_REPLACED)
        app.send(Intent.ACTION_TIME_CHANGED)
        app.send(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(listOf(Told.UPDATED, Told.CLOCK, Told.ZONE), app.told)
    }

    @Test
    fun `when notices are blocked nothing stays set, and when they are allowed all of it comes back`() {
        app.withCheckIn()
        val before = times()
        shadowOf(app.notificationManager).setNotificationsEnabled(false)
        app.send(NotificationManager.ACTION_APP_BLOCK_STATE_CHANGED)
        assertEquals(emptyList<Long>(), times())
        assertEquals(false, runBlocking { app.fake.checkIns.silence() }.maySpeak)
        shadowOf(app.notificationManager).setNotificationsEnabled(true)
        app.send(NotificationManager.ACTION_APP_BLOCK_STATE_CHANGED)
        assertEquals(listOf(Told.PERMISSION_LOST, Told.PERMISSION_BACK), app.told)
        assertEquals(before, times())
    }

    @Test
    fun `what could not be told is told the next time, and a start outweighs a change of the clock`() {
        app.withCheckIn()
        val before = times()
        app.loseAlarms()
        app.fake.control.failNext(TsunagariError.Locked())
        app.send(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(emptyList<Told>(), app.told)
        app.send(Intent.ACTION_TIME_CHANGED)
        assertEquals(listOf(Told.BOOT), app.told)
        assertEquals(before, times())
        runBlocking { app.graph.opened().following.follow() }
        assertEquals(listOf(Told.BOOT), app.told)
    }

    @Test
    fun `with nothing kept nothing is set, nor is anything made`() {
        app.send(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(emptyList<Long>(), times())
        assertEquals(emptyList<Told>(), app.told)
        assertEquals(emptySet<String>(), app.keys.kept.keys)
    }

    @Test
    fun `what somebody else could send is left alone`() {
        app.withCheckIn()
        app.fake.control.failNext(TsunagariError.Full())
        ToldReceiver().onReceive(app, Intent("some.other.ACTION"))
        assertEquals(emptyList<Told>(), app.told)
    }

    @Test
    fun `whatever changes is followed, and forgetting everything cancels everything`() {
        val made = app.withCheckIn()
        assertTrue(times().isNotEmpty())
        runBlocking {
            app.fake.checkIns.remove(made.id)
            assertEquals(emptyList<Long>(), times())
            app.fake.checkIns.add(PlayedApplication.EVENINGS)
            assertTrue(times().isNotEmpty())
            app.keys.make("finger", finger = true)
            app.fake.lock.forgetEverything()
        }
        assertEquals(emptyList<Long>(), times())
        assertEquals(emptySet<String>(), app.keys.kept.keys)
    }

    /** Times of all alarms; each is set in two ways. */
    private fun times(): List<Long> {
        val all = app.scheduled.map { it.triggerAtMs }.sorted()
        assertEquals(all.distinct().flatMap { listOf(it, it) }, all)
        return all.distinct()
    }
}
