package jp.tsunagari.app.screen

import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Context
import android.os.Build
import android.os.PersistableBundle

/** The clipboard. What is sensitive is kept out of its preview, and out of the lists of keyboards that heed it. */
internal class Clipboard(context: Context) {
    private val manager = context.getSystemService(ClipboardManager::class.java)

    fun copy(text: String, sensitive: Boolean) {
        // Its label is seen by other apps.
        val clip = ClipData.newPlainText("", text)
        if (sensitive) clip.description.extras = PersistableBundle().apply { putBoolean(SENSITIVE, true) }
        manager.setPrimaryClip(clip)
    }

    private companion object {
        /** The name is older than the constant: keyboards look for it on Android 12 and before. */
        val SENSITIVE: String = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            ClipDescription.EXTRA_IS_SENSITIVE
        } else {
            "android.content.extra.IS_SENSITIVE"
        }
    }
}
