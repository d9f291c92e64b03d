package jp.tsunagari.app.notices

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import jp.tsunagari.app.graph

/** Something was pressed in a notice. It works with the lock on. */
class PressReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val (press, id) = Presses.read(intent) ?: return
        val graph = context.graph
        graph.notices.cancel(id)
        graph.work(goAsync()) { opened ->
            val checkIns = opened.api.checkIns
            when (press) {
                Press.ANSWER -> checkIns.answered(id)
                Press.LATER -> checkIns.snooze(id, LATER_MINUTES, graph.alarms)
                Press.LESS -> checkIns.less(id, graph.alarms)
                Press.SWIPED -> checkIns.dismissed(id)
            }
        }
    }

    private companion object {
        const val LATER_MINUTES = 60
    }
}
