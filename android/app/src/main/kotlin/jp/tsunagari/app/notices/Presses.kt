package jp.tsunagari.app.notices

import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import jp.tsunagari.app.screen.MainActivity
import jp.tsunagari.core.CheckInId

/** What can be done with a notice. */
internal enum class Press {
    /** 答える: opens the app. */
    ANSWER,

    /** あとで. */
    LATER,

    /** もっと少なく. */
    LESS,

    /** It was swiped away. */
    SWIPED,
}

/** The intents that a notice of a check-in carries. Nobody but the app can send them, and nobody can change them. */
internal class Presses(private val context: Context, private val checkIn: CheckInId) {
    /** Opens the app: Android lets only an activity do so from a notice. */
    fun answer(): PendingIntent = PendingIntent.getActivity(context, 0, intent<MainActivity>(Press.ANSWER), FLAGS)

    fun of(press: Press): PendingIntent =
        PendingIntent.getBroadcast(context, 0, intent<PressReceiver>(press), FLAGS)

    private inline fun <reified T> intent(press: Press) =
        Intent(context, T::class.java).setAction(press.name).setData(Uri.fromParts(SCHEME, checkIn.value, null))

    companion object {
        private const val SCHEME = "tsunagari-check-in"
        private const val FLAGS = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE

        /** What was pressed, and on which check-in; `null` for any other intent. */
        fun read(intent: Intent): Pair<Press, CheckInId>? {
            val press = Press.entries.find { it.name == intent.action } ?: return null
            val id = intent.data?.takeIf { it.scheme == SCHEME }?.schemeSpecificPart ?: return null
            return press to CheckInId(id)
        }
    }
}
