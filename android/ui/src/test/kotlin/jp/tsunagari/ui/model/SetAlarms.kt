package jp.tsunagari.ui.model

import java.util.concurrent.ConcurrentHashMap
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter

/** A platform that sets alarms, or does not. */
internal class SetAlarms : AlarmSetter {
    @Volatile
    var refuses = false
    private val set = ConcurrentHashMap<Long, Alarm>()

    val all: List<Alarm> get() = set.values.sortedBy { it.at }

    override fun cancel(id: Long) {
        check(!refuses)
        set.remove(id)
    }

    override fun set(alarm: Alarm) {
        check(!refuses)
        set[alarm.id] = alarm
    }
}
