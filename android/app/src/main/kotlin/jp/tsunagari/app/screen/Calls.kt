package jp.tsunagari.app.screen

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.provider.Settings

/** Other apps that the person is handed over to. Each says whether there is one. */
internal class Calls(private val activity: Activity) {
    /** The dialler, with the number in it; it never calls by itself. */
    fun dial(number: String): Boolean = open(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))

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

    private fun open(intent: Intent): Boolean = try {
        activity.startActivity(intent)
        true
    } catch (_: ActivityNotFoundException) {
        false
    } catch (_: SecurityException) {
        // An app that takes it, but not from others.
        false
    }
}
