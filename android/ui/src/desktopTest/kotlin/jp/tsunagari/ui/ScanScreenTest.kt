package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithContentDescription
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.scan.PlayedCamera
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class ScanScreenTest {
    private val stage = Stage()
    private val camera = PlayedCamera()

    @Test
    fun `the camera has its place on the page, and going back is always there`() = stage.play({ Scan(camera) }) {
        shows(stage.label("scan_how"))
        val place = onNodeWithContentDescription(stage.label("scan_picture")).fetchSemanticsNode().boundsInWindow
        waitUntil(timeoutMillis = 5_000) { camera.seenAt != null }
        val seen = camera.seenAt!!
        assertEquals(
            listOf(place.left, place.top, place.width, place.height).map { it.toInt() },
            listOf(seen.left, seen.top, seen.width, seen.height),
        )
        tap(stage.label("back"))
        assertEquals(listOf("back"), stage.pressed)
    }

    @Test
    fun `once a code was read the camera is off and its picture gone`() {
        stage.play({ Scan(camera) { camera.code = codeOfSomebody() } }) {
            shows(stage.label("scan_anybody"))
            assertFalse(camera.isOn)
            assertNull(camera.seenAt)
        }
    }

    @Test
    fun `what was read is a text, and nothing is done with it unasked`() {
        val text = "https://example.com {0120|119} 087-000-0009"
        camera.code = stage.api.control.code(text)
        stage.play({ Scan(camera) }) {
            shows(text)
            assertEquals(emptyList<String>(), stage.pressed)
            tap(stage.label("scan_copy"))
            assertEquals(listOf("copy $text"), stage.pressed)
            shows(stage.label("scan_copied"))
        }
    }

    @Test
    fun `a number that nobody knows is said to be that, and one of the directory has its line`() =
        stage.play({ Scan(camera) { camera.code = codeOfSomebody() } }) {
            shows(stage.label("scan_number_nobody"))
            assertEquals(1, count(stage.label("scan_number_nobody")))
            tap("コードにあった番号、087-000-0009に電話する")
            assertEquals(1, count("名簿にある番号です：よるのでんわ"))
            assertEquals(1, count("作りもの、2026-11-21。窓口はありません"))
            tap("よるのでんわ、0870-000-001に電話する")
            tap("よるのでんわをくわしく見る")
            assertEquals(listOf("call 0870000009", "call 0870000001", "open fake.night"), stage.pressed)
        }

    @Test
    fun `what leaves traces that could endanger somebody is called from its own page only`() =
        stage.play({
            Scan(camera) { camera.code = api.directory.code(EntryId("fake.warned"), traces = true).code }
        }) {
            shows("名簿にある番号です：あんぜんのでんわ")
            assertEquals(emptyList<String>(), pressable().map { it.name }.filter { "電話する" in it })
            tap("あんぜんのでんわをくわしく見る")
            assertEquals(listOf("open fake.warned"), stage.pressed)
        }

    @Test
    fun `another code is read after the first`() {
        camera.code = stage.api.control.code("ひとつめ")
        stage.play({ Scan(camera) }) {
            shows(stage.label("scan_another"))
            camera.code = null
            tap(stage.label("scan_another"))
            shows(stage.label("scan_how"))
            assertTrue(camera.isOn)
        }
    }

    @Test
    fun `where the camera was refused that is said, with what else there is`() {
        camera.allowed = false
        stage.play({ Scan(camera) }) {
            tap(stage.label("scan_settings"))
            assertEquals(1, camera.settings)
            tap(stage.label("scan_find"))
            camera.allowed = true
            tap(stage.label("scan_again"))
            shows(stage.label("scan_how"))
            assertEquals(listOf("find"), stage.pressed)
        }
    }

    @Test
    fun `without a camera that is said, with what else there is`() = stage.play({ Scan(camera = null) }) {
        shows(stage.label("scan_none"))
        assertEquals(0, count(stage.label("scan_again")))
        tap(stage.label("scan_find"))
        assertEquals(listOf("find"), stage.pressed)
    }
}
