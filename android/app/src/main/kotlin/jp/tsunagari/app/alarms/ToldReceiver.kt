package jp.tsunagari.app.alarms

import android.app.NotificationManager
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import jp.tsunagari.app.graph
import jp.tsunagari.core.Told

/** The phone tells of itself: it has started, its clock or zone was changed, the app was updated, or may not speak. */
class ToldReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val told = when (intent.action) {
            Intent.ACTION_BOOT_COMPLETED -> Told.BOOT

            Intent.ACTION_MY_PACKAGE_REPLACED -> Told.UPDATED

            Intent.ACTION_TIME_CHANGED -> Told.CLOCK

            Intent.ACTION_TIMEZONE_CHANGED -> Told.ZONE

            // Whether it may speak is looked up each time: the intent can be late.
            NotificationManager.ACTION_APP_BLOCK_STATE_CHANGED -> null

            else -> return
        }
        val graph = context.graph
        graph.work(goAsync()) { it.following.follow(told) }
    }
}
