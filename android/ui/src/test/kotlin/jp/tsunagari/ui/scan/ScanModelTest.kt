package jp.tsunagari.ui.scan

import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Life
import jp.tsunagari.ui.model.living
import jp.tsunagari.ui.shell.Place
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ScanModelTest {
    private val camera = PlayedCamera()
    private val inFront = MutableStateFlow(true)

    private fun Life.model() = ScanModel(api, scope, camera, inFront).also { it.seen(true) }

    private suspend fun Life.read(text: String): ScanShown.Read {
        camera.code = api.control.code(text)
        return model().shown.shows { it is ScanShown.Read } as ScanShown.Read
    }

    @Test
    fun `a code is read, and the camera is off then`() = living {
        val read = read("はなの電話 087-000-0009")
        assertEquals("はなの電話 087-000-0009", read.text)
        assertEquals(listOf("0870000009"), read.numbers.map { it.dial })
        assertNull(read.numbers.single().line)
        assertFalse(camera.isOn)
        assertEquals(1, camera.times)
    }

    @Test
    fun `a number of the directory is told with its line`() = living {
        camera.code = api.directory.code(EntryId("fake.night")).code
        val read = model().shown.shows { it is ScanShown.Read } as ScanShown.Read
        assertEquals(EntryId("fake.night"), read.numbers.single().line?.id)
    }

    @Test
    fun `whoever looks away finds it off, and looking again later`() = living {
        val model = model()
        model.shown.shows { it == ScanShown.Looking }
        assertTrue(camera.isOn)
        inFront.value = false
        eventually { !camera.isOn }
        model.shown.shows { it == ScanShown.Opening }
        inFront.value = true
        model.shown.shows { it == ScanShown.Looking }
        assertTrue(camera.isOn)
        assertEquals(2, camera.times)
        model.seen(false)
        eventually { !camera.isOn }
    }

    @Test
    fun `whoever leaves the page leaves it off, whatever it waits for`() = living {
        val model = model()
        model.shown.shows { it == ScanShown.Looking }
        scope.cancel()
        eventually { !camera.isOn }
    }

    @Test
    fun `what was refused is tried again only when the person says so`() = living {
        camera.allowed = false
        val model = model()
        model.shown.shows { it == ScanShown.Refused }
        model.openSettings()
        inFront.value = false
        camera.allowed = true
        inFront.value = true
        assertEquals(1 to ScanShown.Refused, camera.settings to model.shown.value)
        model.again()
        model.shown.shows { it == ScanShown.Looking }
    }

    @Test
    fun `when another app takes the camera that is said`() = living {
        val model = model()
        model.shown.shows { it == ScanShown.Looking }
        camera.taken()
        model.shown.shows { it == ScanShown.Stopped }
        model.again()
        model.shown.shows { it == ScanShown.Looking }
    }

    @Test
    fun `a picture that cannot be read stops it, and it can be tried again`() = living {
        camera.code = api.control.code("はな")
        api.control.failNext(TsunagariError.Invalid("frame"))
        val model = model()
        model.shown.shows { it == ScanShown.Stopped }
        assertFalse(camera.isOn)
        model.again()
        model.shown.shows { it is ScanShown.Read }
    }

    @Test
    fun `another code is read after the first`() = living {
        camera.code = api.control.code("ひとつめ")
        val model = model()
        model.shown.shows { it is ScanShown.Read && "ひとつめ" in it.text }
        camera.code = api.control.code("ふたつめ")
        model.again()
        model.shown.shows { it is ScanShown.Read && "ふたつめ" in it.text }
        assertEquals(2, camera.times)
    }

    @Test
    fun `the picture stands where the page says, also when it was said before`() = living {
        val place = Place(16, 200, 328, 300)
        val model = ScanModel(api, scope, camera, inFront)
        model.showAt(place)
        model.seen(true)
        eventually { camera.seenAt == place }
        model.showAt(null)
        eventually { camera.seenAt == null }
    }

    @Test
    fun `without a camera nothing is looked for`() = living {
        val model = ScanModel(api, scope, null, inFront)
        model.seen(true)
        model.again()
        assertEquals(ScanShown.NoCamera, model.shown.value)
    }
}
