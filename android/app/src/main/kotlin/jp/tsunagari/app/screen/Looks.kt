package jp.tsunagari.app.screen

import android.app.Activity
import android.app.ActivityManager
import android.content.ComponentName
import android.content.pm.PackageManager
import jp.tsunagari.app.R
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.shell.Identity

/** Names and pictures among the other apps: an activity-alias of the manifest for each, of which one is on. */
internal class Looks(private val activity: Activity) : Identity {
    private val packages = activity.packageManager

    init {
        wear(current())
    }

    override fun current(): Look = Look.entries.find { isOn(it) } ?: Look.entries.first()

    override fun choose(look: Look) {
        // On before the other is off, so that there is a way into the app at every moment.
        put(look, PackageManager.COMPONENT_ENABLED_STATE_ENABLED)
        (Look.entries - look).forEach { put(it, PackageManager.COMPONENT_ENABLED_STATE_DISABLED) }
        wear(look)
    }

    /** The list of recent apps calls it as the launcher does. */
    // What takes its place is there from Android 13 on.
    @Suppress("DEPRECATION")
    private fun wear(look: Look) =
        activity.setTaskDescription(ActivityManager.TaskDescription(activity.getString(look.label)))

    private fun isOn(look: Look): Boolean = when (packages.getComponentEnabledSetting(look.component)) {
        PackageManager.COMPONENT_ENABLED_STATE_ENABLED -> true
        // The first is on in the manifest.
        PackageManager.COMPONENT_ENABLED_STATE_DEFAULT -> look == Look.entries.first()
        else -> false
    }

    private fun put(look: Look, state: Int) =
        packages.setComponentEnabledSetting(look.component, state, PackageManager.DONT_KILL_APP)

    private val Look.component get() = ComponentName(activity.packageName, "jp.tsunagari.app.$alias")

    private val Look.alias
        get() = when (this) {
            Look.NOTE -> "LookNote"
            Look.LIFE -> "LookLife"
            Look.NAMED -> "LookNamed"
        }
}

/** Its name as the launcher shows it, in the language of the phone. */
internal val Look.label: Int
    get() = when (this) {
        Look.NOTE -> R.string.app_look_note
        Look.LIFE -> R.string.app_look_life
        Look.NAMED -> R.string.app_look_named
    }
