package jp.tsunagari.app.screen

import android.app.Activity
import jp.tsunagari.app.app
import jp.tsunagari.app.graph
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowActivity

/** An activity of Android's own, and what the shell would reach through it. */
internal class Screen {
    val activity: Activity = Robolectric.buildActivity(Activity::class.java).setup().get()
    val shadow: ShadowActivity = shadowOf(activity)
    val outside = AndroidOutside(activity, app.graph)

    /** Begins what waits for a person. */
    fun <T> begin(question: suspend () -> T): Deferred<T> =
        CoroutineScope(Dispatchers.Unconfined).async { question() }
}
