package jp.tsunagari.ui

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/**
 * The app runs from Android 8 on (minSdk 26), whose Java lacks much of what this compiles with: it would only be missed on an
 * old phone, at the moment it is called.
 */
class OldPhonesTest {
    @Test
    fun `nothing of a newer Java than that of the oldest phone is called`() {
        val android = File(System.getProperty("tsunagari.android"))
        val sources = SHIPPED.flatMap { File(android, "$it/src/main").walk() }.filter { it.extension == "kt" }
        assertTrue(sources.size > 100) { "${sources.size} files below $android" }
        val newer = sources.flatMap { file -> NEWER.filter { it in file.readText() }.map { file.name to it } }
        assertEquals(emptyList<Pair<String, String>>(), newer)
    }

    private companion object {
        val SHIPPED = listOf("app", "core-api", "core-rust", "ui")

        /** With the number of the Android that has it first. */
        val NEWER = listOf(
            // 33
            "readNBytes(",
            "readAllBytes(",
            "transferTo(",
            "toString(Charsets.",
            "java.lang.ref.Cleaner",
            // 34
            "Path.of(",
            "Files.readString(",
            "Files.writeString(",
            "datesUntil(",
        )
    }
}
