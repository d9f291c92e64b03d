package jp.tsunagari.app.notices

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import jp.tsunagari.app.KeyValues
import jp.tsunagari.app.R
import jp.tsunagari.app.inLanguage
import jp.tsunagari.app.language
import jp.tsunagari.app.withoutRuby
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.CheckInId

/** What a notice says on a lock screen. In no case does it say what it is about. */
internal enum class WhenLocked {
    /** The words of the core. */
    GENTLE,

    /** お知らせ. */
    PLAIN,

    /** Nothing. */
    HIDDEN,
}

/** Notices of check-ins. They say nothing of what they are about, to nobody; on a lock screen less still, or nothing, as was chosen. */
internal class Notices(private val context: Context, private val choices: KeyValues) {
    private val manager = context.getSystemService(NotificationManager::class.java)

    /** What stands on a lock screen. */
    var whenLocked: WhenLocked
        get() = WhenLocked.entries.find { it.name == choices[WHEN_LOCKED] } ?: WhenLocked.GENTLE
        set(chosen) {
            choices[WHEN_LOCKED] = chosen.name
        }

    /** Whether Android shows notices of the app, and the person has not silenced its only kind. */
    fun maySpeak(): Boolean = manager.areNotificationsEnabled() &&
        manager.getNotificationChannel(CHANNEL)?.importance != NotificationManager.IMPORTANCE_NONE

    fun show(alarm: Alarm) {
        val spoken = context.inLanguage(choices.language)
        manager.createNotificationChannel(channel(spoken))
        val words = withoutRuby(alarm.text).ifBlank { spoken.getString(R.string.app_notice_neutral) }
        val notice = quiet(spoken, words)
            .setPublicVersion(quiet(spoken, lockedWords(spoken, words)).build())
            .setVisibility(
                if (whenLocked == WhenLocked.HIDDEN) {
                    Notification.VISIBILITY_SECRET
                } else {
                    Notification.VISIBILITY_PRIVATE
                },
            )
        alarm.checkIn?.let { offer(notice, spoken, Presses(context, it)) }
        manager.notify(alarm.checkIn?.value, ID, notice.build())
    }

    /** Takes the notice of a check-in away. */
    fun cancel(id: CheckInId) = manager.cancel(id.value, ID)

    /** Takes all notices away. */
    fun cancelAll() = manager.cancelAll()

    private fun lockedWords(spoken: Context, words: String): String =
        if (whenLocked == WhenLocked.GENTLE) words else spoken.getString(R.string.app_notice_plain)

    private fun quiet(spoken: Context, words: String) = Notification.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_notice)
        .setContentText(words)
        .setCategory(Notification.CATEGORY_REMINDER)
        .setShowWhen(false)
        .setAutoCancel(true)
        // One that comes twice does not ring twice, and none goes on to a watch or a car.
        .setOnlyAlertOnce(true)
        .setLocalOnly(true)
        .setColor(spoken.getColor(R.color.look_line))

    private fun offer(
        notice: Notification.Builder,
        spoken: Context,
        presses: Presses,
    ) {
        notice.setContentIntent(presses.answer()).setDeleteIntent(presses.of(Press.SWIPED))
        listOf(
            R.string.app_notice_answer to presses.answer(),
            R.string.app_notice_later to presses.of(Press.LATER),
            R.string.app_notice_less to presses.of(Press.LESS),
        ).forEach { (name, intent) ->
            notice.addAction(Notification.Action.Builder(null, spoken.getString(name), intent).build())
        }
    }

    private fun channel(spoken: Context) = NotificationChannel(
        CHANNEL,
        spoken.getString(R.string.app_notice_channel),
        NotificationManager.IMPORTANCE_DEFAULT,
    ).apply {
        lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        setShowBadge(false)
    }

    companion object {
        const val CHANNEL = "notices"
        private const val WHEN_LOCKED = "notice"

        /** One for each check-in, whose name is the tag. */
        private const val ID = 1
    }
}
