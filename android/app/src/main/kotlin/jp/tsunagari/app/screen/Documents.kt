package jp.tsunagari.app.screen

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.provider.OpenableColumns
import android.system.ErrnoException
import android.system.OsConstants
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.shell.PickedFile
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/** Files that the person chooses, by the system's own page (SAF): the app needs no permission and sees no other. */
internal class Documents(
    private val activity: Activity,
    private val questions: Questions,
    private val passing: Passing,
    private val unwritten: Unwritten,
    private val largest: Long = LARGEST,
) {
    private val resolver = activity.contentResolver

    suspend fun pick(): PickedFile? {
        // What is chosen now is a file of the person.
        unwritten.done()
        val open = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("*/*")
        val chosen = questions.ask(open)?.data ?: return null
        var copied: PickedFile? = null
        try {
            withContext(Dispatchers.IO) { copied = copy(chosen) { ensureActive() } }
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
        unwritten.asked()
        val target = questions.ask(create)?.data ?: return false.also { unwritten.done() }
        unwritten.at(target)
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
                if (!whole) if (begun) unwritten.remove(target) else unwritten.removeIfEmpty(target)
                unwritten.done()
            }
        }
        return true
    }

    /** Copies a file for the app alone, as long as [goOn] does not throw. */
    private fun copy(chosen: Uri, goOn: () -> Unit): PickedFile {
        if ((resolver.sizeOf(chosen) ?: 0) > largest) throw TsunagariError.Invalid("size")
        val name = nameOf(chosen)
        val file = passing.place(name)
        try {
            telling("read") {
                val source = resolver.openInputStream(chosen) ?: throw IOException()
                source.use { from -> file.outputStream().use { from.copyUpTo(largest, it, goOn) } }
            }
        } catch (error: TsunagariError) {
            passing.clear(file)
            throw error
        } catch (left: CancellationException) {
            passing.clear(file)
            throw left
        }
        return Copied(file, name)
    }

    private fun InputStream.copyUpTo(most: Long, to: OutputStream, goOn: () -> Unit) {
        val part = ByteArray(PART)
        var copied = 0L
        while (true) {
            goOn()
            val read = read(part)
            if (read < 0) return
            copied += read
            // Some places do not say how large a file is, or say it wrongly.
            if (copied > most) throw TsunagariError.Invalid("size")
            to.write(part, 0, read)
        }
    }

    private fun take(file: File, target: Uri) = telling("save") {
        // Some other place than the phone may need to be told to forget what stood there.
        val sink = resolver.openOutputStream(target, "wt") ?: throw IOException()
        sink.use { to -> file.inputStream().use { it.copyTo(to) } }
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
    } catch (left: CancellationException) {
        throw left
    } catch (_: RuntimeException) {
        throw TsunagariError.Unexpected(code)
    }

    private inner class Copied(private val file: File, override val name: String) : PickedFile {
        override val path: String = file.path

        override fun close() = passing.clear(file)
    }

    private companion object {
        /** What the core takes of one file at most: a document of JSON, read as a whole. */
        const val LARGEST = 512L * 1024 * 1024
        const val PART = 64 * 1024
    }
}
