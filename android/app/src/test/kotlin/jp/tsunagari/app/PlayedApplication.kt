package jp.tsunagari.app

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Looper
import java.time.Clock
import java.time.DayOfWeek
import java.time.Instant
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckIn
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.CheckInsApi
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.fake.FakeTsunagari
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager

/** The process of the app with a core that is played; what is begun is done at once, on the thread that begins it. */
internal class PlayedApplication :
    Application(),
    HasGraph {
    val clock = PlayedClock()
    val fake = FakeTsunagari(clock = clock)
    val keys = PlayedKeys()

    /** What the core was told of the platform, in order. */
    val told = mutableListOf<Told>()

    /** The next opening ends with this. */
    var refuses: Exception? = null

    override val graph: Graph by lazy {
        Graph(this, keys, Dispatchers.Unconfined) { _, language, _ ->
            refuses?.let { throw it }
            fake.speak(language)
            Heard()
        }
    }

    val alarmManager: AlarmManager get() = getSystemService(AlarmManager::class.java)
    val scheduled: List<ShadowAlarmManager.ScheduledAlarm> get() = shadowOf(alarmManager).scheduledAlarms
    val notificationManager: NotificationManager get() = getSystemService(NotificationManager::class.java)
    val notices: List<Notification> get() = shadowOf(notificationManager).allNotifications

    /** Begins to keep things, with a check-in every evening about something that nobody else should read. */
    fun withCheckIn(): CheckIn = runBlocking {
        fake.lock.begin()
        fake.checkIns.add(EVENINGS).also { graph.opened() }
    }

    /** Android has lost what was set, as it does when it starts. */
    fun loseAlarms() = scheduled.forEach { alarmManager.cancel(it.intent) }

    /** The first alarm comes at its time. */
    fun firstAlarmComes() {
        val first = scheduled.minBy { it.triggerAtMs }
        clock.at = Instant.ofEpochMilli(first.triggerAtMs)
        first.intent.send()
        settle()
    }

    private inner class Heard : TsunagariApi by fake {
        override val checkIns: CheckInsApi = object : CheckInsApi by fake.checkIns {
            override suspend fun apply(setter: AlarmSetter, told: Told?) {
                told?.let { this@PlayedApplication.told += it }
                fake.checkIns.apply(setter, told)
            }
        }
    }

    companion object {
        const val PRIVATE_WORDS = "母に電話したか"
        val EVENINGS = CheckInRule(
            CheckInAbout.Own(PRIVATE_WORDS),
            DayOfWeek.entries.toSet(),
            LocalTime.of(19, 0),
            LocalTime.of(20, 0),
        )
    }
}

/** A clock that stands still until it is moved. */
internal class PlayedClock : Clock() {
    var at: Instant = OffsetDateTime.parse("2026-11-24T10:00:00+09:00").toInstant()

    override fun instant(): Instant = at

    override fun getZone(): ZoneId = ZoneId.of("Asia/Tokyo")

    override fun withZone(zone: ZoneId): Clock = this
}

/** What it does. */
// There is nothing in its place.
@Suppress("DEPRECATION")
internal val ShadowAlarmManager.ScheduledAlarm.intent: PendingIntent get() = operation!!

internal val app: PlayedApplication get() = RuntimeEnvironment.getApplication() as PlayedApplication

/** Android does what it put off. */
internal fun settle() = shadowOf(Looper.getMainLooper()).idle()

/** Waits for what other threads do, or what this one does only when it waits. */
internal suspend fun until(what: () -> Boolean) = withTimeout(PATIENCE_MILLIS) { while (!what()) delay(1) }

private const val PATIENCE_MILLIS = 20_000L

internal fun Context.send(action: String) {
    sendBroadcast(Intent(action).setPackage(packageName))
    settle()
}
