package jp.tsunagari.app.screen

import java.io.File
import java.util.UUID

/** A folder for copies that only pass through the app. */
internal class Passing(private val root: File) {
    /** A place for a file of this name, which the importer knows files by. Only what can be part of a path is left of it. */
    fun place(name: String): File {
        val last = File(name.replace('\\', '/')).name
        val seen = last.filterNot { it.isISOControl() || it.category == CharCategory.FORMAT }
        // Half a character is none: it would not come through to the importer.
        val plain = seen.shortened().toByteArray().decodeToString().trim()
        val folder = File(root, UUID.randomUUID().toString()).apply { mkdirs() }
        return File(folder, plain.takeUnless { it.isEmpty() || it == "." || it == ".." } ?: NAMELESS)
    }

    /** Takes a file away that was placed here. */
    fun clear(file: File) {
        file.parentFile?.takeIf { it.parentFile == root }?.deleteRecursively()
    }

    /** Takes everything away. */
    fun sweep() {
        root.deleteRecursively()
    }

    /** What kind of file it is stands at the end. */
    private fun String.shortened() = if (length <= LONGEST) this else take(LONGEST - ENDING) + takeLast(ENDING)

    private companion object {
        const val NAMELESS = "file"

        /** File systems take 255 bytes. */
        const val LONGEST = 80
        const val ENDING = 10
    }
}
