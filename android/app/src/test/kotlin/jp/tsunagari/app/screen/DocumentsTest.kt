package jp.tsunagari.app.screen

import android.content.Intent
import android.net.Uri
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.OutputStream
import jp.tsunagari.app.app
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** Files that the person chooses; nothing of them stays in the app. */
@RunWith(RobolectricTestRunner::class)
class DocumentsTest {
    private val screen = Screen()
    private val outside = screen.outside
    private val chosen = Uri.parse("content://somewhere/soudan.csv")
    private val resolver = shadowOf(app.contentResolver)
    private val passing = File(app.noBackupFilesDir, "passing")

    @Test
    fun `a chosen file is copied for the app alone, under its name, and gone when it was read`() {
        resolver.registerInputStream(chosen, "名前,電話".byteInputStream())
        val picking = screen.begin { outside.pickFile() }
        val asked = screen.shadow.nextStartedActivityForResult
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked.intent.action)
        outside.questions.answered(asked.requestCode, Intent().setData(chosen))
        val picked = runBlocking { picking.await() }!!
        assertEquals("名前,電話", File(picked.path).readText())
        assertEquals("soudan.csv" to "soudan.csv", picked.name to File(picked.path).name)
        assertTrue(picked.path.startsWith(app.noBackupFilesDir.path))
        picked.close()
        picked.close()
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `choosing none is no file`() {
        val picking = screen.begin { outside.pickFile() }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, null)
        assertNull(runBlocking { picking.await() })
    }

    @Test
    fun `a file that cannot be read leaves nothing`() {
        resolver.registerInputStreamSupplier(chosen) { throw IOException() }
        val picking = screen.begin { outside.pickFile() }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        val error = assertThrows(TsunagariError.Unexpected::class.java) { runBlocking { picking.await() } }
        assertEquals("read", error.code)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `what is saved goes where the person says, and what was written on the way is gone`() {
        val target = ByteArrayOutputStream()
        resolver.registerOutputStream(chosen, target)
        val saving = screen.begin { outside.saveFile("memo.csv", "text/csv") { File(it).writeText("a,b") } }
        val asked = screen.shadow.nextStartedActivityForResult
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.intent.action)
        assertEquals("text/csv" to "memo.csv", asked.intent.type to asked.intent.getStringExtra(Intent.EXTRA_TITLE))
        outside.questions.answered(asked.requestCode, Intent().setData(chosen))
        assertTrue(runBlocking { saving.await() })
        assertEquals("a,b", target.toString())
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `without a place nothing is written at all`() {
        var filled = false
        val saving = screen.begin { outside.saveFile("memo.csv", "text/csv") { filled = true } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, null)
        assertFalse(runBlocking { saving.await() })
        assertFalse(filled)
    }

    @Test
    fun `what could not be made or taken there leaves nothing, and is told`() {
        val made = screen.begin { outside.saveFile("memo.csv", "text/csv") { throw TsunagariError.Full() } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        assertThrows(TsunagariError.Full::class.java) { runBlocking { made.await() } }
        resolver.registerOutputStream(
            chosen,
            object : OutputStream() {
                override fun write(byte: Int) = throw IOException()
            },
        )
        val taken = screen.begin { outside.saveFile("memo.csv", "text/csv") { File(it).writeText("a,b") } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        val error = assertThrows(TsunagariError.Unexpected::class.java) { runBlocking { taken.await() } }
        assertEquals("save", error.code)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `a name cannot lead out of the folder, and copies of a process that ended are swept away`() {
        val place = Passing(passing)
        for (name in listOf("../../databases/x", "..\\..\\x", "..", "", "a\u0000b", "x".repeat(300))) {
            val file = place.place(name)
            assertEquals(passing, file.parentFile?.parentFile)
            file.writeText("x")
        }
        place.sweep()
        assertEquals(emptyList<File>(), left())
    }

    private fun left(): List<File> = passing.walk().filter { it.isFile }.toList()
}
