package jp.tsunagari.app.alarms

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import jp.tsunagari.app.KeyValues
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter

/**
 * Alarms of Android, without the permission for exact ones. Each is set in two ways, of which the first to come counts: a
 * window of ten minutes, which Android keeps while the phone is in use, and one that also comes while it lies still, whenever
 * Android thinks fit.
 *
 * Android cannot be asked what is set, so the ids are kept.
 */
internal class AndroidAlarms(private val context: Context, private val kept: KeyValues) : AlarmSetter {
    private val manager = context.getSystemService(AlarmManager::class.java)

    @Synchronized
    override fun set(alarm: Alarm) {
        kept.putAll(IDS, kept.all(IDS) + alarm.id.toString())
        val at = alarm.at.toEpochMilli()
        manager.setWindow(AlarmManager.RTC_WAKEUP, at, WINDOW_MILLIS, Way.WINDOW.intent(alarm.id))
        manager.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, Way.STILL.intent(alarm.id))
    }

    @Synchronized
    override fun cancel(id: Long) {
        Way.entries.forEach { manager.cancel(it.intent(id)) }
        kept.putAll(IDS, kept.all(IDS) - id.toString())
    }

    /** Cancels whatever is set. */
    @Synchronized
    fun cancelAll() = kept.all(IDS).forEach { cancel(it.toLong()) }

    /** Intents are told apart by action and data, so that an id of 64 bits is not cut to a request code. */
    private fun Way.intent(id: Long): PendingIntent = PendingIntent.getBroadcast(
        context,
        0,
        Intent(context, AlarmReceiver::class.java).setAction(name).setData(Uri.fromParts(SCHEME, id.toString(), null)),
        PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
    )

    private enum class Way {
        WINDOW,
        STILL,
    }

    companion object {
        const val SCHEME = "tsunagari-alarm"
        private const val IDS = "alarms"

        /** Android makes a shorter one as long as this. */
        private const val WINDOW_MILLIS = 600_000L
    }
}
