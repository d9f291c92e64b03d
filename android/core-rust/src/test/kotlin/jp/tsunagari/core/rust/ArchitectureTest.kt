package jp.tsunagari.core.rust

import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.name
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.walk
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Who may know whom, and that lists which stand twice are the same. */
@OptIn(ExperimentalPathApi::class)
class ArchitectureTest {
    private val android = Path.of(System.getProperty("tsunagari.android"))

    /** Lines of each file, by its path. */
    private val sources = android.walk().filter { it.name.endsWith(".kt") }
        .associate { android.relativize(it) to it.readLines() }

    @Test
    fun `only core-rust knows generated code`() {
        assertTrue(sources.size > 20) { "${sources.size} files below $android" }
        val users = sources.filterValues { lines -> lines.any { GENERATED in it } }.keys
        assertEquals(setOf("core-rust"), users.map { it.first().name }.toSet())
    }

    @Test
    fun `core-api knows nothing but Kotlin`() {
        val lines = sources.filterKeys { it.startsWith("core-api") }.values.flatten()
        val imports = lines.filter { it.startsWith("import ") }.map { it.removePrefix("import ") }
        assertEquals(emptyList<String>(), imports.filterNot { name -> KOTLIN.any(name::startsWith) })
    }

    @Test
    fun `screens know nothing of Android but Compose`() {
        val lines = sources.filterKeys { it.startsWith("ui/src/main") }.values.flatten()
        val imports = lines.filter { it.startsWith("import ") }.map { it.removePrefix("import ") }
        assertTrue(imports.any { it.startsWith("androidx.compose.") })
        assertEquals(emptyList<String>(), imports.filterNot { name -> SCREENS.any(name::startsWith) })
    }

    @Test
    fun `nothing on a screen moves by itself`() {
        val screens = sources.filterKeys { it.startsWith("ui/src/main") || it.startsWith("app/src/main") }
        // What Material draws under a finger is switched off by the system itself.
        val moving = screens.filterValues { lines -> lines.any { line -> MOVING.any { it in line } } }.keys
        assertTrue(screens.size > 100)
        assertEquals(emptySet<Path>(), moving)
    }

    @Test
    fun `only the app knows Android`() {
        val users = sources.filterValues { lines -> lines.any { it.startsWith("import ") && isAndroid(it) } }.keys
        assertEquals(setOf("app"), users.map { it.first().name }.toSet())
    }

    @Test
    fun `the app opens the core in one place, and knows nothing else of how it is made`() {
        val own = sources.filterKeys { it.startsWith("app") }
        val imports = own.mapValues { (_, lines) -> lines.filter { it.startsWith("import jp.tsunagari.core.rust.") } }
        assertEquals(listOf("TsunagariApplication.kt"), imports.filterValues { it.isNotEmpty() }.keys.map { it.name })
        assertTrue(own.keys.filter { it.startsWith("app/src/main") }.size > 20)
        val main = own.filterKeys { it.startsWith("app/src/main") }.values.flatten()
        assertEquals(emptyList<String>(), main.filter { "jp.tsunagari.core.fake" in it })
    }

    @Test
    fun `Maven and Gradle build the same modules with the same versions`() {
        val (pom, settings) = android.resolve("pom.xml").readText() to android.resolve("settings.gradle.kts").readText()
        val modules = Regex("<module>(.+)</module>").findAll(pom).map { it.groupValues[1] }
            // What only Maven needs lies inside a module, or is the app on a computer.
            .filterNot { "/" in it || it == "desktop" }.toList()
        assertEquals(modules, Regex("include\\(\":(.+)\"\\)").findAll(settings).map { it.groupValues[1] }.toList())
        val ours = Regex("<(\\w+)\\.version>(.+)</").findAll(pom).associate { it.groupValues[1] to it.groupValues[2] }
        val theirs = Regex("(?m)^(\\w+) = \"(.+)\"$").findAll(android.resolve("gradle/libs.versions.toml").readText())
            .associate { it.groupValues[1] to it.groupValues[2] }
        val both = ours.keys intersect theirs.keys
        assertTrue(both.containsAll(listOf("kotlin", "compose", "coroutines", "jna", "junit", "activity"))) { "$both" }
        assertEquals(both.associateWith(ours::get), both.associateWith(theirs::get))
    }

    /** Compose and annotations are the same on a desktop. */
    private fun isAndroid(line: String): Boolean {
        val name = line.removePrefix("import ")
        return name.startsWith("android.") || name.startsWith("androidx.") && SAME.none(name::startsWith)
    }

    private companion object {
        // In two parts, so that this file would not be one that knows it if it stood elsewhere.
        const val GENERATED = "jp.tsunagari." + "ffi"
        val SCREENS = listOf("androidx.compose.", "java.", "jp.tsunagari.", "kotlin.", "kotlinx.coroutines.")
        val MOVING = listOf("compose.animation", "animateScrollTo", "animateTo(", "ProgressIndicator(")
        val SAME = listOf("androidx.compose.", "androidx.annotation.")
        val KOTLIN = listOf("java.time.", "kotlinx.coroutines.flow.")
    }
}
