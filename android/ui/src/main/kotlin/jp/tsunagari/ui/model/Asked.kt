package jp.tsunagari.ui.model

import jp.tsunagari.core.Changed
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.catch
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.update

/** Something a screen shows that has to be asked for. What was there stays until there is something newer. */
data class Asked<out T : Any>(
    val value: T? = null,
    /** Why there is none, or why the one that is there could not be had anew. */
    val problem: TsunagariError? = null,
    /** A question is under way. */
    val asking: Boolean = false,
)

/** Asks. Who cancels this says how it ends. */
internal suspend fun <T : Any> MutableStateFlow<Asked<T>>.ask(question: suspend () -> T) {
    update { it.copy(asking = true) }
    try {
        value = Asked(question())
    } catch (_: TsunagariError.Cancelled) {
        update { it.copy(asking = false) }
    } catch (error: TsunagariError) {
        update { Asked(it.value.takeUnless { error.hides }, error) }
    }
}

/** What was shown may be seen no more. */
internal val TsunagariError.hides: Boolean
    get() = when (this) {
        is TsunagariError.Locked,
        is TsunagariError.NothingKept,
        is TsunagariError.KeyMismatch,
        is TsunagariError.PutAway,
        is TsunagariError.Closed,
        -> true

        else -> false
    }

/** Now, and again whenever something of this has changed, until the device is closed. */
internal fun TsunagariApi.whenever(vararg what: Changed): Flow<Unit> =
    changes().filter { it == Changed.EVERYTHING || it in what }
        .map { }
        .catch { if (it !is TsunagariError.Closed) throw it }
