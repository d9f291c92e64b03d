package jp.tsunagari.ui.model

import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch

/** What can be done where nothing is kept yet, or what is kept is put away. Whoever shows something asks again then. */
class Gate internal constructor(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val failed: (TsunagariError) -> Unit,
) {
    /** Begins to keep things on this device. */
    fun begin() = attempt { api.lock.begin() }

    /** Brings the mood log back, just as it was. */
    fun bringBack() = attempt { api.journal.hide(false) }

    private fun attempt(deed: suspend () -> Unit) {
        scope.launch {
            try {
                deed()
            } catch (error: TsunagariError) {
                failed(error)
            }
        }
    }
}

/** What can be had, and nothing where it cannot. */
internal suspend fun <T : Any> have(question: suspend () -> T?): T? = try {
    question()
} catch (_: TsunagariError) {
    null
}
