package jp.tsunagari.app.screen

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.provider.DocumentsContract
import android.provider.OpenableColumns
import android.system.ErrnoException
import android.system.OsConstants
import java.io.File
import java.io.IOException
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.shell.PickedFile
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext

/** Files that the person chooses, by the system's own page (SAF): the app needs no permission and sees no other. */
internal class Documents(
    private val activity: Activity,
    private val questions: Questions,
    private val passing: Passing,
) {
    private val resolver = activity.contentResolver

    suspend fun pick(): PickedFile? {
        val open = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*")
        val chosen = questions.ask(open)?.data ?: return null
        var copied: PickedFile? = null
        try {
            withContext(Dispatchers.IO) { copied = copy(chosen) }
        } catch (left: CancellationException) {
            // Nobody is there any more who would close it.
            copied?.close()
            throw left
        }
        return copied
    }

    suspend fun save(
        name: String,
        mediaType: String,
        fill: suspend (String) -> Unit,
    ): Boolean {
        val create = Intent(Intent.ACTION_CREATE_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType(mediaType)
            .putExtra(Intent.EXTRA_TITLE, name)
        val target = questions.ask(create)?.data ?: return false
        val file = passing.place(name)
        var begun = false
        var whole = false
        try {
            fill(file.path)
            withContext(Dispatchers.IO) {
                begun = true
                take(file, target)
                // Said here: it stays, also when nobody waits for it any more.
                whole = true
            }
        } finally {
            withContext(NonCancellable + Dispatchers.IO) {
                passing.clear(file)
                // Android has made it empty when the place was chosen. A file that was there before stays as it is.
                if (!whole && (begun || isEmpty(target))) remove(target)
            }
        }
        return true
    }

    private fun isEmpty(target: Uri): Boolean = try {
        resolver.query(target, arrayOf(OpenableColumns.SIZE), null, null, null)
            ?.use { it.moveToFirst() && !it.isNull(0) && it.getLong(0) == 0L } == true
    } catch (_: RuntimeException) {
        // Not known: rather leave something empty than take away what somebody has.
        false
    }

    private fun copy(chosen: Uri): PickedFile {
        val name = nameOf(chosen)
        val file = passing.place(name)
        try {
            telling("read") {
                val source = resolver.openInputStream(chosen) ?: throw IOException()
                source.use { from -> file.outputStream().use { from.copyTo(it) } }
            }
        } catch (error: TsunagariError) {
            passing.clear(file)
            throw error
        }
        return Copied(file, name)
    }

    private fun take(file: File, target: Uri) = telling("save") {
        // Some other place than the phone may need to be told to forget what stood there.
        val sink = resolver.openOutputStream(target, "wt") ?: throw IOException()
        sink.use { to -> file.inputStream().use { it.copyTo(to) } }
    }

    private fun remove(target: Uri) {
        try {
            DocumentsContract.deleteDocument(resolver, target)
        } catch (_: IOException) {
            // It is empty, and stays so.
        } catch (_: RuntimeException) {
            // As above: a provider may be any app, and throw anything.
        }
    }

    private fun nameOf(chosen: Uri): String = telling("read") {
        resolver.query(chosen, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)
            ?.use { if (it.moveToFirst()) it.getString(0) else null }
            ?: chosen.lastPathSegment.orEmpty()
    }

    private fun <T> telling(code: String, block: () -> T): T = try {
        block()
    } catch (error: IOException) {
        val full = (error.cause as? ErrnoException)?.errno == OsConstants.ENOSPC
        throw if (full) TsunagariError.Full() else TsunagariError.Unexpected(code)
    } catch (_: RuntimeException) {
        throw TsunagariError.Unexpected(code)
    }

    private inner class Copied(private val file: File, override val name: String) : PickedFile {
        override val path: String = file.path

        override fun close() = passing.clear(file)
    }
}
