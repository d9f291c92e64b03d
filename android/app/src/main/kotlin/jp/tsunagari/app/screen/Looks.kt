package jp.tsunagari.app.screen

import android.app.Activity
import android.app.ActivityManager
import android.content.ComponentName
import android.content.pm.PackageManager
import jp.tsunagari.app.R
import jp.tsunagari.ui.shell.Identity
import jp.tsunagari.ui.shell.Look

/** Names and pictures among the other apps: an activity-alias of the manifest for each, of which one is on. */
internal class Looks(private val activity: Activity) : Identity {
    private val packages = activity.packageManager

    init {
        wear(current())
    }

    override val looks: List<Look>
        get() = Alias.entries.map { Look(it.id, activity.getString(it.label)) }

    override fun current(): Look {
        val on = Alias.entries.find { isOn(it) } ?: Alias.entries.first()
        return looks.first { it.id == on.id }
    }

    override fun choose(look: Look) {
        val chosen = Alias.entries.find { it.id == look.id } ?: return
        // On before the other is off, so that there is a way into the app at every moment.
        put(chosen, PackageManager.COMPONENT_ENABLED_STATE_ENABLED)
        (Alias.entries - chosen).forEach { put(it, PackageManager.COMPONENT_ENABLED_STATE_DISABLED) }
        wear(look)
    }

    /** The list of recent apps calls it as the launcher does. */
    // What takes its place is there from Android 13 on.
    @Suppress("DEPRECATION")
    private fun wear(look: Look) = activity.setTaskDescription(ActivityManager.TaskDescription(look.name))

    private fun isOn(alias: Alias): Boolean = when (packages.getComponentEnabledSetting(alias.component)) {
        PackageManager.COMPONENT_ENABLED_STATE_ENABLED -> true
        PackageManager.COMPONENT_ENABLED_STATE_DEFAULT -> alias == Alias.entries.first()
        else -> false
    }

    private fun put(alias: Alias, state: Int) =
        packages.setComponentEnabledSetting(alias.component, state, PackageManager.DONT_KILL_APP)

    private val Alias.component get() = ComponentName(activity.packageName, "jp.tsunagari.app.$className")

    /** The first is on in the manifest. */
    private enum class Alias(
        val id: String,
        val className: String,
        val label: Int,
    ) {
        NOTE("note", "LookNote", R.string.app_look_note),
        LIFE("life", "LookLife", R.string.app_look_life),
        NAMED("named", "LookNamed", R.string.app_look_named),
    }
}
