package jp.tsunagari.app.alarms

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import jp.tsunagari.app.graph

/** An alarm came. The core says whether it is to be shown: Android delivers late, and much may have changed since. */
class AlarmReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val id = intent.data?.takeIf { it.scheme == AndroidAlarms.SCHEME }?.schemeSpecificPart?.toLongOrNull() ?: return
        val graph = context.graph
        graph.alarms.cancel(id)
        graph.work(goAsync()) { opened ->
            opened.api.checkIns.fired(id)?.let(graph.notices::show)
            // What was planned ends some time: the next alarms are set while there are still some.
            opened.following.follow()
        }
    }
}
