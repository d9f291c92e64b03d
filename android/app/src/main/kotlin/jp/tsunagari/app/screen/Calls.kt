package jp.tsunagari.app.screen

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.provider.Settings
import java.text.Normalizer

/** Other apps that the person is handed over to. Each says whether there is one. */
internal class Calls(private val activity: Activity) {
    /** The dialler, with the number in it; it never calls by itself. It is not given a code. */
    fun dial(number: String): Boolean =
        !isCode(number) && open(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

    /** Addresses of the web and of mail, and no others: a pack could name anything. */
    fun browse(address: String): Boolean {
        val uri = Uri.parse(address.trim()).normalizeScheme()
        return when (uri.scheme) {
            "http", "https" -> open(Intent(Intent.ACTION_VIEW, uri).addCategory(Intent.CATEGORY_BROWSABLE))
            "mailto" -> open(Intent(Intent.ACTION_SENDTO, uri))
            else -> false
        }
    }

    fun share(text: String): Boolean {
        val send = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)
        return open(Intent.createChooser(send, null))
    }

    /** The page about the app's notices, or else that about the app. */
    fun settings() {
        val notices = Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
        if (!open(notices.putExtra(Settings.EXTRA_APP_PACKAGE, activity.packageName))) permissions()
    }

    /** The page about the app, on which the system's permissions stand. */
    fun permissions() {
        val app = Uri.fromParts("package", activity.packageName, null)
        open(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, app))
    }

    /**
     * Codes that change the telephone (`*#06#`, `##002#`) are done by some diallers as soon as they stand there; a pack or a file
     * could name anything. Short numbers such as `#7119` begin with a mark and have no other.
     */
    private fun isCode(number: String): Boolean {
        val keys = Normalizer.normalize(number, Normalizer.Form.NFKC).filter { it.isDigit() || it in MARKS }
        return keys.startsWith('*') || keys.startsWith('#') && keys.count { it in MARKS } > 1
    }

    private fun open(intent: Intent): Boolean = try {
        activity.startActivity(intent)
        true
    } catch (_: RuntimeException) {
        // There is none; or one that does not take it from others; or it is too long to be handed over.
        false
    }

    private companion object {
        const val MARKS = "*#"
    }
}
