package jp.tsunagari.ui

import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/**
 * Every page looks as it was looked at and approved: pictures stand in `src/desktopTest/goldens`. Those of this run are in
 * the folder `screens` of what is built; `scripts/draw-screens` puts them in the place of the others, to be looked at
 * before they are committed.
 */
class GoldenTest {
    private val drawn = Path.of(System.getProperty("tsunagari.screens")).createDirectories()
    private val android = Path.of(System.getProperty("tsunagari.android"))
    private val goldens = android.resolve("ui/src/desktopTest/goldens")

    @TestFactory
    fun `a page looks as it did`(): List<DynamicTest> = Pages.entries.flatMap { page ->
        Variant.of(page).map { variant -> dynamicTest("$page ${variant.name}") { compare(page, variant) } }
    }

    @Test
    fun `no picture is of a page that is not there`() {
        assertEquals(names().toSet(), goldens.listDirectoryEntries("*.webp").map { it.name }.toSet())
    }

    @Test
    fun `every picture stands on the page with all screens`() {
        val page = android.resolve("../docs/screens.md").readText()
        val missing = names().filter { "android/ui/src/desktopTest/goldens/$it" !in page }
        assertEquals(emptyList<String>(), missing, "scripts/draw-screens writes the page")
    }

    @Test
    fun `a letter that is missing is seen, and the edge of one is not`() {
        val home = Picture.of(Pages.HOME, Variant(Spoken.JA, dark = false, fontScale = 1))
        val easy = Picture.of(Pages.HOME, Variant(Spoken.EASY, dark = false, fontScale = 1))
        assertEquals(0, home.distance(Picture.read(home.png())))
        assertTrue(home.distance(easy) > FAR)
    }

    private fun names() = Pages.entries.flatMap { page -> Variant.of(page).map { file(page, it) } }

    private fun compare(page: Pages, variant: Variant) {
        val picture = Picture.of(page, variant)
        drawn.resolve("${name(page, variant)}.png").writeBytes(picture.png())
        drawn.resolve(file(page, variant)).writeBytes(picture.webp())
        assertTrue(if (variant.dark) picture.brightness() < DIM else picture.brightness() > BRIGHT) {
            "the light is wrong"
        }
        val golden = goldens.resolve(file(page, variant))
        assertTrue(golden.exists()) { "there is no such picture yet: scripts/draw-screens" }
        val distance = picture.distance(Picture.read(golden.readBytes()))
        assertTrue(distance <= FAR) { "it differs by $distance of 255: look at both" }
    }

    private fun name(page: Pages, variant: Variant) = "${page.name.lowercase()}-${variant.name}"

    private fun file(page: Pages, variant: Variant) = "${name(page, variant)}.webp"

    private companion object {
        /** What another version of the library that draws letters may make different. */
        const val FAR = 40
        const val BRIGHT = 170
        const val DIM = 110
    }
}
