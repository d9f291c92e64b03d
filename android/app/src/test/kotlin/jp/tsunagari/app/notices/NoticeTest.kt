package jp.tsunagari.app.notices

import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import jp.tsunagari.app.PlayedApplication
import jp.tsunagari.app.app
import jp.tsunagari.app.graph
import jp.tsunagari.app.intent
import jp.tsunagari.app.language
import jp.tsunagari.app.screen.MainActivity
import jp.tsunagari.app.settle
import jp.tsunagari.core.Language
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** An alarm comes, and what can be done with its notice. */
@RunWith(RobolectricTestRunner::class)
class NoticeTest {
    @Test
    fun `an alarm that may speak shows one notice with three actions and neutral words`() {
        app.withCheckIn()
        app.firstAlarmComes()
        val notice = app.notices.single()
        assertEquals(listOf("答える", "あとで", "もっと少なく"), notice.actions.map { it.title })
        val words = words(notice) + words(notice.publicVersion)
        assertEquals(setOf("お時間のあるときに、どうぞ"), words.toSet())
        assertFalse(words.any { PlayedApplication.PRIVATE_WORDS in it })
        assertEquals(Notification.VISIBILITY_PRIVATE, notice.visibility)
        assertTrue(notice.publicVersion.actions.isNullOrEmpty())
        assertEquals("お知らせ", channel().name)
        assertFalse(channel().canShowBadge())
    }

    @Test
    fun `the other way in which it was set does not speak again`() {
        app.withCheckIn()
        val first = app.scheduled.minOf { it.triggerAtMs }
        app.firstAlarmComes()
        assertTrue(app.scheduled.none { it.triggerAtMs == first })
    }

    @Test
    fun `its words are in the language that was chosen, readings behind their kanji`() {
        app.withCheckIn()
        app.graph.choices.language = Language.EASY_JAPANESE
        runBlocking { app.fake.speak(Language.EASY_JAPANESE) }
        runBlocking { app.graph.opened().following.follow() }
        app.firstAlarmComes()
        val notice = app.notices.single()
        assertEquals(listOf("こたえる", "あとで", "もっと すくなく"), notice.actions.map { it.title })
        assertEquals("時間（じかん）が ある ときに どうぞ", notice.extras.getString(Notification.EXTRA_TEXT))
    }

    @Test
    fun `on a lock screen it can say less, or nothing`() {
        app.withCheckIn()
        app.graph.notices.whenLocked = WhenLocked.PLAIN
        app.firstAlarmComes()
        assertEquals(setOf("お知らせ"), words(app.notices.single().publicVersion).toSet())
        app.graph.notices.whenLocked = WhenLocked.HIDDEN
        app.firstAlarmComes()
        assertEquals(Notification.VISIBILITY_SECRET, app.notices.single().visibility)
    }

    @Test
    fun `an alarm that must stay silent shows nothing`() {
        app.withCheckIn()
        val first = app.scheduled.minBy { it.triggerAtMs }
        runBlocking { app.fake.checkIns.rest(null, app.graph.alarms) }
        assertEquals(emptyList<Any>(), app.scheduled)
        // Android delivers it all the same.
        first.intent.send()
        settle()
        assertEquals(emptyList<Notification>(), app.notices)
        assertTrue("checkIns.fired" in app.fake.control.calls)
    }

    @Test
    fun `it comes with the lock on, too`() {
        app.withCheckIn()
        runBlocking {
            app.fake.lock.setPin("", "1234")
            app.fake.lock.lock()
        }
        app.firstAlarmComes()
        assertEquals(1, app.notices.size)
    }

    @Test
    fun `the alarm of the self-test only tells that it came`() {
        app.withCheckIn()
        runBlocking { app.fake.checkIns.beginSelfTest(app.graph.alarms) }
        app.firstAlarmComes()
        assertEquals(emptyList<Notification>(), app.notices)
        assertTrue("checkIns.fired" in app.fake.control.calls)
    }

    @Test
    fun `later brings it back, and takes the notice away`() {
        app.withCheckIn()
        app.firstAlarmComes()
        val before = app.scheduled.map { it.triggerAtMs }.toSet()
        press(app.notices.single().actions[1].actionIntent)
        assertEquals(emptyList<Notification>(), app.notices)
        val new = app.scheduled.map { it.triggerAtMs }.toSet() - before
        assertEquals(app.clock.at.plusSeconds(3_600).toEpochMilli(), new.single())
    }

    @Test
    fun `less often is kept with the lock on`() {
        val made = app.withCheckIn()
        app.firstAlarmComes()
        val before = app.scheduled.size
        runBlocking {
            app.fake.lock.setPin("", "1234")
            app.fake.lock.lock()
        }
        press(app.notices.single().actions[2].actionIntent)
        assertEquals(emptyList<Notification>(), app.notices)
        assertTrue(app.scheduled.size < before)
        runBlocking { app.fake.lock.unlock("1234") }
        assertEquals(made.rarer + 1, runBlocking { app.fake.checkIns.list() }.single().rarer)
    }

    @Test
    fun `swiping it away is told`() {
        app.withCheckIn()
        app.firstAlarmComes()
        press(app.notices.single().deleteIntent)
        assertTrue("checkIns.dismissed" in app.fake.control.calls)
    }

    @Test
    fun `answering opens the app, and nothing in between`() {
        val made = app.withCheckIn()
        app.firstAlarmComes()
        val notice = app.notices.single()
        for (intent in listOf(notice.contentIntent, notice.actions[0].actionIntent)) {
            assertTrue(intent.isActivity && intent.isImmutable)
            val opens = shadowOf(intent).savedIntent
            assertEquals(MainActivity::class.java.name, opens.component?.className)
            assertEquals(Press.ANSWER to made.id, Presses.read(opens))
        }
        assertTrue(notice.actions.all { it.actionIntent.isImmutable } && notice.deleteIntent.isImmutable)
    }

    @Test
    fun `silencing its only kind counts as not being allowed to speak`() {
        app.withCheckIn()
        app.firstAlarmComes()
        assertTrue(app.graph.notices.maySpeak())
        channel().importance = NotificationManager.IMPORTANCE_NONE
        assertFalse(app.graph.notices.maySpeak())
    }

    private fun channel() = app.notificationManager.getNotificationChannel(Notices.CHANNEL)

    private fun press(intent: PendingIntent) {
        intent.send()
        settle()
    }

    /** All words of a notice but those of its actions. */
    private fun words(notice: Notification): List<String> {
        val extras = notice.extras
        val said = extras.keySet().mapNotNull { key -> extras.getCharSequence(key)?.toString() }
        return (said + listOfNotNull(notice.tickerText?.toString())).filter { it.isNotEmpty() }
    }
}
