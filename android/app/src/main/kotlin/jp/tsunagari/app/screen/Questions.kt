package jp.tsunagari.app.screen

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.content.pm.PackageManager
import kotlinx.coroutines.CompletableDeferred

/**
 * Asks the person in pages of the system, one at a time, and waits for what they choose there. On the thread that draws only.
 */
internal class Questions(
    private val activity: Activity,
    /** Hears what was chosen when nobody waits for it, as in a process that has begun anew. */
    private val unheard: (Intent?) -> Unit = { },
) {
    private val waiting = mutableMapOf<Int, CompletableDeferred<Intent?>>()
    private var last = 0

    /** What was chosen in the page that [intent] opens; `null` for nothing, or when there is no such page. */
    suspend fun ask(intent: Intent): Intent? = answer { code ->
        try {
            activity.startActivityForResult(intent, code)
        } catch (_: ActivityNotFoundException) {
            answered(code, null)
        }
    }

    /** Whether the app has [permission], after asking for it where it is missing. */
    suspend fun allow(permission: String): Boolean {
        if (!has(permission)) answer { code -> activity.requestPermissions(arrayOf(permission), code) }
        return has(permission)
    }

    /** The activity was told; `null` for nothing. */
    fun answered(code: Int, chosen: Intent?) {
        val asking = waiting.remove(code)
        if (asking == null) unheard(chosen) else asking.complete(chosen)
    }

    private fun has(permission: String) =
        activity.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED

    private suspend fun answer(ask: (code: Int) -> Unit): Intent? {
        // Whoever presses twice means one page.
        if (waiting.isNotEmpty()) return null
        last += 1
        val code = last
        val answer = CompletableDeferred<Intent?>()
        waiting[code] = answer
        return try {
            ask(code)
            answer.await()
        } finally {
            waiting.remove(code)
        }
    }
}
