package jp.tsunagari.app.screen

import android.content.ContentResolver
import android.net.Uri
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import java.io.IOException
import jp.tsunagari.app.KeyValues

/**
 * The place of a file into which nothing came yet. Android makes an empty file there as soon as the place is chosen; where
 * the process ends before it is written, the next one takes it away.
 */
internal class Unwritten(private val resolver: ContentResolver, private val kept: KeyValues) {
    /** The person is asked for a place. */
    fun asked() {
        kept[PLACE] = ASKED
    }

    /** They chose [place]. */
    fun at(place: Uri) {
        kept[PLACE] = place.toString()
    }

    /** Nothing is open any more. */
    fun done() {
        kept[PLACE] = null
    }

    /** They chose a place, and nobody waits for it any more. */
    fun nobodyWaits(place: Uri?) {
        if (kept[PLACE] != ASKED) return
        place?.let(::removeIfEmpty)
        done()
    }

    /** Takes away what a process left that has ended. */
    fun tidy() {
        val place = kept[PLACE].takeUnless { it == ASKED } ?: return
        removeIfEmpty(Uri.parse(place))
        done()
    }

    /** Takes [place] away, if it is known to be empty. A file that was there before stays as it is. */
    fun removeIfEmpty(place: Uri) {
        if (resolver.sizeOf(place) == 0L) remove(place)
    }

    fun remove(place: Uri) {
        try {
            DocumentsContract.deleteDocument(resolver, place)
        } catch (_: IOException) {
            // It is empty, and stays so.
        } catch (_: RuntimeException) {
            // As above: a provider may be any app, and throw anything.
        }
    }

    private companion object {
        const val PLACE = "unwritten"
        const val ASKED = "asked"
    }
}

/** How many bytes a file of another app is said to have; `null` where that is not known. */
internal fun ContentResolver.sizeOf(file: Uri): Long? = try {
    query(file, arrayOf(OpenableColumns.SIZE), null, null, null)
        ?.use { if (it.moveToFirst() && !it.isNull(0)) it.getLong(0) else null }
} catch (_: RuntimeException) {
    null
}
