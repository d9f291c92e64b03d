package jp.tsunagari.app

import android.content.Context
import android.content.SharedPreferences

/**
 * Small things that outlive the process, by their names: what was chosen about how the app looks and speaks, and what it still
 * owes to the platform. Nothing that a person wrote belongs here: it is not encrypted. No backup of the system takes it.
 */
class KeyValues(context: Context, name: String = "choices") {
    private val kept: SharedPreferences = context.getSharedPreferences(name, Context.MODE_PRIVATE)

    /** What stands under [key], or `null`. */
    operator fun get(key: String): String? = kept.getString(key, null)

    /** Puts [value] under [key]; `null` takes it away. */
    operator fun set(key: String, value: String?) = kept.edit().putString(key, value).apply()

    /** Several values under one key. */
    fun all(key: String): Set<String> = kept.getStringSet(key, null).orEmpty().toSet()

    /** Puts several values under one key, in the place of those that were there. */
    fun putAll(key: String, values: Set<String>) = kept.edit().putStringSet(key, values).apply()
}
